import { describe, expect, test } from 'vitest';
import { Random } from '../../../../bench/random.ts';
import { sidOf, usNumber } from '../../../../fixtures/console-row.ts';
import { bareRow, BODY, HEADER, log, quote, quotedRow, SID, STATUS, TO } from './log-row.ts';
import { readRows, type ReadRows } from './read-rows.ts';

/** Recipient, text and SID of every row below the heading. */
const messages = ({ rows }: ReadRows): readonly (readonly unknown[])[] => rows.slice(1).map((row) => [row[TO], row[BODY], row[SID]]);
const message = (n: number, body: string): readonly unknown[] => [usNumber(n), body, sidOf(n)];

describe('a text that is well quoted stays one message', () => {
  test.for([
    ['a line feed and commas', 'one, two\nthree, four'],
    ['as many commas as a row has', 'a,b,c,d,e,f,g,h\ni,j,k,l,m,n,o,p'],
    ['doubled quotes', 'she said "hi",\n"bye", and\n"that"'],
    ['nothing but quotes', '"""'],
    ['a closing quote before a comma, as text', 'a",b'],
    ['2,000 characters', 'word, '.repeat(400)],
    ['2,000 characters and line feeds', 'word,\n'.repeat(400)],
    ['blank lines', '\n\n\n'],
  ] as const)('%s', ([, body]) => {
    for (const row of [bareRow, quotedRow]) {
      const result = readRows(log(row(1, 'first'), row(2, quote(body)), row(3, 'last')));
      expect(messages(result)).toEqual([message(1, 'first'), message(2, body), message(3, 'last')]);
      expect(result.told).toEqual([]);
    }
  });

  test.for([
    ['with a line before and behind', `see:\n${bareRow(9, 'hi')}\nodd?`],
    ['with its own quotes', `see:\n${quotedRow(9, quote('a, b'))}\nodd?`],
    ['and nothing else', `${bareRow(9, 'hi')}\n${bareRow(8, 'hi')}`],
  ] as const)('lines of a log %s, which is told', ([, body]) => {
    for (const row of [bareRow, quotedRow]) {
      const result = readRows(log(row(1, 'first'), row(2, quote(body)), row(3, 'last')));
      expect(messages(result)).toEqual([message(1, 'first'), message(2, body), message(3, 'last')]);
      expect(result.told).toEqual(['rows-in-text 3']);
    }
  });

  test('a line of a log where the text is the first column', () => {
    const line = (n: number, body: string): string => `${body},delivered,2025-08-14T10:00:00Z,0,${usNumber(n)},${sidOf(n)}`;
    const pasted = `${line(8, 'hi')}\nwhat is this?`;
    const { rows, told } = readRows(
      ['Body,Status,SentDate,ErrorCode,To,Sid', line(1, 'first'), line(2, quote(pasted)), line(3, 'last')].join('\n'),
    );
    expect(rows.map(([body]) => body)).toEqual(['Body', 'first', pasted, 'last']);
    expect(told).toEqual(['rows-in-text 3']);
  });

  test('quotes that are not doubled, where they are in no doubt', () => {
    const bodies = ['say "hi" now', '"Sale" today, only', 'a "b" c\nd', 'say "hi" or\nno, or, or, or, or, or, or, or, or, or\nlater'];
    const result = readRows(log(...bodies.map((body, n) => quotedRow(n, `"${body}"`))));
    expect(messages(result)).toEqual(bodies.map((body, n) => message(n, body)));
    expect(result.told).toEqual([]);
  });

  test('quotes that are not doubled and could close the text, where another reading is a message', () => {
    const bodies = ['a "b"\nc', 'a "b", c', 'a "b"', '"a", "b"\n"c"'];
    const result = readRows(log(...bodies.map((body, n) => quotedRow(n, `"${body}"`))));
    expect(messages(result)).toEqual(bodies.map((body, n) => message(n, body)));
    expect(result.told).toEqual(['stray-quotes 2', 'stray-quotes 4', 'stray-quotes 5', 'stray-quotes 6']);
  });
});

