/** The same messages as the logs that people have. */
import type { Message } from './traffic.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const at = ({ sent, created }: Message): number => sent ?? created;
const price = ({ status, segments, inbound }: Message): string =>
  inbound || ['failed', 'queued', 'accepted', 'sending', 'scheduled'].includes(status) ? '' : (-0.0079 * segments).toFixed(4);
const direction = ({ inbound }: Message): string => (inbound ? 'inbound' : 'outbound-api');
const service = (name: string): string | null =>
  name === ''
    ? null
    : `MG${name
        .slice(2)
        .padEnd(32, '0')
        .replaceAll(/[^0-9a-f]/gu, 'e')}`;

function consoleCsv(messages: readonly Message[]): string {
  const rows = messages
    .toSorted((a, b) => at(b) - at(a))
    .map((m) =>
      [
        quoted(m.from),
        quoted(m.to),
        quoted(m.body),
        m.status,
        `${new Date(at(m) + 19_800_000).toISOString().slice(0, 19)}+05:30`,
        '"2010-04-01"',
        m.segments,
        m.code || '0',
        m.account,
        m.sid,
        quoted(direction(m)),
        price(m),
        'USD',
        '"FALSE"',
        '',
      ].join(','),
    );
  return [
    'From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit,ShortenedLinkEnabled,ShortenedLinkFirstClicked',
    ...rows,
  ].join('\n');
}

const rfc = (time: number): string => new Date(time).toUTCString().replace('GMT', '+0000');
function api(messages: readonly Message[]): string {
  const list = messages
    .toSorted((a, b) => b.created - a.created)
    .map((m) => ({
      account_sid: m.account,
      api_version: '2010-04-01',
      body: m.body,
      date_created: rfc(m.created),
      date_sent: m.sent === undefined ? null : rfc(m.sent),
      date_updated: rfc(m.updated),
      direction: direction(m),
      error_code: m.code === '' ? null : Number(m.code),
      error_message: null,
      from: m.from === '' ? null : m.from,
      messaging_service_sid: service(m.service),
      num_media: String(m.media),
      num_segments: String(m.segments),
      price: price(m) || null,
      price_unit: 'USD',
      sid: m.sid,
      status: m.status,
      subresource_uris: { media: `/2010-04-01/Accounts/${m.account}/Messages/${m.sid}/Media.json` },
      to: m.to,
      uri: `/2010-04-01/Accounts/${m.account}/Messages/${m.sid}.json`,
    }));
  return JSON.stringify({
    messages: list,
    page: 0,
    page_size: list.length,
    next_page_uri: null,
    previous_page_uri: null,
    start: 0,
    end: list.length - 1,
  });
}

/** Event Streams: one line a change of status. */
function events(messages: readonly Message[]): string {
  return messages
    .flatMap((m) => {
      const event = (type: string, time: number, code: string) => ({
        time,
        line: JSON.stringify({
          specversion: '1.0',
          type: `com.twilio.messaging.${m.inbound ? 'inbound-message.received' : `message.${type}`}`,
          source: `/2010-04-01/Accounts/${m.account}/Messages/${m.sid}.json`,
          id: `EZ${m.sid.slice(2, 30)}${type.slice(0, 4)}`,
          dataschema: 'https://events-schemas.twilio.com/Messaging.MessageStatus/7',
          datacontenttype: 'application/json',
          time: new Date(time).toISOString(),
          data: {
            messageSid: m.sid,
            timestamp: new Date(time).toISOString(),
            accountSid: m.account,
            eventName: `com.twilio.messaging.message.${type}`,
            apiVersion: '2010-04-01',
            from: m.from,
            to: m.to,
            body: m.body,
            messagingServiceSid: service(m.service),
            numberOfSegments: m.segments,
            ...(m.inbound ? { numMedia: 0 } : { messageStatus: type.toUpperCase() }),
            ...(code === '' ? {} : { errorCode: Number(code) }),
          },
        }),
      });
      if (m.inbound) return [event('received', m.created, '')];
      const steps = [event('queued', m.created, '')];
      if (m.sent !== undefined) steps.push(event('sent', m.sent, ''));
      if (!['queued', 'sent'].includes(m.status)) steps.push(event(m.status, m.updated, m.code));
      return steps;
    })
    .sort((a, b) => a.time - b.time)
    .map(({ line }) => line)
    .join('\n');
}
export const writers = { 'console-v3': consoleCsv, 'rest-json': api, eventstreams: events } as const;
export type Format = keyof typeof writers;
