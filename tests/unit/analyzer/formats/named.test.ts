/** Formats whose records have named values: objects, elements, forms, events. The right figures of every log of them. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formats } from '../../../../src/analyzer/formats/index.ts';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import { declined, fixture, fixturePath, inWords, noticeIds, report, reportOn, source } from '../../../log.ts';

interface Right {
  readonly records: number;
  readonly messages: number;
  readonly skipped?: number;
  readonly failed: number;
  readonly delivered: number;
  readonly clock?: string;
}

/** The made-up account of the format study: 29 messages as rows. */
const rows: Right = { records: 29, messages: 29, failed: 9, delivered: 11, clock: '2025-08-14T17:22:00Z' };
/** The same account as 40 events of 21 outbound messages, of which two arrive out of order. */
const events: Right = { records: 40, messages: 21, failed: 9, delivered: 11, clock: '2025-08-14T17:21:04Z' };

/** Five messages as the same variants of other formats hold them. */
const five: Right = { records: 5, messages: 5, failed: 3, delivered: 1, clock: '2025-08-14T17:22:03Z' };

/** Five messages as programs print them with a name and a value a line. */
const printed: Right = { records: 5, messages: 5, failed: 2, delivered: 1, clock: '2026-08-14T17:22:03Z' };
/** Five callbacks of three messages as programs log them. */
const logged: Right = { records: 5, messages: 3, failed: 2, delivered: 1 };
/** Two events in the envelopes of a cloud. */
const wrapped: Right = { records: 2, messages: 2, failed: 1, delivered: 1, clock: '2026-08-14T17:09:00Z' };

const logs: Readonly<Record<string, Right>> = {
  'php_print_r.txt': printed,
  'php_var_dump.txt': printed,
  'php_laravel_dump.txt': printed,
  'psql_expanded.txt': printed,
  'mysql_rows.txt': printed,
  'yaml_ruby.yml': printed,
  'yaml_by_key.yml': printed,
  'by_hand.txt': printed,
  'logfmt.log': { ...logged, clock: '2026-08-14T17:24:03Z' },
  'flask_immutable_multidict.log': { ...logged, clock: '2026-08-14T17:24:03Z' },
  'eventstreams_kinesis.jsonl': wrapped,
  'eventstreams_lambda_records.json': wrapped,
  'messages.html': five,
  'mongoexport.jsonl': five,
  'no_names.sql': five,
  'postgres_copy_csv.sql': five,
  'rest_single_message.json': { records: 1, messages: 1, failed: 1, delivered: 0, clock: '2025-08-14T17:20:00Z' },
  'rest-page-placeholder-sids.json': { records: 2, messages: 2, failed: 1, delivered: 1, clock: '2026-03-04T11:40:00Z' },
  'rest_messages.xml': rows,
  'bulkexport_2025-08-14.json': rows,
  'cli_json.json': rows,
  'node_messages_array.json': rows,
  'node_messages_concatenated_pretty.json': rows,
  'node_inspect_dump.txt': rows,
  'node_inspect_instances.txt': rows,
  'node_inspect_more_items.txt': { records: 100, messages: 100, failed: 30, delivered: 36, clock: '2025-08-14T17:22:00Z' },
  'python_vars.txt': rows,
  'python_pprint.txt': rows,
  'ruby_hashes.txt': rows,
  'ruby-inspect-list.txt': { records: 3, messages: 3, failed: 1, delivered: 1, clock: '2026-03-04T15:10:37Z' },
  'airbyte_records.jsonl': rows,
  'airbyte-all-streams.jsonl': { records: 4, messages: 4, skipped: 6, failed: 1, delivered: 1, clock: '2026-03-04T11:50:13Z' },
  'singer_messages.jsonl': rows,
  'airbyte_raw_messages.csv': rows,
  'webhook_log.csv': { records: 9, messages: 9, failed: 4, delivered: 1 },
  'rest_2008_twilio_response.json': { ...rows },
  // Patients and accounts are other tables.
  'mysql.sql': { ...rows, skipped: 2 },
  'postgres_copy.sql': { ...rows, skipped: 1 },
  'postgres_insert.sql': rows,
  // No direction: one that failed on its way in counts as one that went out.
  'sqlserver_own_names.sql': { ...rows, failed: 10 },
  'eventstreams.jsonl': events,
  'eventstreams_bare_data.jsonl': events,
  'eventstreams_flat_data_only.csv': events,
  // In reverse order, in lists of ten, with an alert and a message that came in.
  'eventstreams_batches.json': { ...events, records: 41, messages: 22, skipped: 1 },
  'statuscallback.csv': events,
  'statuscallback.jsonl': events,
  'callbacks_wrapped.jsonl': events,
  // Every third line has no time.
  'callbacks.log': { ...events, clock: '2025-08-14T17:20:04Z' },
  'callbacks_console_log.txt': { records: 40, messages: 21, failed: 9, delivered: 11 },
  'sheet-of-callbacks.csv': { records: 5, messages: 3, failed: 2, delivered: 1, clock: '2026-03-04T11:02:00Z' },
};

