import { OutcomeCounts } from '../index/cells/outcome-counts.ts';
import type { LogIndex } from '../index/log-index.ts';
import { routes } from '../index/tables/routes.ts';
import { inOrder } from '../memory/in-order.ts';
import { senderKind } from '../message/sender-kind.ts';
import type { SenderCount } from '../report/report.ts';
import { routeFigures } from './route-figures.ts';

/** Outbound messages by sender; an empty sender is one that the log does not name. */
export function bySender(index: LogIndex): readonly SenderCount[] {
  return [...index.get(routes).senders]
    .map(([sender, countries]) => {
      const counts = new OutcomeCounts();
      for (const route of countries.values()) counts.merge(route.counts.save());
      return { sender, kind: senderKind(sender), ...routeFigures(counts) };
    })
    .sort((a, b) => b.outbound - a.outbound || inOrder(a.sender, b.sender));
}
