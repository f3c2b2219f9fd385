import { entryOf } from '../../analyzer/memory/entry-of.ts';
import type { HourCount } from '../../analyzer/report/report.ts';
import { pieces } from '../kit/in-slices.ts';
import type { Slices } from '../kit/in-slices.ts';
import { stepLabel, stepSeconds, ZoneClock } from './calendar.ts';
import type { Step } from './calendar.ts';

/** Outcomes from the bottom of the chart to its top: trouble stands on the base line, where heights compare. */
export const stackOrder = ['failed', 'undelivered', 'noReceipt', 'inFlight', 'other', 'delivered'] as const;
export type Stacked = (typeof stackOrder)[number];

/** The messages of one stretch of time. */
export type Bucket = Readonly<Record<Stacked | 'inbound', number>> & {
  /** Start, seconds since 1970. */
  readonly start: number;
  /** Where the next stretch begins, seconds since 1970; of an hour, an hour later. */
  readonly end: number;
  readonly label: string;
};

export interface TimeSeries {
  readonly step: Step;
  readonly seconds: number;
  readonly buckets: readonly Bucket[];
  /** The zone in whose clock the stretches begin and are named. */
  readonly zone: string;
}

/** Bars narrower than about three pixels cannot be told apart. */
const MOST = 240;

const columns = [...stackOrder, 'inbound'] as const;
type Sums = Record<(typeof columns)[number], number>;

const nothing = (): Sums => ({ failed: 0, undelivered: 0, noReceipt: 0, inFlight: 0, other: 0, delivered: 0, inbound: 0 });

/** The finest step of which the bars fit in a chart; a century takes them all. */
function stepFor(seconds: number): Step {
  const fits = (step: Step): boolean => seconds / stepSeconds[step] < MOST;
  return (['hour', 'day', 'week', 'month', 'year'] as const).find(fits) ?? 'century';
}

/**
 * Sums hours into the stretches of the zone's calendar, as fine as a chart can show; empty stretches are left out. At most some
 * 250 come out, however many hours go in; hours that are no time are left out.
 */
export function* timeSeries(byHour: readonly HourCount[], zone: string): Slices<TimeSeries> {
  const moments = new Float64Array(byHour.length);
  let first = Infinity;
  let last = -Infinity;
  for (const [from, to] of pieces(byHour.length)) {
    for (let i = from; i < to; i += 1) {
      const at = Date.parse(byHour[i]?.hour ?? '') / 1000;
      moments[i] = at;
      if (at < first) first = at;
      if (at > last) last = at;
    }
    yield to - from;
  }
  const step = stepFor(last - first);
  const clock = new ZoneClock(zone);
  const sums = new Map<number, Sums>();
  for (const [from, to] of pieces(byHour.length)) {
    for (let i = from; i < to; i += 1) {
      const at = moments[i] ?? NaN;
      const row = byHour[i];
      if (row === undefined || Number.isNaN(at)) continue;
      const key = step === 'hour' ? at : clock.keyOf(step, at);
      const sum = sums.get(key) ?? nothing();
      for (const column of columns) sum[column] += row[column];
      sums.set(key, sum);
    }
    yield to - from;
  }
  const buckets = [...sums].map(([key, sum]) => {
    const start = step === 'hour' ? key : clock.momentOf(key);
    const end = step === 'hour' ? key + stepSeconds.hour : clock.endOf(step, key);
    return { ...sum, start, end, label: stepLabel(step, zone, start) };
  });
  return { step, seconds: stepSeconds[step], buckets: buckets.sort((a, b) => a.start - b.start), zone };
}

/** Steps into which the buckets of each can be added up: a week may belong to two months. */
const wider: Readonly<Record<Step, readonly Exclude<Step, 'hour'>[]>> = {
  hour: ['day', 'week', 'month', 'year'],
  day: ['week', 'month', 'year'],
  week: [],
  month: ['year'],
  year: [],
  century: [],
};

/** The same in fewer stretches, at most `most` where its calendar has such: paper shows days where the chart above has hours. */
export function coarser(series: TimeSeries, most: number): TimeSeries {
  if (series.buckets.length <= most) return series;
  const { zone } = series;
  const clock = new ZoneClock(zone);
  let told = series;
  for (const step of wider[series.step]) {
    const groups = new Map<number, Bucket[]>();
    for (const bucket of series.buckets) entryOf(groups, clock.keyOf(step, bucket.start), () => []).push(bucket);
    const buckets = [...groups].map(([key, some]) => {
      const start = clock.momentOf(key);
      return { ...seriesTotal(some), start, end: clock.endOf(step, key), label: stepLabel(step, zone, start) };
    });
    told = { step, seconds: stepSeconds[step], buckets, zone };
    if (buckets.length <= most) break;
  }
  return told;
}

/**
 * Heights for uPlot, the tallest first so that the lower ones are painted over it; one array for each entry of `stackOrder`, reversed.
 * `null` where there is no such message: a bar of no height would still be outlined.
 */
export function stackedHeights(buckets: readonly Bucket[], visible: ReadonlySet<Stacked>): readonly (readonly (number | null)[])[] {
  const heights = buckets.map(() => 0);
  return stackOrder
    .map((name) =>
      buckets.map((bucket, i) => {
        const own = visible.has(name) ? bucket[name] : 0;
        const height = (heights[i] ?? 0) + own;
        heights[i] = height;
        return own === 0 ? null : height;
      }),
    )
    .reverse();
}

/** The sum of all buckets: the last row of the table. */
export function seriesTotal(buckets: readonly Bucket[]): Readonly<Record<Stacked | 'inbound', number>> {
  const sum = nothing();
  for (const bucket of buckets) for (const column of columns) sum[column] += bucket[column];
  return sum;
}
