import type { LogIndex } from '../index/log-index.ts';
import { kinds } from '../index/tables/kinds.ts';
import type { Totals } from '../report/report.ts';

/** The totals of what has been counted so far; the five outbound figures add up to `outbound`. */
export function totalsOf(index: LogIndex): Totals {
  const totals = { messages: 0, outbound: 0, inbound: 0, delivered: 0, failed: 0, undelivered: 0, noReceipt: 0, inFlight: 0, other: 0 };
  for (const { kind, count } of index.get(kinds)) {
    totals.messages += count;
    if (kind.isInbound) totals.inbound += count;
    else totals.outbound += count;
    switch (kind.outcome) {
      case 'inbound':
        break;
      case 'delivered':
        totals.delivered += count;
        break;
      case 'no-receipt':
        totals.noReceipt += count;
        break;
      case 'in-flight':
        totals.inFlight += count;
        break;
      case 'undelivered':
        totals.failed += count;
        totals.undelivered += count;
        break;
      case 'failed':
        totals.failed += count;
        break;
      case 'other':
        totals.other += count;
        break;
    }
  }
  return totals;
}
