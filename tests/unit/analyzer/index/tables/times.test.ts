/** Which of a log's times are believed: a few far ahead of all others are a clock that was wrong. */
import { expect, test } from 'vitest';
import { times, YEAR_MS } from '../../../../../src/analyzer/index/tables/times.ts';

/** Years, each with messages from its beginning on until so long behind it. */
function range(...years: readonly (readonly [year: number, count: number, length?: number])[]) {
  const table = times.make({ limits: {} });
  table.merge(years.map(([year, count, length = 0]) => [year, count, year * YEAR_MS, year * YEAR_MS + length]));
  const { oldest, newest, stray } = table.range();
  return [oldest / YEAR_MS, newest / YEAR_MS, stray];
}

test('a log without times has no range', () => {
  expect(range()).toEqual([Infinity, -Infinity, 0]);
});

test('whatever follows within a year is believed, however little it is', () => {
  expect(range([50, 10_000], [51, 1])).toEqual([50, 51, 0]);
  expect(range([50, 10_000], [51, 1], [52, 1], [53, 1])).toEqual([50, 53, 0]);
});

test('a few messages more than a year after all others are not', () => {
  expect(range([50, 10_000], [53, 1])).toEqual([50, 50, 1]);
  expect(range([50, 10_000, YEAR_MS / 2], [52, 1])).toEqual([50, 50.5, 1]);
  expect(range([50, 10_000], [51, 10_000], [53, 2], [54, 3])).toEqual([50, 51, 5]);
  expect(range([53, 1], [50, 10_000], [54, 1])).toEqual([50, 50, 2]);
});

test('many of them are', () => {
  expect(range([50, 10_000], [53, 5_000])).toEqual([50, 53, 0]);
  expect(range([50, 10_000], [53, 5_000], [56, 1])).toEqual([50, 53, 1]);
});
