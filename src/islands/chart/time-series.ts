import type { HourCount } from '../../analyzer/report/report.ts';
import { dayIn, offsetIn, timeIn } from '../kit/zone.ts';

/** Outcomes from the bottom of the chart to its top: trouble stands on the base line, where heights compare. */
export const stackOrder = ['failed', 'undelivered', 'noReceipt', 'inFlight', 'other', 'delivered'] as const;
export type Stacked = (typeof stackOrder)[number];

/** The messages of one stretch of time. */
export type Bucket = Readonly<Record<Stacked | 'inbound', number>> & {
  /** Start, seconds since 1970. */
  readonly start: number;
  readonly label: string;
};

export interface TimeSeries {
  readonly step: 'hour' | 'day' | 'week';
  readonly seconds: number;
  readonly buckets: readonly Bucket[];
}

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Bars narrower than about three pixels cannot be told apart. */
const MOST = 240;

const columns = [...stackOrder, 'inbound'] as const;

/** Start of the hour, day or week (Monday) of the zone's clock that holds the moment. */
function startOf(seconds: number, step: number, zone: string): number {
  const ahead = offsetIn(zone, seconds * 1000) * 60;
  // 1970-01-05 was a Monday.
  const shift = step === 7 * DAY ? 4 * DAY : 0;
  return Math.floor((seconds + ahead - shift) / step) * step + shift - ahead;
}

/** Sums hours into hours, days or weeks of the zone, as fine as a chart can show; empty stretches are left out. */
export function timeSeries(byHour: readonly HourCount[], zone: string): TimeSeries {
  const hours = byHour
    .map((row) => ({ row, at: Date.parse(row.hour) / 1000 }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at);
  const range = (hours.at(-1)?.at ?? 0) - (hours[0]?.at ?? 0);
  const step = range / HOUR < MOST ? 'hour' : range / DAY < MOST ? 'day' : 'week';
  const seconds = { hour: HOUR, day: DAY, week: 7 * DAY }[step];
  const sums = new Map<number, Record<(typeof columns)[number], number>>();
  for (const { row, at } of hours) {
    const start = step === 'hour' ? at : startOf(at, seconds, zone);
    const sum = sums.get(start) ?? { failed: 0, undelivered: 0, noReceipt: 0, inFlight: 0, other: 0, delivered: 0, inbound: 0 };
    for (const column of columns) sum[column] += row[column];
    sums.set(start, sum);
  }
  const buckets = [...sums].map(([start, sum]) => {
    const iso = new Date(start * 1000).toISOString();
    return { ...sum, start, label: step === 'hour' ? timeIn(zone, iso) : dayIn(zone, iso) };
  });
  return { step, seconds, buckets };
}

/** Heights for uPlot, the tallest first so that the lower ones are painted over it; one array for each entry of `stackOrder`, reversed. */
export function stackedHeights(buckets: readonly Bucket[], visible: ReadonlySet<Stacked>): readonly (readonly number[])[] {
  const heights = buckets.map(() => 0);
  return stackOrder
    .map((name) => buckets.map((bucket, i) => (heights[i] = (heights[i] ?? 0) + (visible.has(name) ? bucket[name] : 0))))
    .reverse();
}

/** The sum of all buckets: the last row of the table. */
export function seriesTotal(buckets: readonly Bucket[]): Readonly<Record<Stacked | 'inbound', number>> {
  const sum = { failed: 0, undelivered: 0, noReceipt: 0, inFlight: 0, other: 0, delivered: 0, inbound: 0 };
  for (const bucket of buckets) for (const column of columns) sum[column] += bucket[column];
  return sum;
}