test.for(Object.entries(logs))('%s', async ([file, { records, messages, skipped = 0, failed, delivered, clock }]) => {
  // Whatever it is called.
  const made = await report([source('x', fixture(fixturePath(file)))]);
  expect(made.totals).toMatchObject({ messages, failed, delivered });
  expect(made.clock).toBe(clock);
  const [format] = fixturePath(file).split('/').slice(1);
  const isOfEvents = formats.find(({ id }) => id === format)?.rows === 'events';
  expect(made.sources).toMatchObject([
    {
      format,
      rows: records + skipped,
      records,
      messages,
      duplicates: isOfEvents ? 0 : records - messages,
      folded: isOfEvents ? records - messages : 0,
    },
  ]);
  expect(made.sources[0]?.skipped).toHaveLength(skipped);
});

test('every log of such a format stands here or in the list of all formats', () => {
  const folders = formats
    .filter(({ records, rows: kind }) => (records.kind !== 'table' && records.kind !== 'lines') || kind === 'events')
    .map(({ id }) => id);
  const files = folders.flatMap((id) => readdirSync(new URL(`../../../fixtures/formats/${id}/`, import.meta.url)));
  expect(files.filter((file) => logs[file] === undefined && !file.startsWith('rest_messages_'))).toEqual([]);
});

/** What a report says of messages, without the sources and what only some forms tell. */
const figures = ({ totals, byStatus, byErrorCode, byCategory, byHour, clock, oldest }: Report) => ({
  totals,
  byStatus,
  byErrorCode,
  byCategory,
  byHour,
  clock,
  oldest,
});

test('the same messages have the same figures in whatever they were written', async () => {
  const right = figures(await reportOn(fixturePath('rest_messages_list.json')));
  for (const [file] of Object.entries(logs).filter(([, wanted]) => wanted === rows))
    expect({ file, ...figures(await reportOn(fixturePath(file))) }).toEqual({ file, ...right });
});

test('the same events have the same figures in whatever they were written', async () => {
  const right = figures(await reportOn(fixturePath('eventstreams.jsonl')));
  for (const [file] of Object.entries(logs).filter(([, wanted]) => wanted === events))
    expect({ file, ...figures(await reportOn(fixturePath(file))) }).toEqual({ file, ...right });
});

const lines = (file: string): readonly string[] =>
  new TextDecoder()
    .decode(fixture(fixturePath(file)))
    .trim()
    .split('\n');

