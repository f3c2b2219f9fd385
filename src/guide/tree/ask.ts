import type { Said } from './arrival.ts';
import type { Step } from './step-schema.ts';

/** What support is asked, for one message and for several; `{status}` stands for what the log calls them. */
export type Ask = NonNullable<Extract<Step, { kind: 'outcome' }>['ask']>;

/** The question that fits every message that somebody stopped. */
export const whoStoppedIt: Ask = {
  one: 'This message did not arrive. Please say who stopped it, Twilio or the carrier, and why.',
  many: 'These messages did not arrive. Please say who stopped them, Twilio or the carrier, and why.',
};

type Answer = Pick<Said, 'fact' | 'answer' | 'label'>;

/** Whether the answers speak of one recipient; without a word about it there may be many. */
export const isOne = (said: readonly Answer[]): boolean =>
  said.some(({ fact, answer }) => fact === 'scope' && ['one', 'iphone', 'android'].includes(answer));

/** The question that fits the way: in the singular for one recipient, with the status that was given. */
export function askFor(said: readonly Answer[], ask: Ask): string {
  const [status] = said.find(({ fact }) => fact === 'status')?.label.split(',') ?? [];
  return (isOne(said) ? ask.one : ask.many).replace('{status}', status === undefined ? '“Sent” or “Delivered”' : `“${status}”`);
}
