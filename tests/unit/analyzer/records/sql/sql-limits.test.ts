/** How far a dump is looked at: statements, rows and definitions at the borders of what is read. */
import { describe, expect, test } from 'vitest';
import { columnsDefined, namesIn, placeNames, tableName } from '../../../../../src/analyzer/records/sql/names.ts';
import { tupleAt } from '../../../../../src/analyzer/records/sql/tuple.ts';
import { LONGEST_RECORD } from '../../../../../src/analyzer/records/named-rows.ts';
import { openRecords } from '../../../../../src/analyzer/records/open.ts';
import { Notices } from '../../../../../src/analyzer/report/notices.ts';
import { plainRecords, readNamed } from '../read-named.ts';

const read = (text: string, sizes?: readonly number[]) => readNamed(text, { kind: 'sql' }, sizes);
const insert = (n: number, more = ''): string => `INSERT INTO m (sid, status, body) VALUES ('SM${String(n)}', 'sent', 'a${more}');`;

describe('a row of values', () => {
  test.for([4_095, 4_096, 4_097])('%d values', (count) => {
    const { kind } = tupleAt(`(${Array.from({ length: count }, () => '1').join(',')})`, 0, false);
    expect(kind).toBe(count > 4_096 ? 'broken' : 'row');
  });

  test('is as long as a record may be', () => {
    const of = (length: number) => tupleAt(`('${'x'.repeat(length - 4)}')`, 0, false).kind;
    expect([of(LONGEST_RECORD), of(LONGEST_RECORD + 1), of(LONGEST_RECORD + 2)]).toEqual(['row', 'broken', 'broken']);
  });

  test('is looked at for what a function is given as far as 4,096 characters', () => {
    const of = (length: number) => tupleAt(`(f(${' '.repeat(length - 5)}'a'))`, 0, false).kind;
    expect([of(4_095), of(4_096), of(4_097)]).toEqual(['row', 'row', 'broken']);
  });

  test.for<readonly [text: string, isEscaped: boolean, expected: unknown]>([
    ["x('b')", false, { kind: 'row', values: ['b'], end: 6 }],
    ["('')", false, { kind: 'row', values: [''], end: 4 }],
    [String.raw`('a\0\Z\b\f\r\%b')`, true, { kind: 'row', values: ['a\r%b'], end: 18 }],
    [String.raw`(E'\'x', e'\n')`, false, { kind: 'row', values: ["'x", '\n'], end: 15 }],
    [String.raw`(N'\x')`, false, { kind: 'row', values: [String.raw`\x`], end: 7 }],
    ['(NULL,Default,TRUE,false)', false, { kind: 'row', values: [null, null, null, null], end: 25 }],
    ['(nulls)', false, { kind: 'row', values: ['nulls'], end: 7 }],
    ["(timestamp '2026-08-14', date  'x', _utf8 'y')", false, { kind: 'row', values: ['2026-08-14', 'x', 'y'], end: 46 }],
    ['(date + 1)', false, { kind: 'broken', at: 6 }],
    ["(f('a', 'b'), g(h(1), 2), k(-1.5, 2), ARRAY[1])", false, { kind: 'row', values: ['a', null, '-1.5', null], end: 47 }],
    ["(1::int, 'a'::\"my type\", '{1}'::integer[], 2::numeric(8,5))", false, { kind: 'row', values: ['1', 'a', '{1}', '2'], end: 59 }],
    ["('a' COLLATE utf8mb4_bin, 'b')", false, { kind: 'row', values: ['a', 'b'], end: 30 }],
    ['(\0 1 \0,\n2\t)', false, { kind: 'row', values: ['1', '2'], end: 11 }],
    ['(1;2)', false, { kind: 'broken', at: 2 }],
    ['()', false, { kind: 'broken', at: 1 }],
    ["('a\\'", true, { kind: 'open' }],
    ["('a'')", false, { kind: 'open' }],
    ['(f(1', false, { kind: 'open' }],
    ['(f[', false, { kind: 'open' }],
  ])('%s', ([text, isEscaped, expected]) => {
    expect(tupleAt(text, text.indexOf('('), isEscaped)).toEqual(expected);
  });
});

describe('names', () => {
  test('of a list, of a table, of the places of a table without names', () => {
    expect(namesIn(' sid, "from" ,`to`,[status]')).toEqual(['sid', 'from', 'to', 'status']);
    expect([tableName('public."Messages"'), tableName('[dbo].[m]'), tableName('M')]).toEqual(['messages', 'm', 'm']);
    expect(placeNames('m', 3)).toEqual(['m$1', 'm$2', 'm$3']);
  });

  test.for<readonly [string, readonly string[] | undefined]>([
    ['a int, b numeric(8,2) default 0)x', ['a', 'b']],
    ['a text DEFAULT \'x)\', `b c` int, "d e" int, [f g] int)', ['a', 'b c', 'd e', 'f g']],
    ['a int, PRIMARY KEY (a), KEY k (a), unique (a), CONSTRAINT c CHECK (a > 0), keys int)', ['a', 'keys']],
    ['a int, , )', ['a']],
    [')', []],
    ['a int, b numeric(8', undefined],
    ["a text DEFAULT 'x)", undefined],
  ])('of a definition: %s', ([text, columns]) => {
    expect(columnsDefined(text, 0)).toEqual(columns);
  });
});

