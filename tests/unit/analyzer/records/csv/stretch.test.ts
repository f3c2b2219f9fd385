import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { CELL_LIMIT } from '../../../../../src/analyzer/records/csv/limits.ts';
import type { Row } from '../../../../../src/analyzer/records/row.ts';
import { Stretch } from '../../../../../src/analyzer/records/csv/stretch.ts';

function scanAll(text: string, isLast = false): readonly Row[] {
  const stretch = new Stretch(text, ',', isLast);
  const rows: Row[] = [];
  for (let at = 0; at < text.length;) {
    const scan = stretch.scan(at);
    if (scan.kind !== 'record') break;
    rows.push(scan.row);
    at = scan.end;
  }
  return rows;
}

test('records are those of PapaParse, whatever the text', () => {
  const piece = fc.constantFrom('a', '"', '"', ',', ',', '\n', '\r\n', '""', ' ', '\t', '\u00a0', '"x"', '"x" ,', ',"y" \n', 'é');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const { data } = new Papa.Parser({ delimiter: ',', newline: '\n' }).parse(text, 0, true) as { data: readonly Row[] };
      // PapaParse leaves the CR of CR LF to its caller.
      const expected = data.map((row) => [...row.slice(0, -1), (row.at(-1) ?? '').replace(/\r$/, '')]);
      expect(scanAll(text)).toEqual(expected);
    }),
    { numRuns: 5_000 },
  );
});

test('a cell may be as long as the limit, and an open quote is told when it is longer', () => {
  const fits = `"${'x'.repeat(CELL_LIMIT - 1)}",b\n`;
  expect(scanAll(fits).map(([first = '']) => first.length)).toEqual([CELL_LIMIT - 1]);
  expect(new Stretch(`"${'x'.repeat(CELL_LIMIT)}`, ',', false).scan(0)).toEqual({ kind: 'open', opening: 0 });
  expect(new Stretch(`"${'x'.repeat(CELL_LIMIT - 1)}`, ',', false).scan(0)).toEqual({ kind: 'unfinished' });
  expect(new Stretch('a,"x', ',', true).scan(0)).toEqual({ kind: 'open', opening: 2 });
  // It counts from where the cell begins.
  const before = `${'y'.repeat(100)},`;
  expect(scanAll(`${before}${fits}`).map(([, second = '']) => second.length)).toEqual([CELL_LIMIT - 1]);
  expect(new Stretch(`${before}"${'x'.repeat(CELL_LIMIT)}`, ',', false).scan(0)).toEqual({ kind: 'open', opening: before.length });
  expect(new Stretch(`${before}"${'x'.repeat(CELL_LIMIT - 1)}`, ',', false).scan(0)).toEqual({ kind: 'unfinished' });
});
