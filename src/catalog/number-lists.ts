import type { ErrorCategory } from './category.ts';
import type { actors as whoActs, retries, suppressions } from './error-values.ts';

/** Lists of numbers to act on, as the report has them. */
export const listIds = ['stop', 'phone', 'resend', 'never-resend', 'ask-twilio'] as const;
export type ListId = (typeof listIds)[number];

/** A number stands on one list only, the first of these that it belongs on: what must not be done goes before what may. */
export const precedence: readonly ListId[] = ['stop', 'phone', 'never-resend', 'ask-twilio', 'resend'];

/** What of a code decides where its numbers stand. */
interface PlacingFacts {
  readonly retry: (typeof retries)[number];
  readonly suppress: (typeof suppressions)[number];
  readonly category: ErrorCategory;
  readonly guide?: string;
  readonly actors?: readonly (typeof whoActs)[number][];
}

/** When the same message may be sent again, the most careful last. */
export const whens = ['now', 'later', 'after-fix'] as const;
export type When = (typeof whens)[number];

export const whenWords: Readonly<Record<When, string>> = {
  now: 'now',
  later: 'later, with growing pauses',
  'after-fix': 'only after a fix',
};

/** The words a reader sees for each list. */
export const listWords: Readonly<Record<ListId, { readonly title: string; readonly says: string }>> = {
  stop: {
    title: 'Stop texting',
    says: 'People who opted out or blocked you, and numbers that do not exist. Take them off before the next send.',
  },
  phone: { title: 'Phone or e-mail instead', says: 'Numbers that texts do not reach, or not on this channel. Use another way.' },
  resend: { title: 'Send again', says: 'The reason passes, or goes once you mend it: each number says when.' },
  'never-resend': {
    title: 'Never send again',
    says: 'The same message to the same number fails each time. Correct the number or the message first.',
  },
  'ask-twilio': { title: 'Ask Twilio', says: 'Only Twilio can say why, or mend it. Each number has a sample SID to name.' },
};

/** Where a failed message puts its number. */
export interface Place {
  readonly list: ListId;
  /** For the list "resend" only. */
  readonly when?: When;
}

/** Steps of the guide whose end is another way to the person. */
const anotherWay: ReadonlySet<string | undefined> = new Set(['landline', 'not-on-channel']);

/**
 * The list that a failure with a code puts the recipient's number on, by what the page of the code says.
 *
 * @param facts absent for a failure without a code, or with one that nobody knows: nobody but Twilio can say whether to send again
 */
export function placeOfCode(facts: PlacingFacts | undefined): Place {
  if (facts === undefined) return { list: 'ask-twilio' };
  const { retry, suppress, category, guide, actors = [] } = facts;
  if (anotherWay.has(guide)) return { list: 'phone' };
  // What a channel such as WhatsApp refuses for good says nothing of a text message or a call.
  if (suppress === 'yes' && category === 'channel') return { list: 'phone' };
  if (suppress === 'yes' || suppress === 'until-opt-in' || category === 'recipient-opted-out') return { list: 'stop' };
  switch (retry) {
    case 'never':
      return { list: 'never-resend' };
    case 'safe-now':
      return { list: 'resend', when: 'now' };
    case 'later-with-backoff':
      return { list: 'resend', when: 'later' };
    case 'after-fix':
      return actors.includes('twilio-support') ? { list: 'ask-twilio' } : { list: 'resend', when: 'after-fix' };
    case 'unknown':
      return { list: 'ask-twilio' };
  }
}
