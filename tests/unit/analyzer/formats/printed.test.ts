/** What is read from every log of tests/fixtures, and what is said of every file that is none, as committed. */
import { expect, test } from 'vitest';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import { Decoder } from '../../../../src/analyzer/bytes/decoder.ts';
import { formats } from '../../../../src/analyzer/formats/index.ts';
import { candidates, recognise } from '../../../../src/analyzer/formats/recognise.ts';
import { linesOf, noticeIds, Notices } from '../../../../src/analyzer/report/notices.ts';
import { knowledge } from '../../../knowledge.ts';
import { fixture, inWords, logPaths, reportOn, source } from '../../../log.ts';
import { printed } from '../report/printed.ts';

const file = (path: string): string => `../../../fixtures/reports/${path}.txt`;

/** Which formats take a log, and how sure each is. */
function recognised(path: string): string {
  const bytes = fixture(path);
  const found = recognise(new Decoder(bytes).decode(bytes, false), bytes);
  if (found.kind !== 'log') return expect.fail(`${path} is no log`);
  const { format, head, skip } = found;
  const takers = candidates(head).map(({ format: { id }, sure }) => `${id} ${String(sure)}`);
  return `${format.name}, rows are ${format.rows}: ${takers.join(', ')}; ${String(skip.characters)} characters and ${String(skip.lines)} lines before\n`;
}

test.for(logPaths.filter((path) => path.startsWith('formats/')))('%s', async (path) => {
  await expect(`${recognised(path)}${printed(await reportOn(path))}`).toMatchFileSnapshot(file(path));
});

test('files that are no log', async () => {
  const lines = await Promise.all(
    logPaths
      .filter((path) => path.startsWith('not-read/'))
      .map(async (path) => {
        const analysis = await analyze([source('FILE', fixture(path))], { knowledge });
        if (analysis.kind !== 'declined') return expect.fail(`${path} is read`);
        const said = analysis.declined.map(
          ({ text, advice, kind, format = 'no format', line }) =>
            `${kind}, ${format}, line ${String(line)}: ${inWords(text)} ${inWords(advice)}`,
        );
        return `${path}\n  ${said.join('\n  ')}`;
      }),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file('not-read'));
});

/** Beginnings of files that look like something; of each kind some that just do and some that just do not. */
const heads: readonly string[] = [
  ...[
    'Sid,AlertText',
    'ResourceSid,LogLevel',
    'LogLevel,Sid',
    'StartTime,EndTime',
    'StartTime,Status',
    'Duration,Direction',
    'Duration,From',
    'CallSid,To',
    'CallSid,Body',
    'StartTime,EndTime,Body',
    '_fivetran_synced,sid',
    '_airbyte_raw_id,sid',
    'MessageId,TimestampSent',
    'MessageId,Sent',
    'MessageSid,MessageStatus,EventName',
    'MessageSid,MessageStatus',
    'MessageSid,Status2',
    'Sid,DateSent,Body,Uri',
    'Sid,DateSent,Body',
    'Sid,Uri',
    'From,To,Body,SentDate',
    'From,To,Body,SentDate,Status',
    'From,To,Body,Status,ApiVersion,NumSegments',
    'From,To,Body,Status,ApiVersion,NumSegments,SentDate',
    'Status,To,Date',
    'Status,PhoneNumber,SentAt',
    'Status,MessageBody,Id',
    'Status,ToNumber,Message Sid',
    'Status,Name,Date',
    'Status,To,Name',
    'To,Date',
    'Country,Messages',
    'Country,Count',
    'Country,Percentage',
    'Country,Total',
    'Country,Message Count',
    'Country,Status,Count',
    'Country,Name',
    'Auth Token,To',
    'Twilio API Key Secret,To',
    'Password,To',
    'SID                                 Status  Date',
    'SID Status  Date',
    `+12025550100,SM${'a'.repeat(32)},sent`,
    `+12025550100,SM${'a'.repeat(31)},sent`,
    `MM${'1'.repeat(32)}`,
    `+12025550100,CA${'a'.repeat(32)},sent`,
    'a,b\n1,2',
    'a;b\n1;2',
    'a\tb\r\n1\t2',
    'a|b\r1|2',
    'a,b\n"1,2",3',
    'a,b\n1',
    'Dear Sir,\nhow, are, you',
    'a',
    'TWILIO_AUTH_TOKEN=1',
    'export API_KEY_SECRET: x',
    'the secret key is a1b2c3d4e5f6a7b8 so',
    'auth token: 0a1b2c3d4e5f6a7b8',
    'auth token: none of your business here',
    `AC${'a'.repeat(32)}:${'b'.repeat(32)}`,
  ].map((head) => `${head}\n`),
  ...[
    '{"alert_text": 1}',
    '[{"alertText": 1}]',
    '{"alerts": []}',
    '{"calls": []}',
    `{"sid": "CA${'0'.repeat(32)}"}`,
    '{"specversion": "1.0"}',
    '{"type": "com.twilio.messaging.x"}',
    '{"type": "RECORD"}',
    '{"type": "SCHEMA"}',
    '{"type": "STATE"}',
    '{"MessageStatus": "sent"}',
    '{"accountSid": "x"}',
    '{"numSegments": "1"}',
    `{"sid": "SM${'0'.repeat(32)}"}`,
    `{"account_sid": "AC${'0'.repeat(32)}"}`,
    `{"other_sid": "AC${'0'.repeat(32)}"}`,
    '[ { body: 1 } ]',
    '{"messages": [ ]}',
    '{"messages": 1}',
    '{}',
    '[]',
    '<Calls page="0">',
    '<Call><Sid/></Call>',
    '<TwilioResponse><Messages/></TwilioResponse>',
    '<!doctype html><title>x</title>',
    '{"auth_token": "x"}',
    '{"body": "auth_token: secret", "numSegments": "1"}',
  ],
];

