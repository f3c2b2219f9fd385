/** Logs of other providers and other lists of Twilio: named by their columns or the names of their values, and not read. */
import { describe, expect, test } from 'vitest';
import { declined, inWords, report, source } from '../../../log.ts';

/** Provider, headings of a table that only it has; one without any of them is no log of it. */
const tables = [
  ['Plivo', 'MessageUUID,To,Status'],
  ['Vonage', 'message_id,client_ref,to,status'],
  ['Vonage', 'message_id,network,to,status'],
  ['Telnyx', 'messaging_profile_id,to,status'],
  ['Amazon', 'PublishTimeUTC,To,Status'],
  ['Amazon', 'MessagePriceInUSD,To,Status'],
  ['Bird (MessageBird)', 'originator,recipient,status'],
  ['Sinch', 'batch_id,recipient,status'],
  ['Infobip', 'Bulk Id,From,To,Status'],
  ['Infobip', 'From,To,Message Count,Status Group,Status'],
  ['MessageMedia', 'Delivery Report ID,To,Message Status'],
  ['MessageMedia', 'Source Number,Destination Number,Message Status'],
  ['ClickSend', 'To,Message ID,Status,Status Code,Status Text'],
  ['SendGrid, of e-mails', 'sg_message_id,email,status'],
] as const;

const valueOf: Readonly<Record<string, string>> = { To: '+12025550140', to: '+12025550140', From: 'Acme', recipient: '12025550140' };
const tableOf = (heading: string): string =>
  `${heading}\n${heading
    .split(',')
    .map((name) => valueOf[name] ?? (/status$/i.test(name) ? 'delivered' : '1'))
    .join(',')}\n`;

/** Provider, what it sends to a program. */
const objects = [
  ['Vonage', { msisdn: '12025550140', 'network-code': '310004', messageId: '0A00', status: 'delivered', 'err-code': '0' }],
  ['Vonage', { message_uuid: 'u', to: '12025550140', status: 'delivered', usage: { price: '0.03' } }],
  ['Plivo', { objects: [{ message_uuid: 'u', message_state: 'delivered', to_number: '12025550140' }] }],
  ['Telnyx', { data: { payload: { messaging_profile_id: 'p', to: [{ phone_number: '+12025550140', status: 'delivered' }] } } }],
  ['Amazon', { delivery: { destination: '+12025550140', priceInUSD: 0.006 }, status: 'SUCCESS' }],
  ['Amazon', { attributes: { record_status: 'DELIVERED', iso_country_code: 'US' } }],
  ['Amazon', { isoCountryCode: 'US', messageStatusDescription: 'x', messageStatus: 'DELIVERED' }],
  ['Bird (MessageBird)', { items: [{ originator: 'Acme', recipients: { items: [{ recipient: 12025550140, status: 'delivered' }] } }] }],
  ['Sinch', { type: 'recipient_delivery_report_sms', batch_id: '01F', recipient: '12025550140', status: 'Delivered' }],
  ['Infobip', { results: [{ bulkId: 'b', to: '12025550140', status: { groupName: 'DELIVERED' } }] }],
  ['Azure Communication Services', [{ data: { to: '+12025550140', deliveryStatus: 'Delivered', deliveryStatusDetails: 'No error' } }]],
  ['SendGrid, of e-mails', [{ email: 'ann@example.org', event: 'delivered', sg_event_id: 'e' }]],
  ['Bandwidth', [{ type: 'message-delivered', message: { applicationId: 'a', segmentCount: 1, to: ['+12025550140'] } }]],
  [
    'Meta (WhatsApp Cloud API)',
    { entry: [{ changes: [{ value: { messaging_product: 'whatsapp', statuses: [{ status: 'delivered' }] } }] }] },
  ],
] as const;

describe('a log of another provider is named and not judged by our codes', () => {
  test.for([
    ...tables.map(([name, heading]) => [name, tableOf(heading)] as const),
    ...objects.map(([name, one]) => [name, JSON.stringify(one)] as const),
  ])('%s: %s', async ([provider, text]) => {
    const found = await declined(source('x', text));
    expect(found.kind).toBe('not-a-log');
    expect(inWords(found.text)).toBe(`x is a message log of ${provider}, not of Twilio.`);
    expect(inWords(found.advice)).toMatch(
      /^Its error codes mean something else, so it is not judged by ours\. Export .*Without access to the Console, /,
    );
  });

  test('one of its columns alone names nobody', async () => {
    for (const heading of ['recipient,status', 'message_id,to,status', 'originator,to,status', 'source number,to,status'])
      expect((await report([source('x', tableOf(heading))])).totals.messages).toBe(1);
  });
});

const sid = (letters: string): string => letters + 'a1'.repeat(16);

