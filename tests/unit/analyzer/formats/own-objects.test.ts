/** Objects of messages under names of their own, and what stands around callbacks. */
import { describe, expect, test } from 'vitest';
import { isJsonText } from '../../../../src/analyzer/records/objects/notation.ts';
import { cellOf } from '../../../../src/analyzer/records/named-rows.ts';
import { textInBase64 } from '../../../../src/analyzer/message/base64.ts';
import { declined, inWords, noticeIds, report, source } from '../../../log.ts';

const sid = (n: number): string => `SM${String(n).padStart(32, '0')}`;
const messages = [
  { sid: sid(1), to: '+12025550111', status: 'delivered', code: null, at: '2025-08-14T17:22:03Z' },
  { sid: sid(2), to: '+12025550112', status: 'undelivered', code: 30003, at: '2025-08-14T17:20:00Z' },
];
type Message = (typeof messages)[number];
const right = { clock: '2025-08-14T17:22:03Z', oldest: '2025-08-14T17:20:00Z', totals: { messages: 2, delivered: 1, failed: 1 } };
const read = (made: (message: Message) => unknown) => report([source('x', messages.map((one) => JSON.stringify(made(one))).join('\n'))]);

describe('objects under names of their own', () => {
  test.for<readonly [string, (message: Message) => unknown]>([
    ['an application', (m) => ({ id: 7, twilioSid: m.sid, toNumber: m.to, deliveryStatus: m.status, errorCode: m.code, sentAt: m.at })],
    ['one level down', (m) => ({ _id: { $oid: 'a' }, sms: { sid: m.sid, to: m.to, status: m.status, errorCode: m.code, dateSent: m.at } })],
    ['capitals of a warehouse', (m) => ({ SID: m.sid, TO: m.to, STATUS: m.status, ERROR_CODE: m.code, DATE_SENT: m.at })],
    ['a copy by Fivetran', (m) => ({ id: m.sid, _fivetran_synced: 'x', to: m.to, status: m.status, error_code: m.code, date_sent: m.at })],
    [
      'types of a database',
      (m) => ({
        Item: {
          sid: { S: m.sid },
          to: { S: m.to },
          status: { S: m.status },
          errorCode: m.code === null ? { NULL: true } : { N: String(m.code) },
          dateSent: { S: m.at },
        },
      }),
    ],
    ['dates of a database', (m) => ({ sid: m.sid, to: m.to, state: m.status, errorCode: m.code, sentAt: { $date: m.at } })],
  ])('%s', async ([, made]) => {
    const found = await read(made);
    expect(found).toMatchObject(right);
    expect(found.sources).toMatchObject([{ format: 'own-objects', records: 2 }]);
    expect(found.byErrorCode).toMatchObject([{ code: '30003', count: 1 }]);
    expect(noticeIds(found)).toContain('guessed-names');
  });

  test.for([
    [
      'messages under their SIDs',
      Object.fromEntries(messages.map((m) => [m.sid, { to: m.to, status: m.status }])),
      'not a list of Twilio messages',
    ],
    ['another status', { to: '+12025550111', status: 'shipped', id: 1 }, 'not a list of Twilio messages'],
    ['nobody', { status: 'delivered', order: 7 }, 'not a list of Twilio messages'],
    ['calls', { ref: `CA${'a1'.repeat(16)}`, to: '+12025550111', state: 'failed' }, 'call'],
    ['a recording', { log: { entries: [{ request: { url: 'x' }, response: { content: { text: '{}' } } }] } }, 'a recording of a browser'],
  ] as const)('%s: not read', async ([, object, words]) => {
    const found = await declined(source('x', JSON.stringify(object)));
    if (words !== 'call') expect(inWords(found.text)).toContain(words);
    expect(found.kind).toBe('not-a-log');
  });
});

