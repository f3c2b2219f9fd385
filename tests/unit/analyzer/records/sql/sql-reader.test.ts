import { describe, expect, test } from 'vitest';
import { columnsDefined } from '../../../../../src/analyzer/records/sql/names.ts';
import { tupleAt } from '../../../../../src/analyzer/records/sql/tuple.ts';
import { declined, inWords, report, source } from '../../../../log.ts';

const valuesOf = (text: string, isEscaped = false) => {
  const tuple = tupleAt(text, 0, isEscaped);
  return tuple.kind === 'row' ? tuple.values : tuple.kind;
};

describe('a row of values', () => {
  test.for<readonly [string, readonly (string | null)[] | string]>([
    ["('a','b')", ['a', 'b']],
    ["( 'it''s' , NULL, -0.0075,12 )", ["it's", null, '-0.0075', '12']],
    [`("say ""hi""", true, default)`, ['say "hi"', null, null]],
    ["(N'é', E'one\\ntwo', _utf8mb4 'x', DATE '2025-08-14')", ['é', 'one\ntwo', 'x', '2025-08-14']],
    ["('2025-08-14 10:00:00'::timestamp without time zone, 'x'::character varying(20), '{}'::text[])", ['2025-08-14 10:00:00', 'x', '{}']],
    [
      "('a' COLLATE \"C\", CAST(N'2025-08-14' AS DateTime2), from_unixtime(1755165600), now(), ARRAY['a','b'])",
      ['a', '2025-08-14', '1755165600', null, 'a'],
    ],
    ["('it's')", 'broken'],
    ["('a' 'b')", 'broken'],
    ['(,)', 'broken'],
    ["('a", 'open'],
    ["('a',", 'open'],
    ["('a'", 'open'],
    ['(1', 'open'],
    ['(f(1', 'open'],
  ])('%s', ([text, expected]) => {
    expect(valuesOf(text)).toEqual(expected);
  });

  test('a backslash means something where MySQL wrote it', () => {
    expect(valuesOf(String.raw`('it\'s \\ a\nb\tc')`, true)).toEqual(["it's \\ a\nb\tc"]);
    expect(valuesOf(String.raw`('C:\')`)).toEqual(['C:\\']);
  });
});

test('columns of a definition, without its keys', () => {
  const text =
    'CREATE TABLE x (`sid` varchar(34) DEFAULT \'a,b)\', "to" numeric(8,2), [from] text, status text, PRIMARY KEY (sid), KEY s (status))';
  expect(columnsDefined(text, text.indexOf('(') + 1)).toEqual(['sid', 'to', 'from', 'status']);
  expect(columnsDefined('(a text, b', 1)).toBeUndefined();
});

const sid = (n: number): string => `SM${String(n).padStart(32, '0')}`;
const insert = (rows: string): string => `INSERT INTO messages (sid, "to", body, status, error_code) VALUES ${rows};\n`;
const sourceOf = async (text: string) => (await report([source('x', text)])).sources[0];

describe('a dump', () => {
  test('a row broken by a quote is told with its line, and those after it are read', async () => {
    const rows = [1, 2, 3, 4].map((n) => `('${sid(n)}','+1202555014${String(n)}','${n === 2 ? "it's" : 'hi'}','failed',30003)`);
    expect(await sourceOf(insert(`\n${rows.join(',\n')}`))).toMatchObject({
      rows: 4,
      records: 3,
      skipped: [{ line: 3, reason: 'broken-records' }],
    });
    expect(await sourceOf(insert(rows.join(',')))).toMatchObject({ rows: 4, records: 3 });
  });

  test('rows that an open quote made part of another are counted each', async () => {
    const rows = [1, 2, 3, 4, 5].map(
      (n) => `('${sid(n)}','+1202555014${String(n)}',${n === 2 ? "'open,failed,30003)" : "'hi','failed',30003)"}`,
    );
    expect(await sourceOf(insert(rows.join(',')))).toMatchObject({ rows: 5, records: 3 });
  });

  test('a dump that is cut says so', async () => {
    const text = insert(`('${sid(1)}','+12025550141','a','sent',NULL),('${sid(2)}','+12025550142','b`);
    expect(await sourceOf(text.slice(0, -3))).toMatchObject({ rows: 2, records: 1, skipped: [{ line: 1, reason: 'truncated-end' }] });
    const copy = `COPY m (sid, "to", status) FROM stdin;\n${sid(1)}\t+12025550141\tsent\n${sid(2)}\t+120`;
    expect(await sourceOf(copy)).toMatchObject({ rows: 2, records: 1, skipped: [{ line: 3, reason: 'truncated-end' }] });
  });

  test('a row with other values than its table has columns is not put in the wrong ones', async () => {
    const text = insert(`('${sid(1)}','+12025550141','a','sent',NULL),('${sid(2)}','+12025550142','sent',NULL)`);
    expect(await sourceOf(text)).toMatchObject({ rows: 2, records: 1, skipped: [{ line: 1, reason: 'broken-records' }] });
  });

  test('other tables are told as other records, and a dump of nothing else is declined', async () => {
    const users = "INSERT INTO users (id, name, status) VALUES (1,'Ann','active'),(2,'Bob','active');\n";
    expect(await sourceOf(`${users}${insert(`('${sid(1)}','+12025550141','a','sent',NULL)`)}`)).toMatchObject({
      format: 'sql-dump',
      rows: 3,
      records: 1,
      notices: [{ id: 'other-records', count: 2, lines: [1, 1] }, { id: 'no-direction' }, { id: 'no-sender' }],
    });
    const none = await declined(source('x', users));
    expect(inWords(none.text)).toBe('x holds records, but none of them is a message.');
    expect(none.kind).toBe('no-messages');
    expect(inWords(none.advice)).toContain(
      'Export the table, list or stream of messages: one with a recipient, a status and an error code',
    );
  });

  test('texts hold what they like', async () => {
    const text = insert(`('${sid(1)}','+12025550141','),(\n''x'';\nINSERT INTO y VALUES (1)','failed',30003)`);
    const { sources, byErrorCode } = await report([source('x', text)]);
    expect(sources[0]).toMatchObject({ rows: 1, records: 1 });
    expect(byErrorCode).toMatchObject([{ code: '30003', count: 1 }]);
  });
});
