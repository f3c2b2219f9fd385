import { describe, expect, test } from 'vitest';
import { listedCells, rowsIn } from '../../../../src/analyzer/grouped/lists.ts';
import { groupedColumns, rowReader, type GroupedColumn, type GroupedRow } from '../../../../src/analyzer/grouped/rows.ts';

const read = rowReader(groupedColumns);

/** A row of the file with these cells. */
function rowOf(cells: Readonly<Partial<Record<GroupedColumn, string>>>): GroupedRow {
  const row = typeof read === 'string' ? read : read(groupedColumns.map((column) => cells[column] ?? ''));
  return typeof row === 'string' ? expect.fail(row) : row;
}

const told = (cells: Readonly<Partial<Record<GroupedColumn, string>>>) => {
  const rows = rowsIn(rowOf(cells));
  return typeof rows === 'string'
    ? rows
    : rows.map(({ cell, n, more, first, last }) => [cell('sender'), cell('person'), cell('sid'), n, more, first, last]);
};

test('a row without a list is itself', () => {
  expect(told({ grouped_v1: 'pace', sender: 'A', n: '3', more: '4', first: '900000' })).toEqual([['A', '', '', 3, 4, 900_000, NaN]]);
});

describe('items', () => {
  test('begin where the one before began, and share all other cells', () => {
    expect(told({ grouped_v1: 'pace', sender: 'A', first: '900000', list: '0 3;2q 4 5;1s 1s 2q;7 1' })).toEqual([
      ['A', '', '', 3, NaN, 900_000, NaN],
      ['A', '', '', 4, 5, 2_700_000, NaN],
      ['A', '', '', 1_000, 1_800_000, 2_701_000, NaN],
      ['A', '', '', 1, NaN, 2_701_007, NaN],
    ]);
  });

  test('have signs of lists in their texts, and empty cells', () => {
    expect(told({ grouped_v1: 'failed', sender: 'A', n: '1', first: '5000', list: '0 a%20b%3Bc%2520;; SM1 1s -1s;1s  SM2' })).toEqual([
      ['A', 'a b;c%20', '', 1, NaN, 5_000, NaN],
      ['A', '', '', 1, NaN, NaN, NaN],
      ['A', 'SM1', '1s', 1, NaN, NaN, 4_000],
      ['A', '', 'SM2', 1, NaN, 6_000, NaN],
    ]);
  });

  test('tell a last time from their first, else from that of the row, else from 1970', () => {
    expect(told({ grouped_v1: 'place', first: '900000', list: '1q 1  2s; 1  2s' })).toMatchObject([
      ['', '', '', 1, NaN, 1_800_000, 1_802_000],
      ['', '', '', 1, NaN, NaN, 902_000],
    ]);
    expect(told({ grouped_v1: 'failed', list: ' p x 3s' })).toMatchObject([['', 'p', 'x', 0, NaN, NaN, 3_000]]);
  });

  test.for([
    ['0 x', 'has something else where a whole number belongs'],
    ['0 1.5', 'has something else where a whole number belongs'],
    ['0 1h', 'has something else where a whole number belongs'],
    ['0 12345678901234567', 'has something else where a whole number belongs'],
    ['0 1 1 1', 'has a list with too many cells'],
  ] as const)('%s is told', ([list, why]) => {
    expect(told({ grouped_v1: 'pace', first: '0', list })).toBe(why);
    expect(told({ grouped_v1: 'pace', first: '0', list: `0 1;${list}` })).toBe(why);
  });
});

test('parts without lists have none', () => {
  expect(told({ grouped_v1: 'kind', list: '1' })).toBe('has a list where none belongs');
  // The cells of a list are public: files of this program are kept.
  expect(Object.entries(listedCells).map(([part, cells]) => `${part}: ${cells.join(' ')}`)).toEqual([
    'failed: first person sid last more area',
    'sampled: first person area sid more',
    'hour: first n last',
    'pace: first n more',
    'place: first n more last',
    'silent: first sid',
    'waiting: first n',
    'waiting-newest: first sid',
    'waited: first n',
    'waited-newest: first sid',
    'queue: more n',
    'carrier: more n',
    'coded: person',
    'reached: person',
    'stopped: person',
  ]);
});
