import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guarded, toCsv, toLines } from '../../../../src/islands/take-away/csv.ts';

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j cannot start a formula', (text) => {
  expect(guarded(text)).toMatch(/^'/);
});

test('no cell of a saved list starts a formula or breaks a row', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const rows = toCsv(cells.map((cell) => [cell])).split('\r\n');
      expect(rows).toHaveLength(cells.length + 1);
      for (const row of rows.slice(0, -1)) expect(row).not.toMatch(/^"[=+\-@\p{Cc}]/u);
    }),
  );
});

test('quotes are doubled', () => {
  expect(toCsv([['a"b', 'c']])).toBe('"a""b","c"\r\n');
});

test('copied numbers stay numbers and anything else is guarded', () => {
  expect(toLines(['+14155550117', '=cmd|x', '+1(415)'])).toBe("+14155550117\n'=cmd|x\n'+1(415)");
});