test('a value that is wrapped, and a list of one, is that value; of two it is none', () => {
  for (const value of [{ $date: 'x' }, { S: 'x' }, { N: 'x' }, ['x'], 'x']) expect(cellOf(value)).toBe('x');
  for (const value of [{ a: 'x' }, { S: 'x', N: 'y' }, ['x', 'y'], [], {}, null, { $a: { b: 1 } }, { NULL: true }])
    expect(cellOf(value)).toBe('');
});

test('an arrow behind a name in quotes is Ruby, a colon JSON', () => {
  expect([`{"a"=>1}`, `{ "a" => 1 }`, `{a: 1}`, `{'a': 1}`, `{:a=>1}`].map(isJsonText)).toEqual([false, false, false, false, false]);
  expect([`{"a":1}`, `x {\n "@a.b" : 1}`].map(isJsonText)).toEqual([true, true]);
});

describe('callbacks in what programs write around them', () => {
  const callback = { MessageSid: sid(1), MessageStatus: 'undelivered', ErrorCode: '30003', To: '+12025550111', From: '+12025550101' };
  const form = new URLSearchParams(callback).toString();
  const pairs = Object.entries(callback);
  test.for([
    ['Rails', `Started POST "/status"\n  Parameters: {${pairs.map(([k, v]) => `"${k}"=>"${v}"`).join(', ')}}\nCompleted 204\n`],
    ['Django', `<QueryDict: {${pairs.map(([k, v]) => `'${k}': ['${v}']`).join(', ')}}>`],
    ['a gateway', JSON.stringify({ routeKey: 'POST /', body: btoa(form), isBase64Encoded: true })],
    ['a queue', JSON.stringify({ message: { data: btoa(JSON.stringify(callback)), messageId: '1' } })],
    ['a search', JSON.stringify({ took: 1, hits: { total: 1, hits: [{ _source: { message: form } }] } })],
  ] as const)('%s', async ([, text]) => {
    expect(await report([source('x', text)])).toMatchObject({ totals: { messages: 1, failed: 1 }, byErrorCode: [{ code: '30003' }] });
  });

  test('base64 of bytes, or of little, is none', () => {
    expect(textInBase64(btoa(form))).toBe(form);
    expect(textInBase64(btoa('a=1&b=2'))).toBeUndefined();
    expect(textInBase64(btoa(`\0${form}`))).toBeUndefined();
    expect(textInBase64(btoa(`\xff${form}`))).toBeUndefined();
    expect(textInBase64(`${btoa(form)} `)).toBeUndefined();
  });
});

describe('a print-out of names and values is named, with what to write instead', () => {
  test.for([
    `Array\n(\n  [sid] => ${sid(1)}\n  [status] => sent\n)`,
    `["sid"]=>\n string(34) "${sid(1)}"\n`,
    `-[ RECORD 1 ]\nsid        | ${sid(1)}\nstatus     | sent\n`,
    `- sid: ${sid(1)}\n  status: sent\n`,
    `[Message(body=Hi, accountSid=x, numMedia=0, dateSent=null, errorCode=null, status=sent, sid=${sid(1)})]`,
    `{Body:Hi Status:sent Sid:${sid(1)} To:+12025550111}`,
  ])('%j', async (text) => {
    const found = await declined(source('x', text));
    expect(found.kind).toBe('not-a-log');
    expect(inWords(found.text)).toBe(
      'x is a print-out of messages as names and values: where a value ends cannot be told for sure, so it is not read.',
    );
    expect(inWords(found.advice)).toContain('Write the messages as JSON');
  });

  test('heading and rows in one line', async () => {
    const found = await declined(source('x', `"Sid","To","Status" "${sid(1)}","+12025550111","sent" "${sid(2)}","+12025550112","sent"`));
    expect(found.kind).toBe('no-header');
    expect(inWords(found.text)).toBe('x is a table whose heading and rows stand in one line, so its rows cannot be told apart.');
  });
});

test('what has no heading row is not said to have one', async () => {
  const found = await declined(source('x', '<TwilioResponse><Messages end="0" page="0"></Messages></TwilioResponse>'));
  expect([found.kind, inWords(found.text)]).toEqual(['no-messages', 'x has the shape of a message log, but no message in it.']);
});
