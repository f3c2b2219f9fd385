import { expect, test } from 'vitest';
import { FIRST_ROWS, PAGE_ROWS, pageCount, stretchOf } from '../../../../src/islands/report/paging.ts';

test('a folded table shows its first rows', () => {
  expect([stretchOf(50_000, undefined), stretchOf(3, undefined)]).toEqual([
    { from: 0, to: FIRST_ROWS },
    { from: 0, to: 3 },
  ]);
});

test('the pages of a table hold each row once, and none holds more than a page', () => {
  const length = 4_990;
  const pages = Array.from({ length: pageCount(length) }, (_, page) => stretchOf(length, page));
  expect(pages).toHaveLength(50);
  let next = 0;
  for (const { from, to } of pages) {
    expect(from).toBe(next);
    expect(to - from).toBeLessThanOrEqual(PAGE_ROWS);
    next = to;
  }
  expect(next).toBe(length);
});

test('a page beyond the last is the last', () => {
  expect(stretchOf(150, 9)).toEqual({ from: 100, to: 150 });
});

test('a folded table has as many rows as is said', () => {
  expect(stretchOf(30, undefined, 24)).toEqual({ from: 0, to: 24 });
  expect(stretchOf(30, 0, 24)).toEqual({ from: 0, to: 30 });
});
