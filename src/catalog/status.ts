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
