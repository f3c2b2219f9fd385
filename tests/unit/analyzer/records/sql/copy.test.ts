/** COPY of Postgres with its options, and tables whose columns nothing names. */
import { describe, expect, test } from 'vitest';
import { copiedCells, copiedEnd, copyForm } from '../../../../../src/analyzer/records/sql/copy.ts';
import { declined, fixture, fixturePath, inWords, noticeIds, report, source } from '../../../../log.ts';

describe('the options of a COPY', () => {
  test.for([
    ['', false, '\t', '\\N', false],
    [' WITH (FORMAT csv)', true, ',', '', false],
    [" WITH (FORMAT CSV, HEADER, NULL 'NULL', DELIMITER ';')", true, ';', 'NULL', true],
    [' CSV HEADER', true, ',', '', true],
    [' WITH (FORMAT csv, HEADER false)', true, ',', '', false],
    [' WITH (FORMAT csv, HEADER 0)', true, ',', '', false],
    [" WITH DELIMITER AS '|' NULL AS ''", false, '|', '', false],
    [" DELIMITERS '|'", false, '|', '\\N', false],
    [" CSV DELIMITER E'\\t'", true, '\t', '', false],
  ] as const)('%j', ([options, isCsv, delimiter, nothing, hasHeading]) => {
    expect(copyForm(options)).toEqual({ isCsv, delimiter, nothing, hasHeading });
  });
});

const plain = copyForm('');
const csv = copyForm('CSV');

test('cells: escapes of the one form, quotes of the other, nothing in both', () => {
  expect(copiedCells(String.raw`a\tb	\N	c\\d\n\x`, plain)).toEqual(['a\tb', null, 'c\\d\nx']);
  expect(copiedCells('"a,""b""",,c\\n', csv)).toEqual(['a,"b"', null, 'c\\n']);
});

test('a record ends at a line end, in CSV outside of quotes', () => {
  const text = 'a,"b\nc"\nd,"e""\n"\n"f';
  expect(copiedEnd(text, 0, plain)).toBe(4);
  expect(copiedEnd(text, 0, csv)).toBe(7);
  expect(copiedEnd(text, 8, csv)).toBe(16);
  expect(copiedEnd(text, 17, csv)).toBe(-1);
});

const sid = (n: number): string => `SM${String(n).padStart(32, '0')}`;
const read = async (text: string, cut?: number) => report([source('x', text, cut)]);

describe('a dump with COPY as CSV', () => {
  test('five messages, whatever the cuts', async () => {
    const bytes = fixture(fixturePath('postgres_copy_csv.sql'));
    const whole = await report([source('x', bytes)]);
    expect(whole).toMatchObject({
      clock: '2025-08-14T17:22:03Z',
      oldest: '2025-08-14T16:00:16Z',
      totals: { messages: 5, inbound: 1, delivered: 1, failed: 3 },
      sources: [{ rows: 5, records: 5 }],
    });
    for (const cut of [1, 50]) expect(await report([source('x', bytes, cut)])).toEqual(whole);
  });

  test('a row that is cut or too short is told by its line', async () => {
    const text = `COPY m (sid, to_number, status) FROM stdin CSV;\n${sid(1)},"+1202\n5550140",sent\n${sid(2)},sent\n${sid(3)},"+12`;
    expect((await read(text)).sources).toMatchObject([
      {
        records: 1,
        skipped: [
          { line: 4, reason: 'broken-records' },
          { line: 5, reason: 'truncated-end' },
        ],
      },
    ]);
  });

  test('another statement may follow', async () => {
    const text = `COPY m (sid, to_number, status) FROM stdin CSV HEADER;\nsid,to,status\n${sid(1)},+12025550140,sent\n\\.\n\nINSERT INTO m (sid, status) VALUES ('${sid(2)}','failed');`;
    expect((await read(text)).totals).toMatchObject({ messages: 2, failed: 1, noReceipt: 1 });
  });
});

describe('a dump whose columns nothing names', () => {
  test('is read by what stands in its columns', async () => {
    const found = await report([source('x', fixture(fixturePath('no_names.sql')))]);
    expect(found).toMatchObject({ clock: '2025-08-14T17:22:03Z', totals: { messages: 5, inbound: 1, delivered: 1, failed: 3 } });
    expect(found.sources[0]?.columns).toEqual({
      sid: 'messages$1',
      to: 'messages$2',
      from: 'messages$3',
      status: 'messages$5',
      errorCode: 'messages$6',
      sent: 'messages$7',
      direction: 'messages$8',
    });
    expect(found.byErrorCode.map(({ code }) => code).sort()).toEqual(['21610', '30003', '30007']);
    expect(noticeIds(found)).toContain('guessed-names');
  });

  const insert = (rows: readonly string[]): string => `INSERT INTO m VALUES ${rows.map((row) => `(${row})`).join(',')};\n`;
  test('which of two columns of numbers is the recipient is told by twice as many of them, or not at all', async () => {
    const row = (n: number, from: number) => `'${sid(n)}','+1202555010${String(from)}','+1202555014${String(n)}','sent'`;
    expect((await read(insert([row(1, 1), row(2, 1)]))).sources[0]?.columns).toMatchObject({ from: 'm$2', to: 'm$3' });
    const unclear = (await read(insert([row(1, 1), row(2, 2), row(3, 2)]))).sources[0]?.columns;
    expect(unclear).toEqual({ sid: 'm$1', status: 'm$4' });
  });

  test('another table without names has nothing of the first', async () => {
    const users = `INSERT INTO users VALUES ('${sid(7)}','+12025550149','+12025550100','sent');`;
    const found = await read(`${insert([`'${sid(1)}','+12025550140','sent'`])}${users}`);
    expect(found.sources).toMatchObject([{ records: 1, skipped: [{ line: 2, reason: 'other-records' }] }]);
  });

  test('without a status in any column it is declined', async () => {
    const found = await declined(source('x', insert([`'${sid(1)}','+12025550140','3'`])));
    expect(found.kind).toBe('no-messages');
    expect(inWords(found.text)).toBe('x holds records, but none of them is a message.');
  });
});
