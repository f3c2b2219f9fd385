/** The same messages as three kinds of log, since logs differ in what they hold. */
import type { Sent } from './message.ts';

const ACCOUNT = `AC${'a'.repeat(32)}`;
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const direction = ({ inbound }: Sent): string => (inbound ? 'inbound' : 'outbound-api');
/** When the log says it was sent: a request that was refused has the moment of the request. */
const moment = ({ sent, created }: Sent): number => sent ?? created;

/** Console CSV of 2025 (formats/console/console-v3.ts): newest first, no time but "sent". */
function consoleV3(messages: readonly Sent[]): string {
  const heading =
    'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit,ShortenedLinkEnabled,ShortenedLinkFirstClicked';
  const rows = [...messages]
    .sort((a, b) => moment(b) - moment(a))
    .map((message) => {
      const { from, to, body, status, segments, code, sid, price } = message;
      const date = `${new Date(moment(message) - 3 * 3_600_000).toISOString().slice(0, 19)}-03:00`;
      return `${cell(from)},${cell(to)},${cell(body)},${status},${date},"2010-04-01",${String(segments)},${code === '' ? '0' : code},${ACCOUNT},${sid},${cell(direction(message))},${price === undefined ? '' : String(-price)},USD,"FALSE",`;
    });
  return [heading, ...rows].join('\n');
}

const rfc2822 = (time: number): string => new Date(time).toUTCString().replace('GMT', '+0000');

/** A list of the REST API, one page (formats/rest/rest-json.ts). */
function restJson(messages: readonly Sent[]): string {
  const list = [...messages]
    .sort((a, b) => b.created - a.created)
    .map((message) => ({
      body: message.body,
      num_segments: String(message.segments),
      direction: direction(message),
      from: message.from === '' ? null : message.from,
      to: message.to,
      date_updated: rfc2822(message.updated),
      price: message.price === undefined ? null : (-message.price).toFixed(5),
      error_message: null,
      uri: `/2010-04-01/Accounts/${ACCOUNT}/Messages/${message.sid}.json`,
      account_sid: ACCOUNT,
      num_media: '0',
      status: message.status,
      messaging_service_sid: null,
      sid: message.sid,
      date_sent: message.sent === undefined ? null : rfc2822(message.sent),
      date_created: rfc2822(message.created),
      error_code: message.code === '' ? null : Number(message.code),
      price_unit: 'USD',
      api_version: '2010-04-01',
      subresource_uris: {},
    }));
  return JSON.stringify({ messages: list, page: 0, page_size: list.length, next_page_uri: null });
}

/** Status callbacks as JSON lines, some of them out of order: no texts, no prices, no replies. */
function statusCallbacks(messages: readonly Sent[]): string {
  const events = messages
    .filter(({ inbound }) => !inbound)
    .flatMap((message) => {
      const at = (status: string, time: number, code = '') => ({
        time,
        line: JSON.stringify({
          AccountSid: ACCOUNT,
          ApiVersion: '2010-04-01',
          From: message.from,
          MessageSid: message.sid,
          MessageStatus: status,
          SmsSid: message.sid,
          SmsStatus: status,
          To: message.to,
          ...(code === '' ? {} : { ErrorCode: code }),
          timestamp: new Date(time).toISOString(),
        }),
      });
      const steps = [at('queued', message.created)];
      if (message.sent !== undefined) steps.push(at('sent', message.sent));
      if (!['sent', 'queued'].includes(message.status)) steps.push(at(message.status, message.updated, message.code));
      return steps;
    });
  return events
    .sort((a, b) => a.time - b.time)
    .map(({ line }) => line)
    .join('\n');
}

export const writers = { 'console-v3': consoleV3, 'rest-json': restJson, statuscallback: statusCallbacks } as const;
export type LogFormat = keyof typeof writers;
