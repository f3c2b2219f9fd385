import { describe, expect, test } from 'vitest';
import { declined, fixture, fixturePath, inWords, noticeIds, report, reportOn, source } from '../../../log.ts';

/** File, format, records, messages; source: samples/MANIFEST.json of the format study. */
const logs = [
  ['console_v3_15col.csv', 'console-v3', 26, 26],
  ['console_v2_13col.csv', 'console-v2', 26, 26],
  ['console_v1_12col.csv', 'console-v1', 13, 13],
  ['console_v1_12col_export_aborted.csv', 'console-v1', 13, 13],
  ['console_v3_columns_deleted_excel.csv', 'console-v3-edited', 26, 26],
  ['edge_all_statuses.csv', 'console-v3', 10, 10],
  ['edge_headers_repeated.csv', 'console-v3', 26, 26],
  ['edge_overlapping_exports_duplicates.csv', 'console-v3', 31, 26],
  ['edge_truncated_last_line.csv', 'console-v3', 25, 25],
  ['excel_eu_semicolon_bom_dmy.csv', 'console-v3', 26, 26],
  ['excel_unicode_text_utf16le_tab.txt', 'console-v3', 26, 26],
  ['excel_us_plain_mdy.csv', 'console-v3', 26, 26],
  ['excel_us_scientific.csv', 'console-v3', 26, 26],
  ['damage_windows_1252.csv', 'console-v3', 7, 7],
  ['damage_macroman_cr.csv', 'console-v3', 7, 7],
  ['damage_sep_line_formulas.csv', 'console-v3', 7, 7],
  ['damage_two_glued.csv', 'console-v3', 14, 7],
  ['damage_google_sheets.csv', 'console-v3', 26, 26],
  ['cli_default.tsv', 'cli-tsv', 29, 29],
  ['cli_body.tsv', 'cli-tsv', 29, 29],
  ['cli_default_columns.txt', 'cli-columns', 29, 29],
  ['json2csv_rest.csv', 'api-fields-csv', 29, 29],
  ['steampipe_message.csv', 'api-fields-csv', 29, 29],
  ['python_pandas_attrs.csv', 'python-csv', 29, 29],
  ['python_dictwriter_crlf.csv', 'python-csv', 29, 29],
  ['python_pandas_selected.csv', 'script-csv', 29, 29],
  ['script_php_unescaped_quotes.csv', 'script-php', 26, 26],
  ['fivetran_message_bigquery.csv', 'fivetran', 29, 29],
  ['fivetran_snowflake_no_zone.csv', 'fivetran', 29, 29],
  ['airbyte_flattened.csv', 'airbyte', 29, 29],
  ['dbt_twilio__message_enhanced.csv', 'dbt-enhanced', 29, 29],
  ['app-table-own-names.csv', 'own-table', 5, 5],
  ['clinic.csv', 'own-table', 3, 3],
  ['psql.txt', 'drawn-table', 8, 8],
  ['mysql.txt', 'drawn-table', 8, 8],
  ['markdown.md', 'drawn-table', 8, 8],
  ['table-drawn-with-lines.txt', 'drawn-table', 3, 3],
  ['rest_messages.csv', 'rest-csv', 29, 29],
  ['rest_messages_other_order.csv', 'rest-csv', 29, 29],
  ['rest_messages_two_pages.csv', 'rest-csv', 29, 29],
  ['rest_messages_list.json', 'rest-json', 29, 29],
  ['rest_messages_array.json', 'rest-json', 29, 29],
  ['rest_messages_pages.json', 'rest-json', 29, 29],
] as const;

test.for(logs)('%s is %s with %i records and %i messages', async ([file, format, records, messages]) => {
  const { sources, totals } = await reportOn(fixturePath(file));
  expect(sources).toHaveLength(1);
  expect(sources[0]).toMatchObject({
    name: file,
    format,
    records,
    messages,
    duplicates: records - messages,
    bytes: fixture(fixturePath(file)).length,
  });
  expect(totals.messages).toBe(messages);
  expect(totals.delivered + totals.failed + totals.noReceipt + totals.inFlight + totals.other).toBe(totals.outbound);
  expect(totals.outbound + totals.inbound).toBe(totals.messages);
});

