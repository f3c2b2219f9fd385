import type { LogIndex } from '../index/log-index.ts';
import { hours } from '../index/tables/hours.ts';
import { times } from '../index/tables/times.ts';
import type { HourCount } from '../report/report.ts';

/** Messages by hour; planned ones may lie ahead of the clock, broken times far after all others are left out. */
export function byHour(index: LogIndex): readonly HourCount[] {
  const { newest, stray } = index.get(times).range();
  const known = index
    .get(hours)
    .sorted()
    .filter(([start]) => stray === 0 || start <= newest);
  return known.map(([start, counts]) => ({
    hour: new Date(start).toISOString(),
    delivered: counts.of('delivered'),
    noReceipt: counts.of('no-receipt'),
    inFlight: counts.of('in-flight'),
    undelivered: counts.of('undelivered'),
    failed: counts.of('failed'),
    inbound: counts.of('inbound'),
    other: counts.of('other'),
  }));
}
