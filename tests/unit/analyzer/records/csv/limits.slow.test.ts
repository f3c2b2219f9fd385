/** Tests of time and memory: too long to be asked once a mutant (tests/mutants). */
import { describe, expect, test } from 'vitest';
import { RecordReader } from '../../../../../src/analyzer/records/csv/record-reader.ts';
import { bareRow, HEADER, log, quotedRow } from './log-row.ts';
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