test('the same messages of the REST API have the same figures as CSV, in any order of columns, in joined pages, and as JSON', async () => {
  const figures = { ...(await reportOn(fixturePath('rest_messages.csv'))), sources: [] };
  expect(figures).toMatchObject({ clock: '2025-08-14T17:22:00Z', totals: { outbound: 24, failed: 9 } });
  expect(figures.byHour.length).toBeGreaterThan(0);
  for (const file of [
    'rest_messages_other_order.csv',
    'rest_messages_two_pages.csv',
    'rest_messages_list.json',
    'rest_messages_array.json',
    'rest_messages_pages.json',
  ]) {
    const { sources, ...same } = await reportOn(fixturePath(file));
    expect({ ...same, sources: [] }).toEqual(figures);
    const repeated = file === 'rest_messages_two_pages.csv' ? ['header-repeated'] : [];
    // Twilio's own example of an inbound message that failed stands in the fixture.
    expect(sources[0]?.notices.map(({ id }) => id).sort()).toEqual([...repeated, 'inbound-failed']);
  }
});

test('programs and warehouses write the same messages, and their figures are the same', async () => {
  const { totals, byErrorCode, byHour } = await reportOn(fixturePath('rest_messages.csv'));
  for (const file of [
    'json2csv_rest.csv',
    'steampipe_message.csv',
    'python_pandas_attrs.csv',
    'python_dictwriter_crlf.csv',
    'fivetran_message_bigquery.csv',
    'fivetran_snowflake_no_zone.csv',
    'airbyte_flattened.csv',
  ]) {
    const same = await reportOn(fixturePath(file));
    expect({ file, totals: same.totals, byErrorCode: same.byErrorCode }).toEqual({ file, totals, byErrorCode });
    // Messages without a time of sending are in the charts only where the log has the time they were made.
    if (same.sources[0]?.columns.created !== undefined) expect({ file, byHour: same.byHour }).toEqual({ file, byHour });
  }
  // One number a message: who sent an inbound one is not told.
  expect((await reportOn(fixturePath('dbt_twilio__message_enhanced.csv'))).totals).toEqual(totals);
  for (const file of ['cli_default.tsv', 'cli_default_columns.txt']) {
    const same = await reportOn(fixturePath(file));
    expect({ file, totals: same.totals, clock: same.clock }).toEqual({ file, totals, clock: '2025-08-14T17:22:00Z' });
    expect(noticeIds(same)).toEqual(['inbound-failed', 'no-error-code']);
  }
});

test('a current Console export gives its true figures', async () => {
  const report = await reportOn('formats/console-v3/console_v3_15col.csv');
  expect(report).toMatchObject({
    clock: '2025-08-14T17:22:00Z',
    totals: { messages: 26, outbound: 21, inbound: 5, delivered: 11, failed: 9, noReceipt: 1, inFlight: 0, other: 0 },
    byStatus: { delivered: 10, read: 1, received: 4, sent: 1 },
  });
  expect(report.byErrorCode.find(({ code }) => code === '63024')).toMatchObject({ count: 2, recipients: 2 });
  expect(report.sources[0]?.columns).toMatchObject({ errorCode: 'ErrorCode', sent: 'SentDate' });
});

test('the same log in another dress has the same totals', async () => {
  const { totals } = await reportOn('formats/console-v3/console_v3_15col.csv');
  for (const file of [
    'console_v2_13col.csv',
    'console_v3_columns_deleted_excel.csv',
    'excel_eu_semicolon_bom_dmy.csv',
    'excel_unicode_text_utf16le_tab.txt',
    'damage_google_sheets.csv',
  ]) {
    expect((await reportOn(fixturePath(file))).totals).toEqual(totals);
  }
});

test('a damaged log has the figures of the others of its kind', async () => {
  const { totals, byErrorCode } = await reportOn(fixturePath('damage_sep_line_formulas.csv'));
  expect(totals).toMatchObject({ messages: 7, inbound: 1, delivered: 2, failed: 3, noReceipt: 1 });
  for (const file of ['damage_windows_1252.csv', 'damage_macroman_cr.csv', 'damage_two_glued.csv']) {
    const same = await reportOn(fixturePath(file));
    expect({ file, totals: same.totals, codes: same.byErrorCode.map(({ code, count }) => [code, count]) }).toEqual({
      file,
      totals,
      codes: byErrorCode.map(({ code, count }) => [code, count]),
    });
  }
});

