import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRow, guarded } from '../../../../src/analyzer/write/cells.ts';
import { inPieces, toCsv } from '../../../../src/analyzer/write/csv.ts';

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '\tx', '\rx'])('%j cannot start a formula', (text) => {
  expect(guarded(text)).toMatch(/^'/);
});

test('no cell of a saved table starts a formula or breaks a row', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const rows = [...toCsv(['Name'], cells, (cell) => [cell])].join('').split('\r\n');
      expect(rows).toHaveLength(cells.length + 2);
      expect(rows.slice(0, -1).filter((row) => !/^(?:"(?:[^=+\-@\p{Cc}"]|""|"$)|\+?\d{1,15}$)/u.test(row))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('an international number and a whole number stay what they are; all else is a text', () => {
  expect(
    ['+14155550117', '42', '123456789012345', '1234567890123456', '-5', '1.5', '=1', 'a"b', ''].map((cell) => csvRow([cell]).trimEnd()),
  ).toEqual(['+14155550117', '42', '123456789012345', '"1234567890123456"', '"\'-5"', '"1.5"', '"\'=1"', '"a""b"', '""']);
});

test('rows have a line each, cells a comma between them', () => {
  expect(
    [
      ...toCsv(
        ['Number', 'Why'],
        [
          ['+14155550117', 'a, b'],
          ['7', ''],
        ],
        (cells) => cells,
      ),
    ].join(''),
  ).toBe('"Number","Why"\r\n+14155550117,"a, b"\r\n7,""\r\n');
});

test('a row is asked for its cells when its piece is made', () => {
  let asked = 0;
  const pieces = toCsv(
    ['Number'],
    Array.from({ length: 1_001 }, (_, n) => n),
    (n) => {
      asked += 1;
      return [String(n)];
    },
  );
  const after = [0, 1, 2, 3].map(() => {
    expect(pieces.next().done).toBe(false);
    return asked;
  });
  expect(after).toEqual([0, 500, 1_000, 1_001]);
});

test('a long list is made in pieces of a bounded size, and none is lost', () => {
  const numbers = Array.from({ length: 20_001 }, (_, i) => `+1202555${String(i).padStart(5, '0')}`);
  const pieces = [...inPieces(numbers, (number) => `${number}\n`)];
  expect(pieces.map((piece) => piece.match(/\+/g)?.length)).toEqual([...Array.from({ length: 40 }, () => 500), 1]);
  expect(pieces.join('')).toBe(`${numbers.join('\n')}\n`);
  expect([...inPieces([], String)]).toEqual([]);
});
