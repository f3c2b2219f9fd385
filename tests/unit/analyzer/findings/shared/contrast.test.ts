import { expect, test } from 'vitest';
import { contrastOf, type Counts } from '../../../../../src/analyzer/findings/shared/contrast.ts';

const limits = { minShared: 10, minShare: 0.6, rateRatio: 3 };
const clear: Counts = { hits: 12, of: 20, otherHits: 8, otherOf: 500 };

test('most failures share it, and whoever shares it fails far more often', () => {
  expect(contrastOf(clear, limits)).toMatchObject({ times: 37.5 });
  expect(contrastOf(clear, limits)?.excess).toBeCloseTo(12 - (8 / 500) * 20);
  expect(contrastOf(clear, limits)?.least).toBeGreaterThan(0.38);
  expect(contrastOf({ ...clear, otherHits: 0 }, limits)?.times).toBe(Infinity);
});

test.for<readonly [string, Partial<Counts>]>([
  ['too few share it', { hits: 9, otherHits: 6 }],
  ['fewer than three in five share it', { hits: 11, otherHits: 8 }],
  ['the rate is not three times that of the rest', { of: 240 }],
  ['chance could make the difference', { hits: 10, of: 400, otherHits: 0, otherOf: 60 }],
  ['there is nothing to compare with', { otherHits: 0, otherOf: 9 }],
])('nothing is said where %s', ([, counts]) => {
  expect(contrastOf({ ...clear, ...counts }, limits)).toBeUndefined();
});

test('the limits themselves pass', () => {
  expect(contrastOf({ hits: 10, of: 20, otherHits: 0, otherOf: 10 }, limits)).toBeDefined();
  expect(contrastOf({ ...clear, hits: 12, otherHits: 8 }, { ...limits, minShare: 0.6 })).toBeDefined();
});
