import type { LogIndex } from '../../index/log-index.ts';
import { kinds } from '../../index/tables/kinds.ts';

/** All outbound messages of the log. */
export function outboundOf(index: LogIndex): number {
  let sum = 0;
  for (const { kind, count } of index.get(kinds)) if (!kind.isInbound) sum += count;
  return sum;
}

/** From how many messages on a list of numbers is more than a note. */
export interface Much {
  readonly minMessages: number;
  /** Of all outbound messages. */
  readonly minShare: number;
}

/** Whether so many messages are more than the few that fail in any log. */
export const isMuch = (messages: number, index: LogIndex, { minMessages, minShare }: Much): boolean =>
  messages >= minMessages && messages >= outboundOf(index) * minShare;