test('beginnings of files', async () => {
  const said = heads.map((head) => {
    const found = recognise(head);
    const first = head.trimEnd().replaceAll(/[\t\r\n]/g, (sign) => JSON.stringify(sign).slice(1, -1));
    if (found.kind !== 'other') return `${first}\n  ${found.kind === 'log' ? found.format.id : found.kind}`;
    const { kind, format = 'no format', what, advice } = found.refusal;
    return `${first}\n  ${kind}, ${format}: FILE is ${what}. ${typeof advice === 'string' ? advice : inWords(advice)}`;
  });
  await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(file('heads'));
});

test('what every format reads of which name, and how it means its cells', async () => {
  const lines = formats.map(({ id, name, rows, records }) => {
    const { kind, fields, dialect, ...more } = records;
    const byField = Map.groupBy(fields, ([, field]) => field);
    return [
      `${id}: ${name}, a record is one of ${rows}, ${kind}`,
      ...[...byField].map(([field, names]) => `${field}: ${names.map(([one]) => one).join(' ')}`),
      `cells: ${JSON.stringify({ ...dialect, time: dialect.time.name })}`,
      ...Object.entries(more)
        .filter(([, value]) => typeof value !== 'function')
        .map(([what, value]) => `${what}: ${JSON.stringify(value)}`),
    ].join('\n  ');
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file('fields'));
});

test('every notice of a source, met once, twice and often', async () => {
  const lines = noticeIds.flatMap((id) =>
    [1, 2, 12_345].map((count) => {
      const notices = new Notices();
      notices.add(id, () => 7, count);
      return notices.list().map((notice) => `${id} ${String(notice.count)} (${linesOf(notice)}): ${inWords(notice.text)}`);
    }),
  );
  await expect(`${lines.flat().join('\n')}\n`).toMatchFileSnapshot(file('notices'));
});

test('ten lines of a notice are named, a thousand skipped rows are kept, all are counted', () => {
  const notices = new Notices();
  for (let line = 1; line <= 1_001; line += 1) notices.skip('ragged-rows', () => line);
  const [notice] = notices.list();
  expect(notice).toMatchObject({ count: 1_001, lines: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
  expect(notice && linesOf(notice)).toBe('lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …');
  expect([notices.skippedCount, notices.skipped.length]).toEqual([1_001, 1_000]);
  expect(notices.skipped.at(-1)).toEqual({ line: 1_000, reason: 'ragged-rows' });
});
