import { expect, test } from 'vitest';
import { barAt, barsIn, moved, stretchBetween, windowOfBars } from '../../../../src/islands/chart/brush.ts';
import type { Bucket } from '../../../../src/islands/chart/time-series.ts';

/** Bars of an hour, seconds since 1970; the third is missing. */
const bars = [0, 3600, 10_800].map((start) => ({ start, end: start + 3600 })) as unknown as readonly Bucket[];

test('keys go from bar to bar, never past an end', () => {
  expect(moved(undefined, 'ArrowRight', false, 3)).toEqual({ at: 0 });
  expect(moved(undefined, 'ArrowLeft', false, 3)).toEqual({ at: 2 });
  expect(moved({ at: 0 }, 'ArrowLeft', false, 3)).toEqual({ at: 0 });
  expect(moved({ at: 1 }, 'ArrowRight', false, 3)).toEqual({ at: 2 });
  expect(moved({ at: 2 }, 'ArrowRight', false, 3)).toEqual({ at: 2 });
  expect(moved({ at: 2 }, 'Home', false, 30)).toEqual({ at: 0 });
  expect(moved({ at: 2 }, 'End', false, 30)).toEqual({ at: 29 });
  expect(moved({ at: 2 }, 'PageDown', false, 30)).toEqual({ at: 12 });
  expect(moved({ at: 12 }, 'PageUp', false, 30)).toEqual({ at: 2 });
  expect(moved({ at: 2 }, 'x', false, 30)).toBeUndefined();
  expect(moved(undefined, 'ArrowRight', false, 0)).toBeUndefined();
});

test('with Shift they draw from where they began, and without it that is forgotten', () => {
  const drawn = moved({ at: 1 }, 'ArrowRight', true, 9);
  expect(drawn).toEqual({ at: 2, anchor: 1 });
  expect(moved(drawn, 'ArrowRight', true, 9)).toEqual({ at: 3, anchor: 1 });
  expect(moved(drawn, 'Home', true, 9)).toEqual({ at: 0, anchor: 1 });
  expect(moved(drawn, 'ArrowRight', false, 9)).toEqual({ at: 3 });
  expect(moved(undefined, 'ArrowRight', true, 9)).toEqual({ at: 0, anchor: 0 });
});

test('a stretch of bars is the time from the first to the end of the last', () => {
  expect(stretchBetween(2, 1)).toEqual({ from: 1, to: 2 });
  expect(windowOfBars(bars, { from: 1, to: 2 })).toEqual({ from: 3_600_000, to: 14_400_000 });
  expect(windowOfBars(bars, { from: 1, to: 3 })).toBeUndefined();
});

test('a window touches the bars that have a moment of it', () => {
  expect(barsIn(bars, { from: 3_600_000, to: 14_400_000 })).toEqual({ from: 1, to: 2 });
  expect(barsIn(bars, { from: 3_599_999, to: 3_600_000 })).toEqual({ from: 0, to: 0 });
  expect(barsIn(bars, { from: 3_600_000, to: 3_600_001 })).toEqual({ from: 1, to: 1 });
  expect(barsIn(bars, { from: 7_200_000, to: 10_800_000 })).toBeUndefined();
  expect(barsIn(bars, { from: 14_400_000, to: 15_000_000 })).toBeUndefined();
});

test('a moment is on its bar, between two on the nearer one, outside on the last', () => {
  expect([-5, 0, 3599, 3600, 8999, 9000, 9001, 10_800, 14_400, 99_999].map((at) => barAt(bars, at))).toEqual([
    0, 0, 0, 1, 1, 2, 2, 2, 2, 2,
  ]);
  expect(barAt([], 5)).toBeUndefined();
});

test('where the zone is half an hour off, a day is the hours that begin in it, and only its own', () => {
  const days = [1800, 88_200].map((start) => ({ start, end: start + 86_400 })) as unknown as readonly Bucket[];
  const first = windowOfBars(days, { from: 0, to: 0 });
  expect(first).toEqual({ from: 3_600_000, to: 90_000_000 });
  expect(first && barsIn(days, first)).toEqual({ from: 0, to: 0 });
});
