import type { Delays, Report, SenderDelay, Spread } from '../report/report.ts';
import { duration } from '../words/duration.ts';
import { counted } from '../words/figure.ts';

/** Senders that are told one by one. */
export const SENDERS_TIMED = 10;

/** What the figures of the two ways are, for whoever reads them. */
export const delayNote =
  'In the queue: from when a message was made until it was sent; one that was planned waits until its moment. With the carrier: from then until the last change of a delivered or undelivered message, which is its receipt, or a price that came later.';

/** The senders that are told one by one: none where there is only one, of which the whole tells. */
export const timedSenders = ({ bySender }: Delays): readonly SenderDelay[] => (bySender.length < 2 ? [] : bySender.slice(0, SENDERS_TIMED));

interface DelayLine {
  /** As normalised, '' where the log does not name it; absent for all senders. */
  readonly sender?: string;
  readonly text: string;
}

/** Of one message there is one figure. */
const shares = ({ half, nine, messages }: Spread): string =>
  messages === 1 ? duration(half) : `half within ${duration(half)}, nine of ten within ${duration(nine)}`;
const whole = (way: string, spread: Spread): DelayLine => {
  const { messages, longest } = spread;
  return {
    text: `${way}: ${shares(spread)}${messages === 1 ? '' : `, the longest ${duration(longest)}`} (${counted(messages, 'message')}).`,
  };
};

/** How long messages took: a line for the queue, one for the carrier, then one for each sender of several; nothing where the log does not say. */
export function delayLines({ delays }: Pick<Report, 'delays'>): readonly DelayLine[] {
  if (delays === undefined) return [];
  return [
    whole('In the queue', delays.queue),
    ...(delays.carrier === undefined ? [] : [whole('With the carrier', delays.carrier)]),
    ...timedSenders(delays).map(({ sender, queue, carrier }) => ({
      sender,
      text: `in the queue ${shares(queue)}${carrier === undefined ? '' : `; with the carrier ${shares(carrier)}`}`,
    })),
  ];
}