test.for([
  ['console_v1_12col_export_aborted.csv', 'export-aborted', [18]],
  ['edge_headers_repeated.csv', 'header-repeated', [15]],
  ['edge_truncated_last_line.csv', 'truncated-end', [30]],
  ['console_v3_15col.csv', 'inbound-failed', [2]],
  ['edge_overlapping_exports_duplicates.csv', 'duplicates', []],
  ['console_v3_columns_deleted_excel.csv', 'no-sid', []],
  ['console_v1_12col.csv', 'no-error-code', []],
  ['damage_windows_1252.csv', 'assumed-windows-1252', []],
  ['damage_macroman_cr.csv', 'assumed-macintosh', []],
  ['damage_two_glued.csv', 'header-glued', [9]],
  ['excel_us_plain_mdy.csv', 'assumed-utc', []],
  ['excel_us_plain_mdy.csv', 'bare-numbers', [2, 3, 4, 5, 6, 7, 8, 9, 15, 16]],
  ['excel_eu_semicolon_bom_dmy.csv', 'assumed-utc', []],
  ['excel_us_scientific.csv', 'lost-numbers', [2, 3, 4, 5, 6, 7, 8, 9, 15, 16]],
  // What Google Sheets writes follows from how it takes cells that are typed; no such file was found.
  ['damage_google_sheets.csv', 'bare-numbers', [2, 3, 4, 5, 6, 7, 8, 9, 15, 16]],
  ['damage_google_sheets.csv', 'lost-numbers', [20]],
] as const)('%s is read with the notice %s', async ([file, id, lines]) => {
  const { sources } = await reportOn(fixturePath(file));
  expect(sources[0]?.notices.find((notice) => notice.id === id)).toMatchObject({ id, lines });
});

test('a log without anything odd has no notice', async () => {
  expect(noticeIds(await reportOn('findings/landline/hit.csv'))).toEqual([]);
});

test('an old export gets its US numbers and its zone back', async () => {
  const { clock, byCountry } = await reportOn('formats/console-v1/console_v1_12col.csv');
  expect(clock).toBe('2014-01-04T17:18:00Z');
  expect(byCountry.map(({ country }) => country)).toContain('US');
});

