import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PIECE_ROWS } from '../../../../src/islands/kit/in-slices.ts';
import { guarded } from '../../../../src/analyzer/write/cells.ts';
import { toCsv, toLines } from '../../../../src/islands/take-away/csv.ts';

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '\tx', '\rx'])('%j cannot start a formula', (text) => {
  expect(guarded(text)).toMatch(/^'/);
});

test('no cell of a saved list starts a formula or breaks a row', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const rows = [...toCsv('Number', cells)].join('').split('\r\n');
      expect(rows).toHaveLength(cells.length + 2);
      for (const row of rows.slice(0, -1)) expect(row).not.toMatch(/^"[=+\-@\p{Cc}]/u);
    }),
  );
});

test('quotes are doubled', () => {
  expect([...toCsv('a"b', ['c'])].join('')).toBe('"a""b"\r\n"c"\r\n');
});

test('copied numbers stay numbers and anything else is guarded', () => {
  expect([...toLines(['+14155550117', '=cmd|x', '+1(415)'])].join('')).toBe("+14155550117\n'=cmd|x\n'+1(415)");
});

test('a long list is made in pieces of a bounded size, and none is lost', () => {
  const numbers = Array.from({ length: 20_001 }, (_, i) => `+1202555${String(i).padStart(5, '0')}`);
  for (const pieces of [[...toCsv('Number', numbers)].slice(1), [...toLines(numbers)]]) {
    const sizes = pieces.map((piece) => piece.match(/\+/g)?.length ?? 0);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(PIECE_ROWS);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(numbers.length);
  }
  expect([...toLines(numbers)].join('')).toBe(numbers.join('\n'));
});
