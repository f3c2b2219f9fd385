import type { OutcomeCounts } from '../index/cells/outcome-counts.ts';

/** What became of the outbound messages to a country or of a sender. */
export interface RouteFigures {
  readonly outbound: number;
  readonly delivered: number;
  readonly failed: number;
  readonly undelivered: number;
  readonly noReceipt: number;
}

export const routeFigures = (counts: OutcomeCounts): RouteFigures => ({
  outbound: counts.outbound,
  delivered: counts.of('delivered'),
  failed: counts.failures,
  undelivered: counts.of('undelivered'),
  noReceipt: counts.of('no-receipt'),
});
