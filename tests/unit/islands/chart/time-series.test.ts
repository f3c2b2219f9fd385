import { describe, expect, test } from 'vitest';
import type { HourCount } from '../../../../src/analyzer/report/report.ts';
import { coarser, seriesTotal, stackedHeights, stackOrder, timeSeries } from '../../../../src/islands/chart/time-series.ts';
import type { TimeSeries } from '../../../../src/islands/chart/time-series.ts';
import { atOnce, PIECE_ROWS } from '../../../../src/islands/kit/in-slices.ts';
import type { Slices } from '../../../../src/islands/kit/in-slices.ts';
import { troubled } from '../report-fixture.ts';

const hour = (iso: string): HourCount => ({
  hour: iso,
  delivered: 1,
  noReceipt: 0,
  inFlight: 0,
  undelivered: 0,
  failed: 2,
  inbound: 1,
  other: 0,
});
const hours = (count: number): readonly HourCount[] =>
  Array.from({ length: count }, (_, i) => hour(new Date(Date.UTC(2025, 0, 1, i)).toISOString()));

test('a short log is shown by the hour', () => {
  const { step, buckets } = atOnce(timeSeries(troubled.byHour, 'UTC'));
  expect([step, buckets.length, buckets[0]?.label]).toEqual(['hour', 48, '14 Aug 2025 09:00']);
});

describe.each([
  [500, 'day'],
  [8000, 'week'],
] as const)('a log of %i hours', (count, expected) => {
  test.for(['UTC', 'America/New_York', 'Asia/Kolkata'])(`is shown by the ${expected} in %s and loses no message`, (zone) => {
    const { step, buckets } = atOnce(timeSeries(hours(count), zone));
    expect(step).toBe(expected);
    expect(seriesTotal(buckets)).toMatchObject({ delivered: count, failed: 2 * count, inbound: count });
  });
});

test('days begin at midnight of the zone, weeks on Monday', () => {
  const days = atOnce(timeSeries(hours(500), 'America/New_York')).buckets.map(({ start }) => new Date(start * 1000).getUTCHours());
  expect(new Set(days)).toEqual(new Set([5]));
  const weeks = atOnce(timeSeries(hours(8000), 'UTC')).buckets.map(({ start }) => new Date(start * 1000).getUTCDay());
  expect(new Set(weeks)).toEqual(new Set([1]));
});

test('each bar ends where the next one may begin, also where a clock is put forward or back', () => {
  const ends = (count: number, zone: string) =>
    atOnce(timeSeries(hours(count), zone)).buckets.every(({ end }, i, all) => i === all.length - 1 || end === all[i + 1]?.start);
  expect(ends(500, 'America/New_York')).toBe(true);
  expect(ends(5_700, 'America/New_York')).toBe(true);
  expect(ends(8_000, 'Asia/Kolkata')).toBe(true);
  expect(ends(60_000, 'UTC')).toBe(true);
  expect(atOnce(timeSeries(hours(3), 'UTC')).buckets.map(({ start, end }) => end - start)).toEqual([3_600, 3_600, 3_600]);
  const year = atOnce(timeSeries([hour('1990-02-01T00:00:00Z'), hour('2030-02-01T00:00:00Z')], 'UTC')).buckets[0];
  expect(year && new Date(year.end * 1000).toISOString()).toBe(
    year?.label === '1990' ? '1991-01-01T00:00:00.000Z' : '1990-03-01T00:00:00.000Z',
  );
});

test('the tallest heights come first, end at the sum of what is visible, and are none where there is nothing', () => {
  const { buckets } = atOnce(timeSeries([{ ...hour('2025-01-01T00:00:00Z'), noReceipt: 4 }], 'UTC'));
  expect(stackedHeights(buckets, new Set(stackOrder)).map(([first]) => first)).toEqual([7, null, null, 6, null, 2]);
  expect(stackedHeights(buckets, new Set(['failed'] as const)).map(([first]) => first)).toEqual([null, null, null, null, null, 2]);
});

