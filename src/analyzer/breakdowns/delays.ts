import { Durations } from '../index/cells/durations.ts';
import type { LogIndex } from '../index/log-index.ts';
import { delays } from '../index/tables/delays.ts';
import { inOrder } from '../memory/in-order.ts';
import type { Delays, SenderDelay } from '../report/report.ts';

/** How long messages took that were sent; `undefined` where the log does not say both when they were made and when they were sent. */
export function delaysOf(index: LogIndex): Delays | undefined {
  const queue = new Durations();
  const carrier = new Durations();
  const bySender: SenderDelay[] = [];
  for (const [sender, own] of index.get(delays).senders) {
    queue.merge(own.queue.save());
    carrier.merge(own.carrier.save());
    const [waited, travelled] = [own.queue.spread(), own.carrier.spread()];
    if (waited !== undefined) bySender.push({ sender, queue: waited, ...(travelled === undefined ? {} : { carrier: travelled }) });
  }
  const [waited, travelled] = [queue.spread(), carrier.spread()];
  if (waited === undefined) return undefined;
  bySender.sort((a, b) => b.queue.messages - a.queue.messages || inOrder(a.sender, b.sender));
  return { queue: waited, ...(travelled === undefined ? {} : { carrier: travelled }), bySender };
}