describe('statements', () => {
  test('others are passed over to the end of their line', () => {
    const text = `SET x = 1; ${insert(8)}\n;;\0 \n-- INSERT INTO m (sid) VALUES ('x');\n${insert(1)}\n`;
    expect(read(text)).toMatchObject({ rows: ['4: SM1||a|sent||'], skipped: [] });
  });

  test('columns that an INSERT does not name are those of the definition before it, whatever the case of its name', () => {
    const text = `CREATE TABLE "M" (status text, sid text);\nINSERT INTO m VALUES ('sent', 'SM1'),\n('read', 'SM2');\n`;
    expect(read(text).rows).toEqual(['2: SM1|||sent||', '3: SM2|||read||']);
  });

  test('one whose definition is longer than the head of a statement has none', () => {
    const of = (blanks: number): string =>
      `CREATE TABLE m (status text,${' '.repeat(blanks)}sid text);\nINSERT INTO m VALUES ('sent', 'SM1');\n`;
    expect(read(of(60_000), [999]).rows).toEqual(['2: SM1|||sent||']);
    expect(read(of(66_000), [9_999]).rows).toEqual([]);
  });

  test('INSERT and its kin, in any case, with what may stand between', () => {
    for (const head of [
      'insert into m(sid,status)values',
      'REPLACE INTO m (sid, status) VALUES',
      'INSERT IGNORE INTO m (sid, status) VALUE ',
      'INSERT OR REPLACE INTO `m` (`sid`, `status`) VALUES\n',
      'INSERT INTO a.b.[m] ([sid], [status]) OVERRIDING SYSTEM VALUE VALUES',
      'INSERT m (sid, status) VALUES',
    ])
      expect(read(`${head}('SM1','sent');\n`).rows, head).toEqual([expect.stringMatching(/^\d: SM1\|\|\|sent\|\|$/)]);
  });

  test('rows go on behind one that is broken, or another statement does; what is skipped is counted', () => {
    const head = 'INSERT INTO m (sid, status) VALUES ';
    expect(read(`${head}('SM1' x y 'sent'),\n ('SM2','sent');\n${insert(3)}`)).toMatchObject({
      rows: ['2: SM2|||sent||', '3: SM3||a|sent||'],
      skipped: ['1 broken-records'],
    });
    expect(read(`${head}('SM1' ; 'sent'  );\n${insert(3)}`)).toMatchObject({ rows: ['2: SM3||a|sent||'], skipped: ['1 broken-records'] });
    expect(read(`${head}('SM1' ; 'sent'\n  ${insert(3)}`)).toMatchObject({ rows: ['2: SM3||a|sent||'], skipped: ['1 broken-records'] });
  });
});

describe('COPY', () => {
  test('a line too long is passed over to its end, and the next is read', () => {
    const of = (length: number): string =>
      `COPY m (sid, status, body) FROM stdin;\nSM1\tsent\t${'x'.repeat(length - 9)}\nSM2\tsent\ta\n\\.\n`;
    const sizes = [LONGEST_RECORD / 3];
    expect(read(of(LONGEST_RECORD), sizes)).toMatchObject({
      rows: [expect.stringMatching(/^2: SM1\|\|x+\|/), '3: SM2||a|sent||'],
      skipped: [],
    });
    expect(read(of(LONGEST_RECORD + 1), sizes)).toMatchObject({ rows: ['3: SM2||a|sent||'], skipped: ['2 broken-records'] });
  });

  test('blank lines are none, CR LF ends one, and the end of the rows ends them', () => {
    expect(read(`COPY m (sid, status) FROM stdin;\r\nSM1\tsent\r\n\r\nSM2\t\\N\nSM3\tread\n\\.\n${insert(4)}`)).toMatchObject({
      rows: ['2: SM1|||sent||', '5: SM3|||read||', '7: SM4||a|sent||'],
      skipped: ['4 broken-records'],
    });
  });
});

test('an empty line before many rows of a COPY is no row, however much text comes at once', () => {
  const rows = Array.from({ length: 6 }, (_, n) => `SM${String(n)}\tsent\t${'x'.repeat(200_000)}`);
  const head = 'COPY m (sid, status, body) FROM stdin;\n';
  const text = [head, `\n${rows.join('\n')}\n`];
  // The second piece begins with the empty line.
  expect(text[1]?.length).toBeGreaterThan(LONGEST_RECORD);
  const notices = new Notices();
  const start = { text: head, skip: { characters: 0, lines: 0 }, tables: { headings: [], recognise: () => undefined } };
  const reader = openRecords({ ...plainRecords, kind: 'sql' }, start, notices);
  const counts = text.flatMap((piece, n) => [...reader.read(piece, n === 1)].map((batch) => batch.rows));
  expect([counts, notices.skipped]).toEqual([[6], []]);
});