test('a log without readable hours has no buckets', () => {
  expect(atOnce(timeSeries([hour('never')], 'UTC')).buckets).toEqual([]);
});

/** A series, and how many rows each slice of the work took. */
function inSlices(work: Slices<TimeSeries>): { readonly series: TimeSeries; readonly slices: readonly number[] } {
  const slices: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done === true) return { series: step.value, slices };
    slices.push(step.value);
  }
}

describe.each([
  ['99,000 hours, one after another,', 99_000, (i: number) => Date.UTC(2014, 0, 1, i), 'month'],
  ['9,900 hours, one a quarter of a year, over 2,400 years,', 9_900, (i: number) => Date.UTC(100, 0, 1, 2190 * i), 'century'],
] as const)('%s', (_, count, at, expected) => {
  test.for(['UTC', 'Asia/Kolkata'])('are added up in slices of a bounded size to a bounded number of bars in %s', (zone) => {
    const rows = Array.from({ length: count }, (_entry, i) => hour(new Date(at(i)).toISOString()));
    const { series, slices } = inSlices(timeSeries(rows, zone));
    expect(series.step).toBe(expected);
    expect(series.buckets.length).toBeLessThanOrEqual(250);
    expect(seriesTotal(series.buckets)).toMatchObject({ delivered: count, failed: 2 * count, inbound: count });
    expect(Math.max(...slices)).toBeLessThanOrEqual(PIECE_ROWS);
    // Each row is looked at twice: for its time, then for its figures.
    expect(slices.reduce((sum, rowsOfSlice) => sum + rowsOfSlice, 0)).toBe(2 * count);
  });
});

test('a day on which the clock changes is one bar, and so is its week', () => {
  const days = atOnce(timeSeries(hours(24 * 120), 'America/New_York')).buckets;
  expect(days.filter(({ label }) => label === '9 Mar 2025')).toMatchObject([{ delivered: 23 }]);
  const weeks = atOnce(timeSeries(hours(24 * 300), 'America/New_York')).buckets;
  expect(weeks.filter(({ label }) => label === '3 Mar 2025')).toMatchObject([{ delivered: 7 * 24 - 1 }]);
  expect(new Set(weeks.map(({ label }) => label)).size).toBe(weeks.length);
});

test('long stretches are named by month, year and century', () => {
  const over = (years: number): string | undefined =>
    atOnce(timeSeries([hour('2001-05-06T07:00:00Z'), hour(`${String(2001 + years)}-05-06T07:00:00Z`)], 'Europe/Berlin')).buckets[0]?.label;
  expect([over(6), over(40), over(300)]).toEqual(['May 2001', '2001', '2000 to 2099']);
});

describe('in fewer stretches', () => {
  test('hours are added up into days of the zone, and nothing is lost', () => {
    const series = atOnce(timeSeries(hours(60), 'UTC'));
    const days = coarser(series, 31);
    expect([series.step, days.step, days.buckets.length]).toEqual(['hour', 'day', 3]);
    expect(seriesTotal(days.buckets)).toEqual(seriesTotal(series.buckets));
    expect(days.buckets.map(({ start, end }) => end - start)).toEqual([86_400, 86_400, 86_400]);
    expect(days.zone).toBe('UTC');
  });

  test('few stretches stay as they are, and weeks do, which may belong to two months', () => {
    const series = atOnce(timeSeries(hours(31), 'UTC'));
    expect(coarser(series, 31)).toBe(series);
    const weeks: TimeSeries = { ...series, step: 'week' };
    expect(coarser(weeks, 10)).toBe(weeks);
  });

  test('the first step that is coarse enough is taken, the last where none is', () => {
    const days = atOnce(timeSeries(hours(24 * 100), 'UTC'));
    expect([days.step, coarser(days, 31).step, coarser(days, 5).step, coarser(days, 0).step]).toEqual(['day', 'week', 'month', 'year']);
  });
});
