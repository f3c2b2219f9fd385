/** What formats take out of a record, in whatever stands around a message. */
import { expect, test } from 'vitest';
import { formats } from '../../../../src/analyzer/formats/index.ts';
import type { Named, Taken } from '../../../../src/analyzer/records/records.ts';

function takenBy(format: string, record: Named): Taken {
  const records = formats.find(({ id }) => id === format)?.records;
  if (records === undefined || !('take' in records)) return expect.fail(`${format} takes nothing`);
  return records.take(record);
}
const message = { sid: 'SM01', status: 'sent', to: '+12025550140' };
const callback = { MessageSid: 'SM01', MessageStatus: 'sent' };
const form = 'MessageSid=SM01&MessageStatus=sent';
const other = { kind: 'other' };
const bookkeeping = { kind: 'bookkeeping' };
const one = (made: Named = message) => ({ kind: 'message', message: made });
const two = (made: Named = message) => ({ kind: 'several', each: [one(made), one(made)] });
const packed = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');
/** A value inside so many objects. */
const within = (depth: number, value: unknown): Named => (depth === 0 ? value : { inner: within(depth - 1, value) }) as Named;
const event = { specversion: '1.0', type: 'com.twilio.messaging.message.delivered', time: 'T', data: { messageSid: 'SM01' } };
const ofEvent = one({ time: 'T', smsStatus: 'delivered', messageSid: 'SM01' });

