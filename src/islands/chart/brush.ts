import type { Bucket } from './time-series.ts';

/** Bars from one to another, both included, by their places. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of time, milliseconds since 1970: `from` included, `to` not. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where the keyboard is in the chart: the bar that is read, and where a stretch was begun. */
export interface Caret {
  readonly at: number;
  readonly anchor?: number;
}

export const stretchBetween = (one: number, other: number): Stretch => ({ from: Math.min(one, other), to: Math.max(one, other) });

/** Bars that a page key goes over. */
const PAGE = 10;

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: -Infinity,
  End: Infinity,
};

/**
 * A key in the chart: arrows, page keys, Home and End move by bars; with Shift they draw a stretch from where they began.
 *
 * @param caret absent before the first key: the first bar is read then, or the last
 * @returns `undefined` where the key means nothing here
 */
export function moved(caret: Caret | undefined, key: string, isDrawing: boolean, bars: number): Caret | undefined {
  const step = steps[key];
  if (step === undefined || bars === 0) return undefined;
  const start = caret?.at ?? (step > 0 ? -1 : bars);
  const at = Math.min(bars - 1, Math.max(0, start + step));
  if (!isDrawing) return { at };
  return { at, anchor: caret?.anchor ?? caret?.at ?? at };
}

const HOUR = 3600;

/**
 * The time of a bar's messages, milliseconds. They are counted by hours of UTC, so where a zone's clock is half an hour off, a day holds
 * the hours that begin in it.
 */
const hoursOf = ({ start, end }: Bucket): Window => ({
  from: Math.ceil(start / HOUR) * HOUR * 1000,
  to: Math.ceil(end / HOUR) * HOUR * 1000,
});

/** The time of a stretch of bars. */
export function windowOfBars(buckets: readonly Bucket[], { from, to }: Stretch): Window | undefined {
  const [first, last] = [buckets[from], buckets[to]];
  return first === undefined || last === undefined ? undefined : { from: hoursOf(first).from, to: hoursOf(last).to };
}

/** The bars that a window touches; `undefined` for none. */
export function barsIn(buckets: readonly Bucket[], { from, to }: Window): Stretch | undefined {
  const first = buckets.findIndex((bar) => hoursOf(bar).to > from);
  const last = buckets.findLastIndex((bar) => hoursOf(bar).from < to);
  return first < 0 || last < first ? undefined : { from: first, to: last };
}

/** The bar at a moment, or the nearest one, by its place; `undefined` where there are none. @param at seconds since 1970 */
export function barAt(buckets: readonly Bucket[], at: number): number | undefined {
  if (buckets.length === 0) return undefined;
  const next = buckets.findIndex(({ end }) => end > at);
  if (next < 0) return buckets.length - 1;
  const [bar, before] = [buckets[next], buckets[next - 1]];
  if (bar === undefined || before === undefined || bar.start <= at) return next;
  return at - before.end < bar.start - at ? next - 1 : next;
}