describe('events of one message', () => {
  test('count once in the state in which it ended, whatever their order and however they are split into files', async () => {
    const all = lines('statuscallback.jsonl');
    const right = await report([source('x', all.join('\n'))]);
    const orders = [[...all].reverse(), [...all].sort(), [...all.slice(17), ...all.slice(0, 17)]];
    for (const order of orders) {
      expect(figures(await report([source('x', order.join('\n'))]))).toEqual(figures(right));
      const parts = await report([source('one', order.slice(0, 13).join('\n')), source('two', order.slice(13).join('\n'))]);
      expect(figures(parts)).toEqual(figures(right));
      expect(parts.sources.map(({ messages }) => messages).reduce((sum, n) => sum + n)).toBe(21);
    }
  });

  test('that are received late do not take it back: a "sent" after "delivered" is older news', async () => {
    const callback = (status: string, second: number): string =>
      JSON.stringify({
        MessageSid: `SM${'0a'.repeat(16)}`,
        MessageStatus: status,
        To: '+12025550143',
        received_at: `2026-03-04T11:00:0${String(second)}Z`,
      });
    const made = await report([source('x', [callback('delivered', 1), callback('sent', 5), callback('queued', 9)].join('\n'))]);
    expect(made).toMatchObject({
      totals: { messages: 1, delivered: 1 },
      clock: '2026-03-04T11:00:01Z',
      sources: [{ folded: 2, duplicates: 0 }],
    });
    const read = await report([source('x', [callback('read', 1), callback('delivered', 5)].join('\n'))]);
    expect(read.byStatus).toEqual({ read: 1 });
    // Of two that have ended the later one counts.
    const ended = await report([source('x', [callback('delivered', 1), callback('undelivered', 2)].join('\n'))]);
    expect(ended.byStatus).toEqual({ undelivered: 1 });
  });

  test('are told as events, with one sentence', async () => {
    const made = await reportOn(fixturePath('statuscallback.jsonl'));
    expect(noticeIds(made)).toEqual(['no-direction', 'folded-events']);
    expect(inWords(made.sources[0]?.notices[1]?.text ?? [])).toBe(
      '19 rows are an earlier, later or repeated event of a message that another row tells of. Each message counts once, in the state in which it ended.',
    );
    const one = lines('statuscallback.jsonl')[0] ?? '';
    const twice = await report([source('x', `${one}\n${one}`)]);
    expect(inWords(twice.sources[0]?.notices.at(-1)?.text ?? [])).toMatch(/^1 row is an earlier/);
  });

  test('with masked SIDs are never folded', async () => {
    const masked = lines('statuscallback.jsonl').map((line) => line.replaceAll(/(?:SM|MM)[0-9a-f]{32}/g, 'SMXXXXXXXX'));
    const made = await report([source('x', masked.join('\n'))]);
    expect(made.sources).toMatchObject([{ format: 'statuscallback', records: 40, messages: 40, folded: 0 }]);
    expect(noticeIds(made)).toContain('masked-sids');
  });

  test('of Event Streams say what happened in their type where they have no status', async () => {
    const event = (type: string, data: object): string =>
      JSON.stringify({ specversion: '1.0', type, time: '2026-03-04T11:00:00Z', data: { messageSid: `SM${'0b'.repeat(16)}`, ...data } });
    const made = await report([source('x', event('com.twilio.messaging.message.failed', { to: '+12025550143', errorCode: 30008 }))]);
    expect(made).toMatchObject({ byStatus: { failed: 1 }, byErrorCode: [{ code: '30008' }], clock: '2026-03-04T11:00:00Z' });
    const inbound = event('com.twilio.messaging.inbound-message.received', { from: '+12025550143' });
    expect((await report([source('x', inbound)])).totals).toMatchObject({ inbound: 1, outbound: 0 });
  });

  test('are found in what a queue or a gateway wrapped them in', async () => {
    const [first = ''] = lines('eventstreams.jsonl');
    for (const wrapped of [{ detail: JSON.parse(first) as unknown }, { body: first }, { Message: first }])
      expect((await report([source('x', JSON.stringify(wrapped))])).sources).toMatchObject([{ format: 'eventstreams', records: 1 }]);
  });
});

describe('records are read behind words of a program', () => {
  const sid = `SM${'0c'.repeat(16)}`;
  test.for([
    [
      'a time before each line',
      `2026-03-04T11:00:00Z INFO {"MessageSid":"${sid}","MessageStatus":"sent","To":"+12025550143"}\n`,
      'statuscallback',
    ],
    [
      'a line before a list',
      `Found 1 message, it's here:\n[\n  {\n    sid: '${sid}',\n    status: 'sent',\n    accountSid: 'AC',\n    numSegments: '1',\n    dateSent: null\n  }\n]\n`,
      'node-inspect',
    ],
    [
      'a prompt',
      `irb(main):001:0> list\n=> [<Twilio.Api.V2010.MessageInstance body: Hi to: +12025550143 status: sent sid: ${sid} error_code: 0>]\n`,
      'ruby-inspect',
    ],
    [
      'headers of an answer',
      `HTTP/2 200\ncontent-type: application/json\n\n{"sid":"${sid}","status":"sent","uri":"/x","date_sent":null,"account_sid":"AC","to":"+12025550143","error_code":null}`,
      'rest-json',
    ],
    [
      'headers before XML',
      `HTTP/1.1 200 OK\n\n<?xml version="1.0"?><TwilioResponse><Message><Sid>${sid}</Sid><Status>sent</Status><To>+12025550143</To></Message></TwilioResponse>`,
      'rest-xml',
    ],
  ] as const)('%s', async ([, text, format]) => {
    expect((await report([source('x', text)])).sources).toMatchObject([{ format, records: 1, skipped: [] }]);
  });
});

