import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordReader } from '../../../../../src/analyzer/records/csv/record-reader.ts';
import type { Row } from '../../../../../src/analyzer/records/row-batch.ts';

/** Reads a text in pieces of one size. */
function read(
  text: string,
  size = Infinity,
  width = 3,
): { readonly rows: readonly Row[]; readonly lines: readonly number[]; readonly reader: RecordReader } {
  const reader = new RecordReader(',', text, width);
  const parts = [];
  for (let at = 0; at < text.length; at += size) parts.push(...reader.read(text.slice(at, at + size), at + size >= text.length));
  return { rows: parts.flatMap(({ rows }) => rows), lines: parts.map(({ firstLine }) => firstLine), reader };
}

const text = 'a,b,c\n"1","two\nlines, ""quoted""",3\n"4",,6\n7,8,9';
const rows = [
  ['a', 'b', 'c'],
  ['1', 'two\nlines, "quoted"', '3'],
  ['4', '', '6'],
  ['7', '8', '9'],
];

test('a piece may end at any character', () => {
  for (let size = 1; size <= text.length; size += 1) expect(read(text, size).rows).toEqual(rows);
});

test('LF, CR LF and bare CR end a record, and CR LF leaves no CR behind', () => {
  expect(read(text.replaceAll(/\n(?!lines)/g, '\r\n')).rows).toEqual(rows);
  expect(read(text.replaceAll('\n', '\r')).rows).toEqual(rows.map((row) => row.map((cell) => cell.replace('\n', '\r'))));
});

test('lines are lines of the file, not records', () => {
  expect(read(`${text}\n`, 12).lines.at(-1)).toBe(5);
});

test('a file cut inside quotes tells the line of its last record', () => {
  const { rows: whole, reader } = read('a,b,c\n1,2,3\n4,"cut he');
  expect([whole.length, reader.unclosedEnd, reader.brokenLines]).toEqual([2, 3, []]);
});

test('a quote that is never closed costs its own line only', () => {
  const { rows: whole, reader } = read(`a,b,c\n1,"oops,3\n${'4,5,6\n'.repeat(20_000)}`, 50_000);
  expect([whole.length, reader.brokenLines]).toEqual([20_001, [2]]);
  const small = read('a,b,c\n1,"oops,3\n4,5,6\n7,8,9');
  expect([small.rows.length, small.reader.brokenLines]).toEqual([3, [2]]);
});

test('where pieces are cut changes nothing, whatever the text', () => {
  const piece = fc.constantFrom('a', '"', ',', '\n', '\r\n', '""', ' ', '"x"', 'é');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (parts, size) => {
      const whole = parts.join('');
      expect(read(whole, size).rows).toEqual(read(whole).rows);
    }),
    { numRuns: 2000 },
  );
});
