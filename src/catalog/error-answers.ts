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

/** What stands for the status of a code that has none. */
export function noStatusWords(entry: Kind): string {
  if (isSetUp(entry)) return 'no message involved';
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

/** The answer to "what does it cost?", without the amount of a fee. */
export function costAnswer(entry: Cost): string {
  if (entry.billing === 'unknown' && isSetUp(entry)) {
    return `no message, so no message fee${entry.stage === 'registration' ? '; registration fees are not covered here' : ''}`;
  }
  return entry.billing === 'unknown' && isLogEntry(entry) ? 'no message fee of its own' : billingWords[entry.billing];
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
