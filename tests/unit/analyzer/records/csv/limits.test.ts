import { describe, expect, test } from 'vitest';
import { CELL_LIMIT, RECORD_LIMIT, REPAIR_WINDOW } from '../../../../../src/analyzer/records/csv/limits.ts';
import { RecordReader } from '../../../../../src/analyzer/records/csv/record-reader.ts';
import { sidOf } from '../../../../fixtures/console-row.ts';
import { bareRow, HEADER, log, quote, quotedRow, SID } from './log-row.ts';
import { layoutOfHeading, readRows } from './read-rows.ts';

/** Seconds of CPU that a task takes, so that other work on the machine counts little. */
function cpuSeconds(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));

describe('no text takes long', () => {
  test.for([
    ['a quote in every line', '"a\n'],
    ['a quoted cell in every line', '"a",\n'],
    ['lines that begin as rows do', '+1,+2,"a\n'],
    ['texts closed too early', '+1,+2,"a",b",c",\n'],
    ['many quoted cells, too many', '"a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p"\n'],
    ['many quoted cells, with stray quotes', '"a","b","c"d,"d","e","f","g","h","i","j","k","l","m","n,"o"\n'],
    ['doubled quotes', '"","",""a"",\n'],
    ['quotes', '"'],
    ['quotes and blanks', '" '],
    ['quotes and commas', '",'],
    ['quotes and line feeds', '"\n'],
    ['commas', ','],
    ['bare CR', '\r'],
    ['LF CR', '\n\r'],
    ['CR in lines', 'a\r"\n'],
    ['rows with an open quote', `${bareRow(1, '"Sale today')}\n`],
    ['rows with an open quote behind the text', `${quotedRow(1, 'hi', '"failed')}\n`],
    ['rows too wide', `${quotedRow(1, '"Hello", Ana')}\n`],
  ] as const)('%s: time grows with the length and no faster', { timeout: 60_000 }, ([, unit]) => {
    const read = (length: number) => (): void => void readRows(`${HEADER}\n${filled(unit, length)}`, [131_072]);
    const seconds = (length: number): number => Math.min(cpuSeconds(read(length)), cpuSeconds(read(length)));
    // Once before anything is measured: the code is compiled then.
    read(100_000)();
    // Eight times the text may take three times eight times as long; time that grows with the square takes 64 times as long.
    expect(seconds(800_000)).toBeLessThan(8 * 3 * Math.max(seconds(100_000), 0.02));
  });

  test('30,000 rows with a quote that is not escaped are read, every one', { timeout: 30_000 }, () => {
    const rows = Array.from({ length: 30_000 }, (_, n) =>
      bareRow(n, n % 2 === 0 ? '"Sale" today only' : 'He said "yes", and "no"'.replace(',', '')),
    );
    const result = readRows(log(...rows), [131_072]);
    expect(result.rows.filter((row) => row.length === 15)).toHaveLength(30_001);
    expect(result.told).toHaveLength(15_000);
  });
});

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

  test('memory does not grow with a line or an open quote of 100 MB', { timeout: 60_000 }, () => {
    for (const start of ['x', '+1,+2,"']) {
      const told: string[] = [];
      const reader = new RecordReader({
        delimiter: ',',
        head: HEADER,
        layout: layoutOfHeading(HEADER),
        tell: (trouble, line) => told.push(`${trouble} ${String(line)}`),
      });
      const feed = (text: string, isLast = false): void => {
        expect([...reader.read(text, isLast)].flatMap(({ rows }) => rows).every(([from]) => from === 'From')).toBe(true);
      };
      feed(`${HEADER}\n${start}`);
      const before = process.memoryUsage().heapUsed;
      const piece = 'word, '.repeat(20_000);
      let most = 0;
      for (let bytes = 0; bytes < 100e6; bytes += piece.length) {
        feed(piece);
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
      feed('', true);
      expect(told).toEqual([start === 'x' ? 'overlong-lines 2' : 'broken-quotes 2']);
      expect(most).toBeLessThan(80e6);
    }
  });
});
