import { describe, expect, test } from 'vitest';
import type { HourCount } from '../../../../src/analyzer/report/report.ts';
import { seriesTotal, stackedHeights, stackOrder, timeSeries } from '../../../../src/islands/chart/time-series.ts';
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
  const { step, buckets } = timeSeries(troubled.byHour, 'UTC');
  expect([step, buckets.length, buckets[0]?.label]).toEqual(['hour', 48, '14 Aug 2025 09:00']);
});

describe.each([
  [500, 'day'],
  [8000, 'week'],
] as const)('a log of %i hours', (count, expected) => {
  test.for(['UTC', 'America/New_York', 'Asia/Kolkata'])(`is shown by the ${expected} in %s and loses no message`, (zone) => {
    const { step, buckets } = timeSeries(hours(count), zone);
    expect(step).toBe(expected);
    expect(seriesTotal(buckets)).toMatchObject({ delivered: count, failed: 2 * count, inbound: count });
  });
});

test('days begin at midnight of the zone, weeks on Monday', () => {
  const days = timeSeries(hours(500), 'America/New_York').buckets.map(({ start }) => new Date(start * 1000).getUTCHours());
  expect(new Set(days)).toEqual(new Set([5]));
  const weeks = timeSeries(hours(8000), 'UTC').buckets.map(({ start }) => new Date(start * 1000).getUTCDay());
  expect(new Set(weeks)).toEqual(new Set([1]));
});

test('the tallest heights come first and end at the sum of what is visible', () => {
  const { buckets } = timeSeries([hour('2025-01-01T00:00:00Z')], 'UTC');
  expect(stackedHeights(buckets, new Set(stackOrder)).map(([first]) => first)).toEqual([3, 2, 2, 2, 2, 2]);
  expect(stackedHeights(buckets, new Set(['failed'] as const)).map(([first]) => first)).toEqual([2, 2, 2, 2, 2, 2]);
});

test('a log without readable hours has no buckets', () => {
  expect(timeSeries([hour('never')], 'UTC').buckets).toEqual([]);
});
