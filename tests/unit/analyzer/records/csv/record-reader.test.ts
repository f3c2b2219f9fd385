import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRows, type ReadRows } from './read-rows.ts';

const WIDE = { cells: new Map(), status: -1, width: 3, needed: 3, twice: [], ignored: [] };
/** Reads a table of three columns that are no columns of a log: nothing but the width tells whether a row is right. */
const read = (text: string, pieces?: readonly number[]): ReadRows => readRows(text, pieces, WIDE);

const text = 'a,b,c\n"1","two\nlines, ""quoted""",3\n"4",,6\n7,8,9';
const rows = [
  ['a', 'b', 'c'],
  ['1', 'two\nlines, "quoted"', '3'],
  ['4', '', '6'],
  ['7', '8', '9'],
];

test('a piece may end at any character, or be empty', () => {
  for (let size = 1; size <= text.length; size += 1) {
    expect(read(text, [size]).rows).toEqual(rows);
    expect(read(text, [0, size, 0, 1]).rows).toEqual(rows);
  }
});

test('LF, CR LF and bare CR end a record, and CR LF leaves no CR behind', () => {
  expect(read(text.replaceAll(/\n(?!lines)/g, '\r\n')).rows).toEqual(rows);
  expect(read(text.replaceAll('\n', '\r')).rows).toEqual(rows.map((row) => row.map((cell) => cell.replace('\n', '\r'))));
});

test('lines are lines of the file, not records', () => {
  for (const lineEnd of ['\n', '\r\n', '\r']) expect(read(`${text}\n`.replaceAll('\n', lineEnd), [12]).lines).toEqual([1, 2, 4, 5]);
});

test('only a last row without a line end is the end of the file', () => {
  expect([read(text).isEnd, read(`${text}\n`).isEnd, read(`${text}\r`).isEnd]).toEqual([true, false, false]);
});

test('a file cut inside quotes tells the line of its last record', () => {
  const { rows: whole, told } = read('a,b,c\n1,2,3\n4,"cut he');
  expect([whole.length, told]).toEqual([2, ['truncated-end 3']]);
});

test('a quote that is never closed costs no line but its own, and that one is read with it', () => {
  for (const count of [2, 20_000]) {
    const { rows: whole, told } = read(`a,b,c\n1,"oops,3\n${'4,5,6\n'.repeat(count)}`, [50_000]);
    expect([whole.length, whole[1], told]).toEqual([count + 2, ['1', 'oops', '3'], ['stray-quotes 2']]);
  }
});

test('a line with an open quote that is no row either way is told and skipped', () => {
  const { rows: whole, told } = read(`a,b,c\n"oops,3\n${'4,5,6\n'.repeat(20_000)}`, [50_000]);
  expect([whole.length, told]).toEqual([20_001, ['broken-quotes 2']]);
});

test('where pieces are cut changes nothing, whatever the text', () => {
  const piece = fc.constantFrom('a', '"', ',', '\n', '\r\n', '\r', '""', ' ', '"x"', 'é', '1,2,3\n', '"1","2","3"\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (parts, size) => {
      const whole = `a,b,c\n${parts.join('')}`;
      expect(read(whole, [size])).toEqual(read(whole));
    }),
    { numRuns: 2000 },
  );
});