test.for<readonly [format: string, record: Named, taken: unknown]>([
  ['airbyte-jsonl', { type: 'STATE', state: {} }, bookkeeping],
  ['airbyte-jsonl', { type: 'RECORD', record: { stream: 'messages', data: message } }, one()],
  ['airbyte-jsonl', { record: { stream: 'messages', data: message } }, one()],
  ['airbyte-jsonl', { stream: 'twilio_messages', data: message, emitted_at: 1 }, one()],
  ['airbyte-jsonl', { stream: 'calls', data: message, emitted_at: 1 }, other],
  ['airbyte-jsonl', { stream: 'messages', data: 'x', emitted_at: 1 }, other],
  ['airbyte-jsonl', { stream: 'message_media', data: message }, other],
  ['airbyte-jsonl', { _airbyte_data: message }, one()],
  ['airbyte-jsonl', { _airbyte_data: JSON.stringify(message) }, one()],
  ['airbyte-jsonl', { _airbyte_data: '{' }, other],
  ['airbyte-jsonl', { _airbyte_data: '[]' }, other],
  ['airbyte-jsonl', { _airbyte_data: 'null' }, other],
  ['singer', { type: 'RECORD', stream: 'messages', record: message }, one()],
  ['singer', { type: 'RECORD', stream: 'calls', record: message }, other],
  ['singer', { type: 'RECORD', stream: 'messages', record: [message] }, other],
  ['singer', { type: 'SCHEMA', stream: 'messages' }, bookkeeping],
  ['printed-pairs', { status: 'sent' }, one({ status: 'sent' })],
  ['printed-pairs', { To: 'x' }, one({ To: 'x' })],
  ['printed-pairs', { body: 'x' }, one({ body: 'x' })],
  ['printed-pairs', { from: 'x' }, bookkeeping],
  ['rest-json', message, one()],
  ['rest-json', { page: 0, a: [message, message] }, two()],
  ['rest-json', within(5, message), one()],
  ['rest-json', within(6, message), one(within(6, message))],
  // A text and a list around it are envelopes as well.
  ['rest-json', within(4, JSON.stringify(message)), one()],
  ['rest-json', within(5, JSON.stringify(message)), one(within(5, JSON.stringify(message)))],
  ['rest-json', within(4, [message]), one()],
  ['rest-json', within(5, [message]), one(within(5, [message]))],
  ['rest-json', { status: 'x', hits: [{ _source: message }] }, one()],
  ['rest-json', { hits: [{ status: 'x' }] }, one({ hits: [{ status: 'x' }] })],
  ['rest-json', { hits: [{ sid: 'SM01', to: 'x' }] }, one({ hits: [{ sid: 'SM01', to: 'x' }] })],
  ...(['sid', 'to', 'from', 'body'] as const).map((name) => {
    const made = { status: 'sent', [name]: 'x' };
    return ['rest-json', { around: made }, one(made)] as const;
  }),
  [
    'rest-json',
    { sid: { 0: 'SM01', 1: 'SM02' }, status: { 0: 'sent', 1: 'read' }, note: 'x' },
    { kind: 'several', each: [one({ sid: 'SM01', status: 'sent' }), one({ sid: 'SM02', status: 'read' })] },
  ],
  ['statuscallback', callback, one(callback)],
  ['statuscallback', { at: 1, body: form }, one({ at: 1, body: form, ...callback })],
  ['statuscallback', { body: JSON.stringify(callback) }, one({ body: JSON.stringify(callback), ...callback })],
  ['statuscallback', { body: packed(form) }, one({ body: packed(form), ...callback })],
  ['statuscallback', { body: packed(callback) }, one({ body: packed(callback), ...callback })],
  [
    'statuscallback',
    { a: [callback, callback] },
    { kind: 'several', each: [one({ a: [callback, callback], ...callback }), one({ a: [callback, callback], ...callback })] },
  ],
  ['statuscallback', within(4, callback), one({ ...within(4, callback), ...callback })],
  ['statuscallback', within(5, callback), other],
  ...[JSON.stringify(callback), [callback]].flatMap((held) => [
    ['statuscallback', within(3, held), one({ ...within(3, held), ...callback })] as const,
    ['statuscallback', within(4, held), other] as const,
  ]),
  ['statuscallback', within(2, packed(callback)), one({ ...within(2, packed(callback)), ...callback })],
  ['statuscallback', within(3, packed(callback)), other],
  ['statuscallback', { MessageSid: 'SM01' }, other],
  ['statuscallback', { MessageStatus: 'sent' }, other],
  ...['message_sid', 'SmsSid', 'sms_message_sid', 'smsMessageSid'].map((name) => {
    const made = { [name]: 'SM01', sms_status: 'sent' };
    return ['statuscallback', made, one(made)] as const;
  }),
  ['statuscallback', { XMessageSid: 'SM01', MessageStatus: 'sent' }, other],
  ['statuscallback', { MessageSid: 'SM01', MessageStatusX: 'sent' }, other],
  ['statuscallback', { body: '{' }, other],
  ['eventstreams', event, ofEvent],
  ['eventstreams', { ...event, data: JSON.stringify(event.data) }, ofEvent],
  ['eventstreams', { Data: packed(event) }, ofEvent],
  ['eventstreams', { body: JSON.stringify([event, event]) }, { kind: 'several', each: [ofEvent, ofEvent] }],
  ['eventstreams', within(4, event), ofEvent],
  ['eventstreams', within(5, event), one(within(5, event))],
  ['eventstreams', { ...event, specversion: undefined }, ofEvent],
  [
    'eventstreams',
    { ...event, type: 'com.twilio.messaging.inbound-message.received' },
    one({ time: 'T', smsStatus: 'received', messageSid: 'SM01' }),
  ],
  ['eventstreams', { ...event, type: 'com.twilio.voice.call.completed' }, other],
  ['eventstreams', { ...event, type: 'com.twilio.x', data: { messageStatus: 'sent' } }, one({ time: 'T', messageStatus: 'sent' })],
  ['eventstreams', { ...event, type: 'com.twilio.x', data: { message_status: 'sent' } }, one({ time: 'T', message_status: 'sent' })],
  ['eventstreams', { a: { messageStatus: 'sent' } }, one({ messageStatus: 'sent' })],
  ['eventstreams', { a: { message_status: 'sent' } }, one({ message_status: 'sent' })],
  [
    'eventstreams',
    { eventName: 'com.twilio.messaging.message.sent', sid: 'SM01' },
    one({ time: undefined, smsStatus: 'sent', eventName: 'com.twilio.messaging.message.sent', sid: 'SM01' }),
  ],
  ['eventstreams', { eventName: 'com.twilio.voice.x' }, other],
])('%s takes of %j what is of a message', ([format, record, taken]) => {
  expect(takenBy(format, record)).toEqual(taken);
});
