/** Messages with a name and a value a line, as programs print them: which value is whose, and where a record begins and ends. */
import { describe, expect, test } from 'vitest';
import { recognise } from '../../../../src/analyzer/formats/recognise.ts';
import type { Field } from '../../../../src/analyzer/message/fields.ts';
import { openRecords } from '../../../../src/analyzer/records/open.ts';
import { Notices } from '../../../../src/analyzer/report/notices.ts';
import { declined, fixture, inWords, report, reportOn, source } from '../../../log.ts';

const sid = (number: number): string => `SM${String(number).padStart(32, '0')}`;

/** The cells of some fields of every record, the line on which it begins first; what was skipped. */
function rowsOf(text: string, ...fields: readonly Field[]) {
  const found = recognise(text);
  if (found.kind !== 'log') return expect.fail(`not recognised: ${found.kind === 'other' ? found.refusal.what : found.kind}`);
  expect(found.format.id).toBe('printed-pairs');
  const notices = new Notices();
  const reader = openRecords(found.records, { text, skip: found.skip, tables: { headings: [], recognise: () => undefined } }, notices);
  const rows: (readonly (string | number | undefined)[])[] = [];
  for (const piece of [text, ''])
    for (const batch of reader.read(piece, piece === ''))
      for (let row = 0; row < batch.rows; row += 1) rows.push([batch.line(row), ...fields.map((field) => batch.columns[field]?.text(row))]);
  return { rows, skipped: notices.skipped };
}

const five = 'formats/printed-pairs/php_var_dump.txt';

test('every way to print the same messages gives the same figures', async () => {
  const { totals, byErrorCode, byStatus, clock } = await reportOn(five);
  expect({ totals, clock }).toMatchObject({
    totals: { messages: 5, outbound: 4, inbound: 1, delivered: 1, failed: 2, noReceipt: 1 },
    clock: '2026-08-14T17:22:03Z',
  });
  expect(byErrorCode.map(({ code, count }) => [code, count])).toEqual([
    ['21610', 1],
    ['30003', 1],
  ]);
  for (const file of [
    'php_print_r.txt',
    'php_laravel_dump.txt',
    'psql_expanded.txt',
    'mysql_rows.txt',
    'yaml_ruby.yml',
    'yaml_by_key.yml',
  ]) {
    const same = await reportOn(`formats/printed-pairs/${file}`);
    expect({ file, totals: same.totals, byErrorCode: same.byErrorCode, clock: same.clock }).toEqual({ file, totals, byErrorCode, clock });
    expect(same.sources[0]?.notices).toEqual([]);
  }
  // No direction is printed there: who wrote is told by the status.
  expect((await reportOn('formats/printed-pairs/by_hand.txt')).byStatus).toEqual(byStatus);
});

describe('a text of several lines, and one that looks like names', () => {
  const bodies = ['Hello Ann', 'Line one\nline two: ok', 'Say "hi", it\'s 5 > 3', 'No receipt yet, [sid] => x', 'STOP'];
  test.for([
    'php_print_r.txt',
    'php_var_dump.txt',
    'php_laravel_dump.txt',
    'psql_expanded.txt',
    'mysql_rows.txt',
    'yaml_ruby.yml',
    'yaml_by_key.yml',
    'by_hand.txt',
  ])('%s', (file) => {
    const { rows, skipped } = rowsOf(new TextDecoder().decode(fixture(`formats/printed-pairs/${file}`)), 'body');
    expect(rows.map(([, body]) => body)).toEqual(bodies);
    expect(skipped).toEqual([]);
  });
});

describe('where a record begins', () => {
  test('at the dash of a list, whatever its first name', () => {
    const text = `- sid: ${sid(1)}\n  status: sent\n  to: "+12025550111"\n- to: "+12025550112"\n  sid: ${sid(2)}\n  status: failed\n  error_code: 30003\n`;
    expect(rowsOf(text, 'sid', 'to', 'status', 'errorCode').rows).toEqual([
      [1, sid(1), '+12025550111', 'sent', ''],
      [4, sid(2), '+12025550112', 'failed', '30003'],
    ]);
  });

  test('where the first name comes again, when nothing else marks it; blank lines mark nothing', () => {
    const text = `SID: ${sid(1)}\nBody: one\n\ntwo\nStatus: sent\nTo: +12025550111\n\nSID: ${sid(2)}\nBody:\nStatus: failed\nTo: +12025550112\n`;
    expect(rowsOf(text, 'sid', 'body', 'status').rows).toEqual([
      [1, sid(1), 'one\n\ntwo', 'sent'],
      [8, sid(2), '', 'failed'],
    ]);
  });

  test('behind a drawn line and behind "---"', () => {
    for (const line of ['---', '==========', '_____'])
      expect(rowsOf(`Status: sent\nSID: ${sid(1)}\nTo: 1\n${line}\nSID: ${sid(2)}\nStatus: failed\nTo: 2\n`, 'sid', 'to').rows).toEqual([
        [1, sid(1), '1'],
        [5, sid(2), '2'],
      ]);
  });

  test('between the brackets of PHP, of which those inside and around are none', () => {
    const text = `array(1) {\n  [0]=>\n  array(4) {\n    ["sid"]=>\n    string(34) "${sid(1)}"\n    ["status"]=>\n    string(4) "sent"\n    ["subresource_uris"]=>\n    array(1) {\n      ["media"]=>\n      string(2) "/x"\n    }\n    ["to"]=>\n    NULL\n  }\n}\n`;
    expect(rowsOf(text, 'sid', 'status', 'to')).toEqual({ rows: [[4, sid(1), 'sent', '']], skipped: [] });
  });
});

