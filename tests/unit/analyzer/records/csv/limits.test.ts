import { describe, expect, test } from 'vitest';
import { CELL_LIMIT, RECORD_LIMIT, REPAIR_WINDOW } from '../../../../../src/analyzer/records/csv/limits.ts';
import { sidOf } from '../../../../fixtures/console-row.ts';
import { bareRow, log, quote, SID } from './log-row.ts';
import { readRows } from './read-rows.ts';

describe('cells and records are bounded', () => {
  const around = [bareRow(1, 'hi'), bareRow(2, 'hi')] as const;
  const kept = ['Sid', sidOf(1), sidOf(2)];
  const pieces = [[Infinity], [131_072], [10_000, 777]];

  test('the window of a repair is no larger than a cell', () => {
    expect(REPAIR_WINDOW).toBeLessThanOrEqual(CELL_LIMIT);
  });

  test.for([
    ['a text', 'x'.repeat(CELL_LIMIT), undefined],
    ['a text too long by one', 'x'.repeat(CELL_LIMIT + 1), 'overlong-lines 3'],
    ['a quoted text too long', quote('x'.repeat(CELL_LIMIT + 1)), 'broken-quotes 3'],
    ['a line without an end in sight', 'x'.repeat(3 * RECORD_LIMIT), 'overlong-lines 3'],
    ['a line of many cells', 'word, '.repeat(RECORD_LIMIT / 4), 'overlong-lines 3'],
    ['a line of many empty cells', ','.repeat(2 * RECORD_LIMIT), 'overlong-lines 3'],
    ['a quoted text without an end in sight', `"${'x'.repeat(3 * RECORD_LIMIT)}`, 'broken-quotes 3'],
  ] as const)('%s is one line', { timeout: 30_000 }, ([, body, told]) => {
    for (const cut of pieces) {
      const result = readRows(log(around[0], bareRow(3, body), around[1]), cut);
      expect(result.told).toEqual(told === undefined ? [] : [told]);
      expect(result.rows.map((row) => row[SID])).toEqual(told === undefined ? ['Sid', sidOf(1), sidOf(3), sidOf(2)] : kept);
      expect(result.lines.at(-1)).toBe(4);
    }
  });

  test('5,000 columns are no reason to skip a row', () => {
    const more = ',x'.repeat(4_985);
    const { rows, told } = readRows(log(...around).replaceAll(/$/gm, more));
    expect([rows.map((row) => row.length), told]).toEqual([[5_000, 5_000, 5_000], []]);
  });
});
