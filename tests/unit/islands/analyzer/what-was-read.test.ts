import { expect, test } from 'vitest';
import { canBeReadAgain, openQuestions } from '../../../../src/islands/analyzer/open-questions.ts';
import { linesOfSource } from '../../../../src/islands/analyzer/what-was-read.ts';
import { fixture, fixturePath, report, reportOn, source } from '../../../log.ts';

const linesOf = async (file: string) => {
  const [first] = (await reportOn(fixturePath(file))).sources;
  return Object.fromEntries(first === undefined ? [] : linesOfSource(first));
};

test('a source is told in plain words, and its rows add up', async () => {
  expect(await linesOf('excel_unicode_text_utf16le_tab.txt')).toEqual({
    'Read as': 'Twilio Console CSV (2025)',
    Size: '12 KB',
    Letters: 'UTF-16, as Excel writes “Unicode Text”',
    'Cells parted by': 'tabs',
    Rows: '26 rows = 26 messages',
    'Columns used':
      'From, To, Body, Status, SentDate (sent), NumSegments (segments), ErrorCode, AccountSid, Sid, Direction, Price, PriceUnit',
    'Columns not used': 'ApiVersion, ShortenedLinkEnabled, ShortenedLinkFirstClicked',
  });
  expect(await linesOf('edge_overlapping_exports_duplicates.csv')).toMatchObject({ Rows: '31 rows = 26 messages + 5 repeats' });
  expect(await linesOf('airbyte-all-streams.jsonl')).toMatchObject({ Rows: '10 rows = 4 messages + 6 skipped' });
  expect(await linesOf('statuscallback.jsonl')).toMatchObject({ Rows: '40 rows = 21 messages + 19 events taken into a message' });
  expect(await linesOf('statuscallback.jsonl')).not.toHaveProperty('Cells parted by');
});

test('names that nothing was read from are told, whatever the records are', async () => {
  for (const file of [
    'rest_messages_list.json',
    'rest_messages.xml',
    'cli_default.tsv',
    'mysql.sql',
    'airbyte_flattened.csv',
    'ruby_hashes.txt',
  ]) {
    const { sources } = await reportOn(fixturePath(file));
    expect({ file, ignored: sources[0]?.ignored }).toEqual({ file, ignored: expect.any(Array) as unknown });
  }
  expect((await reportOn(fixturePath('rest_messages_list.json'))).sources[0]?.ignored).toEqual([
    'api_version',
    'error_message',
    'subresource_uris',
    'uri',
  ]);
  expect((await reportOn(fixturePath('rest_messages.csv'))).sources[0]?.ignored).toEqual(['ApiVersion', 'ErrorMessage', 'Uri']);
});

test('what a log leaves open is counted, and what it says is not', async () => {
  expect(openQuestions(await reportOn(fixturePath('console_v3_15col.csv')))).toEqual({ zoneless: 0, dates: 0, guessed: 0 });
  expect(openQuestions(await reportOn(fixturePath('app-table-own-names.csv')))).toMatchObject({ guessed: 1, dates: 0 });
  const text = 'From,To,Status,SentDate\n+12025550100,+12025550140,failed,8/9/2025 10:00\n';
  expect(openQuestions(await report([source('x', text)]))).toEqual({ zoneless: 1, dates: 1, guessed: 0 });
  expect(openQuestions(await report([source('x', text)], { told: { zone: 'Asia/Kolkata', order: 'day-first' } }))).toMatchObject({
    zoneless: 1,
    dates: 1,
  });
});

test('a saved report is no log to read again, a log in a zip is', async () => {
  const made = await report([source('x.csv', fixture(fixturePath('console_v3_15col.csv')))]);
  expect(canBeReadAgain({ files: [new File([], 'x.csv')], report: made })).toBe(true);
  expect(canBeReadAgain({ files: [new File([], 'report.json')], report: made })).toBe(false);
  const packed = { ...made, sources: made.sources.map((one) => ({ ...one, name: 'logs.zip/x.csv' })) };
  expect(canBeReadAgain({ files: [new File([], 'logs.zip')], report: packed })).toBe(true);
});
