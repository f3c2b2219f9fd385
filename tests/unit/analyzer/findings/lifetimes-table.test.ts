import { expect, test } from 'vitest';
import { lifetimes } from '../../../../src/analyzer/findings/validity-expired/lifetimes-table.ts';

const counted = (...saved: readonly (readonly [seconds: number, count: number])[]) => {
  const table = lifetimes(['30036']).make({ limits: {} });
  table.merge(saved);
  return table.middle();
};

test('the middle of the lives, and how many are within a tenth of it', () => {
  expect(counted([100, 10], [110, 5], [111, 3])).toEqual({ count: 18, seconds: 100, near: 15 });
  expect(counted([90, 4], [100, 10], [89, 3])).toEqual({ count: 17, seconds: 100, near: 14 });
});

test('of short lives those within two seconds are near', () => {
  expect(counted([5, 10], [7, 5], [8, 2], [3, 1])).toEqual({ count: 18, seconds: 5, near: 16 });
});

test('of as many shorter as longer ones the shorter are the middle', () => {
  expect(counted([30, 2], [10, 2]).seconds).toBe(10);
  expect(counted([30, 3], [10, 2]).seconds).toBe(30);
  expect(counted()).toEqual({ count: 0, seconds: 0, near: 0 });
});