describe('what is no log that can be read is named and not read', () => {
  test.for([
    ['edge_only_header.csv', 'header-only', 'no messages'],
    ['debugger_alerts_list.json', 'alerts', 'debugger alerts'],
    ['debugger_console_GUESS.csv', 'alerts', 'debugger alerts'],
    ['insights_errors_by_country_GUESS.csv', 'aggregate', 'table of sums'],
  ] as const)('%s: %s', async ([file, kind, words]) => {
    const found = await declined(source(file, fixture(fixturePath(file))));
    expect(found.kind).toBe(kind);
    expect(inWords(found.text)).toContain(words);
    expect(found.text[0]).toEqual({ name: file });
    expect(inWords(found.advice)).not.toBe('');
  });

  const sid = 'a'.repeat(32);
  test.for([
    ['', 'empty', '0 bytes'],
    [' \n\n\t', 'empty', 'blanks'],
    ['\u0000\u0001\u0002\u0003 nothing to read', 'binary', 'binary'],
    ['%PDF-1.7 …', 'binary', 'PDF'],
    ['Dear all, here is the minutes of the meeting.', 'not-a-log', 'not a message log'],
    ['name,price\nApple,3\n', 'not-a-log', 'a table'],
    [`Sid,From,To,StartTime,EndTime,Duration\nCA${sid},,,,,12\n`, 'calls', 'call log'],
    [`{"calls":[{"sid":"CA${sid}"}]}`, 'calls', 'call log'],
    [`+12025550100,+13035550101,Hello,delivered,SM${sid}\n`, 'no-header', 'without a line of headings'],
    ['<html><body>Sign in</body></html>', 'not-a-log', 'web page'],
    ['{"hello":"world"}', 'not-a-log', 'JSON'],
    ['{"messages": []}', 'not-a-log', 'without a message in it'],
    ['Dear all, here are the minutes.\nSee you.', 'not-a-log', 'not a message log'],
    ['Date Sent,From,To,Body\n2026-03-04 11:00:00+00:00,+12025550101,+12025550143,Are you coming?\n', 'not-a-log', 'column "Status"'],
    ['_airbyte_raw_id,_airbyte_data\n1,{}\n', 'no-messages', 'no row in it can be read'],
    [`From,To,Body,SentDate,Sid\n+12025550100,+13035550101,Hello,2025-08-14T10:00:00Z,SM${sid}\n`, 'not-a-log', 'column "Status"'],
    [
      `From,To,Body,Status,ApiVersion,NumSegments,Sid\n+12025550100,+13035550101,Hello,delivered,,1,SM${sid}\n`,
      'not-a-log',
      'column "SentDate"',
    ],
    [
      'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit\na,b\nc\nd,e\n',
      'no-messages',
      'no row',
    ],
  ] as const)('%j: %s', async ([text, kind, words]) => {
    const found = await declined(source('file', text));
    expect(found.kind).toBe(kind);
    expect(inWords(found.text)).toContain(words);
  });

  test('alerts are declined with the codes in them, which have pages', async () => {
    const list = '{"alerts":[{"sid":"NO1","error_code":"30003","alert_text":"x"},{"error_code":"11200"},{"error_code":"30003"}]}';
    expect((await declined(source('x', list))).codes).toEqual(['30003', '11200']);
    const table =
      'Timestamp,Level,Error code,ResourceSid,LogLevel\n2026-03-04,error,30007,SM1,error\n2026-03-04,warning,none,SM2,warning\n';
    expect((await declined(source('x', table))).codes).toEqual(['30007']);
    expect((await declined(source('x', 'Sid,AlertText\n1,x\n'))).codes).toBeUndefined();
  });

  test.for([
    ['Received: from a\n by b\nFrom: Ann <ann@example.org>\nTo: Bob\nSubject: the log\n\nHi', 'an e-mail, not a message log'],
    ['BEGIN:VCARD\nFN:Ann\nEND:VCARD\n', 'a list of people, not of messages'],
    ['First name,Last name,Phone\nAnn,Lee,+12025550140\n', 'a list of people, not of messages'],
    ['Name;Email\nAnn;ann@example.org\n', 'a list of people, not of messages'],
    ['Sid,AccountSid,Timestamp,Level,PayloadType,Payload\nNO1,AC1,2026,ERROR,json,x\n', 'a list of debugger alerts'],
  ] as const)('%j is %s, and the export is named for those with and without the Console', async ([text, words]) => {
    const { text: said, advice } = await declined(source('x', text));
    expect(inWords(said)).toContain(words);
    expect(inWords(advice)).toContain('Monitor > Logs > Messaging as CSV');
    expect(inWords(advice)).toContain('Without access to the Console, ask whoever has it for that file');
  });

  test('people with what became of their messages are messages', async () => {
    const { sources } = await report([source('x', 'Name,Phone,Outcome\nAnn,+12025550140,delivered\n')]);
    expect(sources[0]?.format).toBe('own-table');
  });

  test('a list of messages is no file of credentials, though a text in it speaks of a token', async () => {
    const list = `[{"sid":"SM${'a'.repeat(32)}","body":"your auth_token: 12345, \\"auth_token\\": ${'0'.repeat(32)}"}]`;
    const { kind, text } = await declined(source('list.json', list));
    expect(kind).toBe('not-a-log');
    expect(inWords(text)).toContain('without their status');
  });

  test.for([
    'ACCOUNT_SID,AUTH_TOKEN\nAC0123,0123456789abcdef\n',
    'TWILIO_ACCOUNT_SID=AC0123\nTWILIO_AUTH_TOKEN=0123456789abcdef\n',
    'ACCOUNT_SID,AC0123\nAUTH_TOKEN,0123456789abcdef0123456789abcdef\n',
    'Account SID: AC0123\nAuth Token: 0123456789abcdef\n',
    'AUTH-TOKEN=0123456789abcdef\n',
    'AUTH_TOKEN 0123456789abcdef0123456789abcdef\n',
    `curl -u AC${'01'.repeat(16)}:${'0123456789abcdef'.repeat(2)} https://api.example`,
    '<Account><AuthToken>0123456789abcdef0123456789abcdef</AuthToken></Account>',
    '{"accountSid":"AC0123","authToken":"0123456789abcdef"}',
    'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Auth Token,ShortenedLinkEnabled\n,,,,,,,,,,0123456789abcdef,\n',
  ])('a file with credentials is refused and nothing of it is repeated: %j', async (text) => {
    const found = await declined(source('twilio.csv', text));
    expect(found.kind).toBe('credentials');
    expect(JSON.stringify(found)).not.toMatch(/0123456789abcdef|AC0123/);
  });
});