describe('a stray quote swallows no row', () => {
  test('nor where no SID tells rows apart, but a time in ISO 8601 and a status', () => {
    const line = (body: string): string => `${body},delivered,2025-08-14T10:00:00Z,0`;
    const { rows, told } = readRows(
      ['Body,Status,SentDate,ErrorCode', line('first'), line('"a ""b"", c"\''), line('second'), line('"d, e"'), line('last')].join('\n'),
    );
    expect(rows.map(([body]) => body)).toEqual(['Body', 'first', 'second', 'd, e', 'last']);
    expect(told).toEqual(['broken-quotes 3']);
  });

  const before = [bareRow(1, 'hi'), bareRow(2, '"Hello, Ana"'), bareRow(3, 'hi')];
  test.for([
    ['around the first word', '"Sale" today only'],
    ['at the beginning', '"Sale today only'],
    ['around the whole text and a comma', '""Sale", today"'],
    ['closed before a comma', '""Yes", she said"'],
    ['closed at the end of a quoted text', '"Hi, she said "yes""'],
    ['alone', '"'],
    ['three in a row', '"""'],
  ] as const)('%s, in a log whose writer quotes commas and doubles nothing', ([, cell]) => {
    for (const last of [bareRow(5, '"Hello, Ana"'), bareRow(5, 'Size 7"'), bareRow(5, '""'), bareRow(5, 'hi')]) {
      const result = readRows(log(...before, bareRow(4, cell, 'failed'), last, ...before));
      expect(result.rows.map((row) => [row.length, row[SID]])).toEqual([
        [15, 'Sid'],
        ...[1, 2, 3, 4, 5, 1, 2, 3].map((n) => [15, sidOf(n)]),
      ]);
      expect(result.rows[4]?.[STATUS]).toBe('failed');
      expect(result.told).toEqual(['stray-quotes 5']);
    }
  });

  test('before any cell of a log with quotes, doubled quotes and line feeds', () => {
    const rows = [1, 2, 3, 4, 5].map((n) => quotedRow(n, quote(n % 2 === 0 ? 'a "b", c' : 'one\ntwo, three')));
    const places = [...log(...rows).matchAll(/,(?=[^ \n])/g)].map(({ index }) => index + 1).filter((place) => place > HEADER.length);
    expect(places.length).toBeGreaterThan(60);
    for (const place of places) {
      const text = log(...rows);
      const result = readRows(`${text.slice(0, place)}"${text.slice(place)}`);
      expect(result.rows.map((row) => [row.length, row[SID]])).toEqual([[15, 'Sid'], ...[1, 2, 3, 4, 5].map((n) => [15, sidOf(n)])]);
      // A quote before a cell that is quoted already stays in it.
      expect(result.rows.map((row) => row[TO]?.replace(/^"/, ''))).toEqual(['To', ...[1, 2, 3, 4, 5].map(usNumber)]);
    }
  });

  test('a row that lacks its last cells is not swallowed either', () => {
    const short = bareRow(2, '"Sale today only').replace(/,FALSE,$/, '');
    const result = readRows(log(bareRow(1, 'hi'), short, bareRow(3, 'Size 7"'), bareRow(4, 'hi')));
    expect(result.rows.map((row) => row[SID])).toEqual(['Sid', ...[1, 2, 3, 4].map(sidOf)]);
    expect(result.told).toEqual(['stray-quotes 3']);
  });

  test('a line that is no row either way is skipped and told, and the rows behind it are read', () => {
    const result = readRows(log(bareRow(1, 'hi'), bareRow(2, '"oops, again'), bareRow(3, 'a, b "c"'), bareRow(4, 'hi')));
    expect(result.told).toEqual(['broken-quotes 3']);
    expect(result.rows.map((row) => row.length)).toEqual([15, 15, 16, 15]);
    expect(result.lines).toEqual([1, 2, 4, 5]);
  });

  test('rows are recovered under columns in any order', () => {
    const other = 'Sid,To,Status,SentDate,ErrorCode,Body';
    const line = (n: number, body: string): string => `${sidOf(n)},${usNumber(n)},failed,2025-08-14T10:00:00Z,0,${body}`;
    const text = [other, line(1, 'hi'), line(2, '"Sale" now'), line(3, '"Hello, Ana"'), line(4, 'hi')].join('\n');
    expect(readRows(text).rows.map(([sid]) => sid)).toEqual(['Sid', ...[1, 2, 3, 4].map(sidOf)]);
  });
});

/**
 * A log by a writer who puts quotes around texts with a comma or a line feed and doubles nothing; one text in fifty begins
 * with a typed quote.
 */
function naiveLog(seed: number, rows: number): { readonly text: string; readonly bodies: readonly string[] } {
  const random = new Random(seed);
  const words = ['Hello', 'your code is 4711', 'see you at noon', 'Sale', 'thank you', 'reply YES', '7" wide', 'call us'] as const;
  const typed = ['"Sale" today', '"Yes", she said', '"oops', '"oops, again', '"A" or "B"', '"', '"Hi\nthere"', '"Hi", all,\nbye'] as const;
  const bodies = Array.from({ length: rows }, () => {
    if (random.below(50) === 0) return random.pick(typed);
    return [random.pick(words), random.pick(words)].join(random.pick([', ', ' ', '. ', '\n', ',\n'] as const));
  });
  const text = log(...bodies.map((body, n) => bareRow(n, /[,\n]/.test(body) ? `"${body}"` : body)));
  return { text, bodies };
}

test('300 logs of a naive writer lose no row', { timeout: 60_000 }, () => {
  // A pair of typed quotes around a whole text, or one at its end, cannot be told from the writer's own.
  const bare = (body: string | undefined): string => (body ?? '').replaceAll('"', '');
  let stray = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const { text, bodies } = naiveLog(seed, 400);
    const { rows, told } = readRows(text);
    const read = rows.slice(1).map((row) => [row.length, row[TO], row[SID], bare(row[BODY])].join());
    expect(read.join('\n')).toBe(bodies.map((body, n) => [15, usNumber(n), sidOf(n), bare(body)].join()).join('\n'));
    expect(told.filter((one) => !one.startsWith('stray-quotes'))).toEqual([]);
    stray += told.length;
  }
  expect(stray).toBeGreaterThan(1_000);
});
