import type { ErrorEntry } from './error-schema.ts';
import { actorsClause, billingWords, notDocumented, retryAnswers } from './error-words.ts';

/** What an error page answers where the plain words of a field would mislead: codes without a message, fees with a condition. */

type Kind = Pick<ErrorEntry, 'stage' | 'statuses'>;
type Retry = Kind & Pick<ErrorEntry, 'retry'>;
type Cost = Kind & Pick<ErrorEntry, 'billing'>;

const setUp: ReadonlySet<ErrorEntry['stage']> = new Set(['registration', 'feature-config', 'channel-setup']);

/** A refused set-up or registration: nothing was sent, so there is no message to resend, to pay or to find in a log. */
export const isSetUp = ({ stage, statuses }: Kind): boolean => statuses.length === 0 && setUp.has(stage);

/** A line of Twilio's error log that is no fate of a message. */
const isLogEntry = ({ stage, statuses }: Kind): boolean => statuses.length === 0 && stage === 'log-only-warning';

/** Whether no message carries the code, so that no message log holds it. */
export const isWithoutMessage = (entry: Kind): boolean => isSetUp(entry) || isLogEntry(entry);

/** Whether "permanent or temporary" can be asked: not of a line of the log, which nobody can send again. */
export const hasPermanence = (entry: Kind): boolean => !isLogEntry(entry);

/** The name of the question whether it is permanent or temporary. */
export const permanenceLabel = (entry: Kind): string => (isSetUp(entry) ? 'Refusal' : 'Failure');

/** What stands for the status of a code that has none. */
export function noStatusWords(entry: Kind): string {
  if (isSetUp(entry)) return 'no message involved';
  if (entry.stage === 'api-request') return 'refused request, nothing sent';
  return isLogEntry(entry) ? 'no message ends with it' : notDocumented;
}

/** The name of the question whether to try again. */
export const retryLabel = (entry: Kind): string => (isSetUp(entry) ? 'Submit again' : 'Resend');

const setUpRetries: Readonly<Record<ErrorEntry['retry'], string>> = {
  ...retryAnswers,
  never: 'no, it will be refused again',
  'after-fix': 'after a fix',
};
const logEntryRetries: Readonly<Record<ErrorEntry['retry'], string>> = {
  ...retryAnswers,
  'after-fix': 'nothing to resend, fix the cause',
  unknown: 'nothing to resend',
};

/** The answer to that question. */
export function retryAnswer(entry: Retry): string {
  if (isSetUp(entry)) return setUpRetries[entry.retry];
  return (isLogEntry(entry) ? logEntryRetries : retryAnswers)[entry.retry];
}

/** Stages a message meets after it was made: it has a final status, and a price by it. */
const billedLate: ReadonlySet<ErrorEntry['stage']> = new Set(['post-accept', 'post-accept-or-carrier', 'carrier', 'channel']);

/** The answer to "what does it cost?", without the amount of a fee. */
export function costAnswer(entry: Cost): string {
  if (entry.billing === 'unknown' && isSetUp(entry)) {
    return `no message, so no message fee${entry.stage === 'registration' ? '; registration fees are not covered here' : ''}`;
  }
  if (entry.billing === 'unknown' && isLogEntry(entry)) return 'no message fee of its own';
  if (entry.billing === 'unknown' && entry.statuses.length === 0) {
    if (entry.stage === 'api-request') return 'not settled for a refused request';
    if (billedLate.has(entry.stage)) return 'depends on the final status';
  }
  return billingWords[entry.billing];
}

/**
 * When the failed-message fee applies; sources: facts.yaml `failed-fee`, `refused-request-fee`.
 *
 * @returns words to put after the fee, or `undefined` where it needs no condition
 */
export function costCondition({ billing, stage, statuses }: Cost): string | undefined {
  if (billing !== 'failed-fee') return undefined;
  if (stage === 'api-request-or-post-accept') return 'if it ends as failed; for a refused request: not settled';
  return statuses.some((status) => status !== 'failed') ? 'only if it ends as failed' : undefined;
}

/** Kinds of remark on the price that stand below the facts of a page instead of in its text; the words are in cost-note.ts. */
export type CostNote = 'refused-request' | 'by-status' | 'by-status-channel' | 'by-status-fraud';

/**
 * Which remark a code needs: a refused request may be logged and may cost something, a code without a documented final status
 * costs what its status says.
 *
 * @returns `undefined` where the facts of the page say it all
 */
export function costNoteOf({
  stage,
  statuses,
  billing,
  category,
  product,
}: Cost & Pick<ErrorEntry, 'category' | 'product'>): CostNote | undefined {
  if (billing !== 'unknown' || statuses.length > 0) return undefined;
  if (stage === 'api-request') return 'refused-request';
  if (!billedLate.has(stage)) return undefined;
  if (category === 'fraud-protection') return 'by-status-fraud';
  return product === 'whatsapp' || product === 'channels' ? 'by-status-channel' : 'by-status';
}

const resendClauses: Readonly<Record<ErrorEntry['retry'], string>> = {
  never: 'do not resend',
  'after-fix': 'resend only after a fix',
  'later-with-backoff': 'resend later, with growing pauses',
  'safe-now': 'safe to resend now',
  unknown: `resending is ${notDocumented}`,
};
const submitClauses: Readonly<Record<ErrorEntry['retry'], string>> = {
  never: 'do not submit again',
  'after-fix': 'submit again after a fix',
  'later-with-backoff': 'submit again later, with growing pauses',
  'safe-now': 'safe to submit again now',
  unknown: `submitting again is ${notDocumented}`,
};

function retryClause(entry: Retry): string {
  if (isSetUp(entry)) return submitClauses[entry.retry];
  return isLogEntry(entry) ? logEntryRetries[entry.retry] : resendClauses[entry.retry];
}

/** A code in one line, without its address: "30007 Message filtered: you act, resend only after a fix". */
export const errorLine = (entry: Retry & Pick<ErrorEntry, 'code' | 'title' | 'actors'>): string =>
  `${String(entry.code)} ${entry.title}: ${actorsClause(entry.actors)}, ${retryClause(entry)}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The four facts of a page in one line, for link previews: "Undelivered. You act. Resend only after a fix. Billed as an attempt." */
export function factsSentence(entry: Retry & Cost & Pick<ErrorEntry, 'actors'>): string {
  const ends = entry.statuses.length === 0 ? noStatusWords(entry) : entry.statuses.join(' or ').replaceAll('_', ' ');
  const cost = entry.billing === 'unknown' && costAnswer(entry) === billingWords.unknown ? `cost ${notDocumented}` : costAnswer(entry);
  return [...(ends === notDocumented ? [] : [ends]), actorsClause(entry.actors), retryClause(entry), cost]
    .map((part) => `${capitalised(part)}.`)
    .join(' ');
}