describe('what has no status is named', () => {
  test.for([
    [
      '[<Twilio.Api.V2010.MessageInstance account_sid=AC01 sid=SM01>, <Twilio.Api.V2010.MessageInstance account_sid=AC01 sid=SM02>]',
      'helper library',
    ],
    ['[{"sid":"SM01","body":"Hello"}]', 'without their status'],
    ["[ { sid: 'SM01', to: '+12025550143' } ]", 'without their status'],
    ['<TwilioResponse><RestException><Code>20404</Code></RestException></TwilioResponse>', 'refuses a request'],
  ] as const)('%j', async ([text, words]) => {
    const { kind, text: said } = await declined(source('x', text));
    expect(kind).toBe('not-a-log');
    expect(inWords(said)).toContain(words);
  });

  test('a copy without a stream of messages says that its records are others', async () => {
    const others = lines('airbyte-all-streams.jsonl').filter((line) => !line.includes('"messages"'));
    const { kind, advice } = await declined(source('x', others.join('\n')));
    expect(kind).toBe('no-messages');
    expect(inWords(advice)).toContain('6 records are about something else than messages');
  });
});

describe('messages in what other programs wrap around them', () => {
  const message = (number: number, status: string) => ({
    sid: `SM${String(number).padStart(32, '0')}`,
    account_sid: `AC${'a1'.repeat(16)}`,
    status,
    to: '+12025550111',
    from: '+12025550101',
    body: 'Hi',
    error_code: status === 'failed' ? 30003 : null,
    date_sent: '2025-08-14T17:22:03Z',
    num_segments: '1',
    price_unit: 'USD',
    uri: '/x',
  });
  const two = [message(1, 'delivered'), message(2, 'failed')];
  const columns = Object.fromEntries(
    Object.keys(message(1, '')).map((name) => [name, { 0: two[0]?.[name as 'sid'], 1: two[1]?.[name as 'sid'] }]),
  );
  const typed = (one: object) =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]: [string, unknown]) => [
        name,
        value === null ? { NULL: true } : typeof value === 'number' ? { N: String(value) } : { S: value },
      ]),
    );
  test.for([
    ['a search engine', { hits: { total: 2, hits: two.map((one) => ({ _id: 'x', _source: one })) } }],
    ['edges and nodes', { data: { messages: { edges: two.map((node) => ({ node })) } } }],
    ['attributes', { data: two.map((attributes) => ({ id: 'x', type: 'messages', attributes })) }],
    ['SIDs as names', Object.fromEntries(two.map((one) => [one.sid, one]))],
    ['SIDs as names that stand nowhere else', { messages: Object.fromEntries(two.map(({ sid, ...one }) => [sid, one])) }],
    ['column by column', columns],
    ['a database that wraps each value with its type', { Items: two.map(typed) }],
    ['an answer that has a status too', { status: 'success', answer: { list: two } }],
  ] as const)('%s', async ([, object]) => {
    const { totals, byErrorCode, sources } = await report([source('x', JSON.stringify(object))]);
    expect(totals).toMatchObject({ messages: 2, delivered: 1, failed: 1 });
    expect(byErrorCode.map(({ code }) => code)).toEqual(['30003']);
    expect(sources[0]).toMatchObject({ rows: 2, skipped: [] });
  });

  test('a record without a message in it is told, one too deep as well', async () => {
    const deep = (levels: number): unknown => (levels === 0 ? two[0] : { a: deep(levels - 1) });
    const rowsWith = async (levels: number) =>
      (await report([source('x', `${JSON.stringify(two[1])}\n${JSON.stringify(deep(levels))}\n{"a":1}\n`)])).sources[0];
    expect(await rowsWith(5)).toMatchObject({ rows: 3, messages: 2, skipped: [{ line: 3, reason: 'broken-records' }] });
    expect(await rowsWith(6)).toMatchObject({ rows: 3, messages: 1 });
  });
});

test('several callbacks and events in one body all count, whatever is around them', async () => {
  const event = (number: number, status: string) => ({
    specversion: '1.0',
    type: `com.twilio.messaging.message.${status}`,
    time: '2025-08-14T17:22:03Z',
    data: { messageSid: `SM${String(number).padStart(32, '0')}`, messageStatus: status.toUpperCase(), to: '+12025550111' },
  });
  const callback = (number: number) => ({ MessageSid: `SM${String(number).padStart(32, '0')}`, MessageStatus: 'sent', To: '+12025550111' });
  const bodies = [JSON.stringify([event(1, 'sent'), event(2, 'failed')]), btoa(JSON.stringify([event(3, 'sent'), event(4, 'failed')]))];
  const text = bodies.map((body) => JSON.stringify({ messageId: 'x', body })).join('\n');
  expect((await report([source('x', text)])).sources[0]).toMatchObject({ format: 'eventstreams', rows: 4, messages: 4 });
  const callbacks = JSON.stringify({ id: 1, body: JSON.stringify([callback(1), callback(2)]) });
  expect((await report([source('x', callbacks)])).sources[0]).toMatchObject({ format: 'statuscallback', rows: 2, messages: 2 });
});
