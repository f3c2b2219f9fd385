import { isSetUp, isWithoutMessage, retryAnswer, retryLabel } from './error-answers.ts';
import type { ErrorEntry } from './error-schema.ts';
import type { stages } from './error-values.ts';
import { capital } from './error-words.ts';
import type { Status } from './status.ts';

/** What the index of error codes shows of a code and can be searched and narrowed by. */
export interface IndexRow {
  readonly code: string;
  readonly title: string;
  readonly formerTitles: readonly string[];
  readonly summary: string;
  readonly sentences: readonly string[];
  /** How a message with it ends; where none is documented, `when` says at which point of its life the code comes. */
  readonly statuses: readonly Status[];
  readonly when: string;
  readonly resend: string;
  readonly category: string;
  readonly stage: string;
  readonly product: string;
  /** Separated by spaces. */
  readonly actors: string;
  readonly retry: string;
  readonly billing: string;
}

type Stage = (typeof stages)[number];

const whenWords: Readonly<Record<Stage, string>> = {
  'account-auth-rate': 'Refused at once',
  'api-request': 'Refused at once',
  'api-request-or-post-accept': 'Refused at once or later',
  'post-accept': 'After it was accepted',
  'post-accept-or-carrier': 'After it was accepted',
  carrier: 'At the carrier',
  channel: 'At the channel',
  'channel-setup': 'No message',
  registration: 'No message',
  'feature-config': 'No message',
  inbound: 'Incoming message',
  webhook: 'Your webhook',
  'log-only-warning': 'No message',
};

/** Where a message on its way out meets a code: at the request, at Twilio, at the carrier, in the channel. */
const outbound: ReadonlySet<Stage> = new Set([
  'api-request',
  'api-request-or-post-accept',
  'post-accept',
  'post-accept-or-carrier',
  'carrier',
  'channel',
]);

/** Whether a message somebody sends can end in this code; all others belong to set-ups, webhooks, logs and incoming messages. */
export const isMetBySending = ({ stage, statuses }: Pick<ErrorEntry, 'stage' | 'statuses'>): boolean =>
  outbound.has(stage) || (statuses.some((status) => status === 'failed' || status === 'undelivered') && stage !== 'inbound');

/** The row of a code. */
export function indexRow(entry: ErrorEntry): IndexRow {
  const resend = capital(retryAnswer(entry));
  return {
    code: String(entry.code),
    title: entry.title,
    formerTitles: entry.formerTitles,
    summary: entry.summary,
    sentences: entry.sentences ?? [],
    statuses: entry.statuses,
    when: isWithoutMessage(entry) ? 'No message' : whenWords[entry.stage],
    resend: isSetUp(entry) ? `${retryLabel(entry)}: ${retryAnswer(entry)}` : resend,
    category: entry.category,
    stage: entry.stage,
    product: entry.product,
    actors: entry.actors.join(' '),
    retry: entry.retry,
    billing: entry.billing,
  };
}