describe('another list of Twilio is named', () => {
  test.for([
    ['Twilio Conversations', { messages: [{ sid: sid('IM'), conversation_sid: sid('CH'), body: 'x' }] }, 'not-a-log'],
    ['Twilio Verify', { attempts: [{ sid: sid('VL'), conversion_status: 'converted' }] }, 'not-a-log'],
    ['Twilio Studio', { executions: [{ sid: sid('FN'), flow_sid: sid('FW'), state: 'ended' }] }, 'not-a-log'],
    ['Twilio Lookup', { phone_number: '+12025550140', national_format: '(202) 555-0140', valid: true }, 'not-a-log'],
    ['a list of Twilio numbers', { incoming_phone_numbers: [{ sid: sid('PN'), sms_application_sid: '' }] }, 'not-a-log'],
    ['a table of sums', { usage_records: [{ category: 'sms', count: '120', usage: '120' }] }, 'aggregate'],
    ['debugger alerts', { data: { level: 'ERROR', error_code: '30003', product_name: 'Messaging', payload: '{}' } }, 'alerts'],
    ['a call log', { calls: [{ sid: sid('CA'), duration: '3' }] }, 'calls'],
  ] as const)('%s', async ([words, object, kind]) => {
    const found = await declined(source('x', JSON.stringify(object)));
    expect(found.kind).toBe(kind);
    expect(inWords(found.text)).toContain(words);
  });

  test('an answer that refuses a request leads to the page of its code', async () => {
    const found = await declined(
      source('x', '{"code": 20003, "message": "Authenticate", "more_info": "https://example.org", "status": 401}'),
    );
    expect(inWords(found.text)).toBe('x is an answer of the API that refuses a request, not a list of messages.');
    expect(found.codes).toEqual(['20003']);
  });

  test.for([
    ['Sid=NO1&Level=ERROR&PayloadType=application%2Fjson&Payload=%7B%22error_code%22%3A%2211200%22%7D', 'alerts'],
    ['CallSid=CA1&CallStatus=completed&To=%2B12025550140', 'calls'],
    ['Date Created                     Log Level  Error Code  Alert Text\nAug 14 2025 11:22:00 GMT-0600  error  30003  x\n', 'alerts'],
    ['Timestamp,Level,Error code,Source,Description\n2025-08-14 17:22,Error,30003,SM,x\n', 'alerts'],
    ['category,count,usage,price\nsms,120,120,1.2\n', 'aggregate'],
  ] as const)('%s: %s', async ([text, kind]) => {
    expect((await declined(source('x', text))).kind).toBe(kind);
  });
});

describe('what it is, and which way is left without the Console', () => {
  test.for([
    ['<?xml version="1.0"?>\n<svg width="9"><text>30007</text></svg>', 'not-a-log', 'a picture (SVG)'],
    ['Date,Status,Count\n2026-08-14,delivered,120\n', 'aggregate', 'a table of sums'],
    ['Country,Messages Sent,Delivery Rate\nUS,1200,97.1\n', 'aggregate', 'a table of sums'],
    ['msisdn=12025550140&network-code=310004&messageId=0A0&err-code=0&status=delivered\n', 'not-a-log', 'a message log of Vonage'],
    ['[14/08/2026, 17:22] Ann: hello\n[14/08/2026, 17:23] Bo: hi\n', 'not-a-log', 'not a message log'],
    ['{"log":{"entries":[{"request":{"url":"x"},"response":{"content":{"text":"{}"}}}]}}', 'not-a-log', 'a recording of a browser'],
    [
      `> Authorization: Basic ${'QUNh'.repeat(20)}\n{"messages":[{"sid":"${sid('SM')}","status":"sent","to":"1"}]}`,
      'credentials',
      'credentials',
    ],
    [`{"user":["AC${'a1'.repeat(16)}", "${'b2'.repeat(16)}"]}`, 'credentials', 'credentials'],
    [`${sid('SM')},sent,+12025550111\n`, 'no-header', 'without a line of headings'],
  ] as const)('%j is %s: %s', async ([text, kind, words]) => {
    const found = await declined(source('x', text));
    expect(found.kind).toBe(kind);
    expect(inWords(found.text)).toContain(words);
    if (kind !== 'credentials') expect(inWords(found.advice)).toContain('Without access to the Console');
  });

  test('sums beside the numbers they are about are messages', async () => {
    for (const name of ['To', 'Phone', 'Recipient', 'Mobile'])
      expect((await report([source('x', `${name},Status,Count\n+12025550111,delivered,1\n`)])).totals.messages).toBe(1);
  });

  test('a column "Sent" beside one of statuses is a heading', async () => {
    expect((await report([source('x', 'Recipient,Status,Sent\n+12025550111,DELIVERED,2026-08-14 17:22\n')])).totals.delivered).toBe(1);
  });
});

describe('lists of people and words', () => {
  test.for([
    ['Name,E-mail 1 - Value,Phone 1 - Value\nAnn,ann@example.org,+12025550140\n', 'a list of people'],
    ['+12025550140\n+12025550141\n+12025550142\n', 'a list of numbers'],
    ['(202) 555-0140\r\n(202) 555-0141\r\n', 'a list of numbers'],
    ['Dear all, the messages do not arrive, please help.\nThanks, Ann, and Bo\n', 'not a message log'],
    ["const twilio = require('twilio');\nconst client = twilio(a, b);\n", 'not a message log'],
  ] as const)('%j is %s', async ([text, words]) => {
    const found = await declined(source('x', text));
    expect(found.kind).toBe('not-a-log');
    expect(inWords(found.text)).toContain(words);
  });
});
