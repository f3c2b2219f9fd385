import type { Outcome } from './category.ts';

/** Every status the API defines; source: facts.yaml `message-statuses`. */
export const statuses = [
  'accepted',
  'scheduled',
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'undelivered',
  'failed',
  'canceled',
  'partially_delivered',
  'receiving',
  'received',
] as const;
export type Status = (typeof statuses)[number];

const known: ReadonlySet<string> = new Set(statuses);

/**
 * Reads a status in any case.
 *
 * @returns the status, or `undefined` for an empty or unknown word
 */
export function parseStatus(text: string): Status | undefined {
  const word = text.trim().toLowerCase();
  return known.has(word) ? (word as Status) : undefined;
}

/** What an outbound message with this status counts as. `sent` is never a failure. */
export function outcomeOf(status: Status): Outcome {
  switch (status) {
    case 'delivered':
    case 'read':
    case 'partially_delivered':
      return 'delivered';
    case 'sent':
      return 'no-receipt';
    case 'accepted':
    case 'queued':
    case 'sending':
      return 'in-flight';
    case 'undelivered':
      return 'undelivered';
    case 'failed':
      return 'failed';
    case 'scheduled':
    case 'canceled':
      return 'other';
    case 'receiving':
    case 'received':
      return 'inbound';
  }
}

/** The word and the glyph of each outcome; a colour never stands alone. */
export const outcomeMarks: Readonly<Record<Outcome, { readonly label: string; readonly glyph: string }>> = {
  delivered: { label: 'Delivered', glyph: '✓' },
  'no-receipt': { label: 'No receipt', glyph: '?' },
  'in-flight': { label: 'In flight', glyph: '…' },
  undelivered: { label: 'Undelivered', glyph: '↩' },
  failed: { label: 'Failed', glyph: '✕' },
  inbound: { label: 'Inbound', glyph: '←' },
  other: { label: 'Other', glyph: '·' },
};

/** What a status says of a message, and the step of the guide that goes on from it; as content/guide/status.mdx has them. */
export const statusSays: Readonly<Record<Status, { readonly says: string; readonly step: string }>> = {
  accepted: { says: 'Still on its way out.', step: 'stuck' },
  queued: { says: 'Still on its way out.', step: 'stuck' },
  sending: { says: 'Still on its way out.', step: 'stuck' },
  scheduled: { says: 'Meant for later.', step: 'scheduled' },
  canceled: { says: 'Meant for later, and taken back.', step: 'scheduled' },
  sent: { says: 'Handed to a carrier; no receipt has come.', step: 'sent' },
  delivered: { says: 'A receipt says that it arrived.', step: 'delivered' },
  partially_delivered: { says: 'A receipt says that it arrived.', step: 'delivered' },
  read: { says: 'A receipt says that it was read.', step: 'read-receipt' },
  undelivered: { says: 'A receipt says that it did not reach the phone.', step: 'undelivered' },
  failed: { says: 'It could not be sent.', step: 'failed' },
  receiving: { says: 'It came in; it did not go out.', step: 'inbound' },
  received: { says: 'It came in; it did not go out.', step: 'inbound' },
};