describe('other notations of the same kind', () => {
  const values = [
    ['sid', sid(1), sid(2)],
    ['status', 'sent', 'failed'],
    ['to', '+12025550111', '+12025550112'],
    ['error_code', '', '30003'],
  ] as const;
  const printedBy = (line: (name: string, value: string) => string, before: (number: number) => string): string =>
    ([1, 2] as const).map((place) => before(place) + values.map((one) => `${line(one[0], one[place])}\n`).join('')).join('');
  test.for([
    [
      'TOML',
      printedBy(
        (name, value) => `${name} = "${value}"`,
        () => '[[messages]]\n',
      ),
    ],
    [
      'settings',
      printedBy(
        (name, value) => `${name}=${value}`,
        () => '\n',
      ),
    ],
    [
      'sqlite',
      printedBy(
        (name, value) => `${name.padStart(12)} = ${value}`,
        () => '\n',
      ),
    ],
    [
      'PowerShell',
      printedBy(
        (name, value) => `${name.padEnd(12)} : ${value}`,
        () => '\n',
      ),
    ],
    [
      'psql with a border',
      printedBy(
        (name, value) => `| ${name.padEnd(10)} | ${value.padEnd(34)} |`,
        (n) => `+-[ RECORD ${String(n)} ]-+----+\n`,
      ),
    ],
    [
      'var_export',
      `array (\n${printedBy(
        (name, value) => `    '${name}' => '${value}',`,
        () => '  ),\n  array (\n',
      )}  ),\n)\n`,
    ],
  ] as const)('%s', ([, text]) => {
    const { rows, skipped } = rowsOf(text, 'sid', 'status', 'to', 'errorCode');
    expect(rows.map((row) => row.slice(1))).toEqual([
      [sid(1), 'sent', '+12025550111', ''],
      [sid(2), 'failed', '+12025550112', '30003'],
    ]);
    expect(skipped).toEqual([]);
  });
});

describe('values', () => {
  const value = (line: string, field: Field = 'body'): unknown =>
    rowsOf(`sid: ${sid(1)}\nstatus: sent\nto: "+12025550111"\n${line}\n`, field).rows[0]?.[1];
  test.for([
    ['body: plain', 'plain'],
    ["body: 'it''s'", "it's"],
    ['body: "a\\nb"', 'a\nb'],
    ['body: "open', '"open'],
    ['body: |-\n    one\n      two\n    three', 'one\n  two\nthree'],
    ['body: >\n    one\n    two', 'one two'],
    ["body: 'a long text\n    goes on\n\n    here'", 'a long text goes on\nhere'],
    ['body: a = b: c', 'a = b: c'],
    ['body: null', ''],
    ['body: ~', ''],
    ['body: NULL', ''],
    ['body: nothing', 'nothing'],
  ] as const)('%j is %j', ([line, text]) => {
    expect(value(line)).toBe(text);
  });

  test('a text of PHP is as long as it says, in bytes', () => {
    const dump = (body: string): string =>
      `array(3) {\n  ["body"]=>\n  string(${String(new TextEncoder().encode(body).length)}) "${body}"\n  ["sid"]=>\n  string(34) "${sid(1)}"\n  ["status"]=>\n  string(4) "sent"\n}\n`;
    for (const body of ['Zoé: 5 €', 'a "b" c', 'x"\n  "y']) expect(rowsOf(dump(body), 'body').rows).toEqual([[2, body]]);
  });

  test('a moment of PHP has its zone where that is a fixed one', () => {
    const at = (zone: string): unknown =>
      rowsOf(
        `Array\n(\n    [sid] => ${sid(1)}\n    [status] => sent\n    [to] => 1\n    [date_sent] => DateTime Object\n        (\n            [date] => 2026-08-14 17:22:03.000000\n            [timezone_type] => 3\n            [timezone] => ${zone}\n        )\n\n)\n`,
        'sent',
      ).rows[0]?.[1];
    expect([at('UTC'), at('+02:00'), at('Europe/Berlin')]).toEqual([
      '2026-08-14 17:22:03 UTC',
      '2026-08-14 17:22:03 +02:00',
      '2026-08-14 17:22:03',
    ]);
  });
});

describe('what is no such print-out', () => {
  test.for([
    'From: ann@example.org\nTo: bo@example.org\nStatus: RO\nSubject: x\n\nHi\n',
    'status: 200 OK\ncontent-type: text/html\nfrom: x\nto: y\n',
    'Dear all,\nstatus: sent\nThanks\n',
  ])('%j', async (text) => {
    expect((await declined(source('x', text))).kind).toBe('not-a-log');
  });

  test('one with what logs a program in: nothing of it is shown', async () => {
    const text = `Client Object\n(\n    [username:protected] => AC${'a1'.repeat(16)}\n    [password:protected] => ${'b2'.repeat(16)}\n    [properties] => Array\n        (\n            [sid] => ${sid(1)}\n            [status] => sent\n            [to] => +12025550111\n        )\n)\n`;
    const found = await declined(source('x', text));
    expect(found.kind).toBe('credentials');
    expect(inWords(found.text) + inWords(found.advice)).not.toContain('b2b2');
  });

  test('a record without a status among those with one is told', async () => {
    const { sources } = await report([source('x', `- sid: ${sid(1)}\n  status: sent\n  to: 1\n- sid: ${sid(2)}\n  to: 2\n`)]);
    expect(sources[0]).toMatchObject({ rows: 2, messages: 1, skipped: [{ line: 4, reason: 'broken-records' }] });
  });
});
