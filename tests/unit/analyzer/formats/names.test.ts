/** What each format reads, name by name, and which names make a head one of it: one name more or less shows here. */
import { describe, expect, test } from 'vitest';
import { formats } from '../../../../src/analyzer/formats/index.ts';
import { CERTAIN, LIKELY, SURE, WEAK, type Head } from '../../../../src/analyzer/formats/format.ts';
import { headingOf } from '../../../../src/analyzer/formats/recognise.ts';
import { foldedName } from '../../../../src/analyzer/message/field-name.ts';
import type { Records } from '../../../../src/analyzer/records/records.ts';

/** How records are written, and what of them is known, as lines. */
function told(records: Records): readonly string[] {
  const { kind, fields, dialect } = records;
  const names = Map.groupBy(fields, ([, field]) => field);
  return [
    `  ${kind}${records.kind === 'lines' ? `, cut at ${records.cut}` : ''}; times by ${dialect.time.name}, decimal ${dialect.decimal}${dialect.bareNanp ? ', US numbers of ten digits' : ''}`,
    ...[...names].map(([field, found]) => `  ${field}: ${found.map(([name]) => name).join(' ')}`),
    ...('rare' in records && records.rare.length > 0 ? [`  rare: ${records.rare.join(' ')}`] : []),
    ...('headings' in records ? [`  headings: ${records.headings.join(' ')}`] : []),
    ...('trailers' in records ? records.trailers.map((trailer) => `  at the end: ${trailer}`) : []),
  ];
}

test('what each format reads, the first name of a field first', async () => {
  const all = formats.map(({ id, name, rows, records }) => [`${id}, ${rows}: ${name}`, ...told(records)].join('\n'));
  await expect(`${all.join('\n\n')}\n`).toMatchFileSnapshot('names.txt');
});

/** So many of these names are needed. */
interface Part {
  readonly of: readonly string[];
  readonly least: number;
}
const names = (text: string): readonly string[] => text.split(' ').filter((name) => name !== '');
const all = (text: string): readonly Part[] => names(text).map((name) => ({ of: [name], least: 1 }));
const some = (least: number, text: string): Part => ({ of: names(text), least });

/** Names that make a head one of a format, and that keep it from being one. */
interface Shape {
  readonly format: string;
  /** JSON or printed objects; else a heading parted by commas. */
  readonly keys?: 'JSON' | 'printed';
  readonly text?: string;
  readonly parts: readonly Part[];
  readonly never?: string;
  readonly sure?: number;
  /** How sure it is where a name is missing or one too many. */
  readonly otherwise?: number;
}

const CAMEL = 'accountSid numSegments numMedia dateCreated dateSent errorCode priceUnit messagingServiceSid subresourceUris';
const SNAKE = 'account_sid num_segments num_media date_created date_sent error_code price_unit messaging_service_sid';
const SHARED = 'account_sid date_created date_sent num_segments error_code messaging_service_sid num_media';
const OF_ONE_MESSAGE = 'api_version uri subresource_uris error_message price_unit';
const ENVELOPES = 'specversion record stream _airbyte_data messageSid MessageSid alert_text';
const CALLS = 'start_time end_time duration answered_by';
const CONSOLE = 'From To Body Status SentDate ApiVersion NumSegments ErrorCode';

const shapes: readonly Shape[] = [
  { format: 'node-json', keys: 'JSON', parts: [...all('sid status'), some(3, CAMEL)], never: 'date_created' },
  { format: 'node-inspect', keys: 'printed', parts: [...all('sid status'), some(3, CAMEL)], never: 'date_created' },
  { format: 'printed-fields', keys: 'printed', parts: [...all('sid status'), some(3, SNAKE)] },
  {
    format: 'bulkexport-jsonl',
    keys: 'JSON',
    parts: [...all('sid status'), some(4, SHARED)],
    never: `${OF_ONE_MESSAGE} ${ENVELOPES} ${CALLS}`,
  },
  { format: 'rest-json', keys: 'JSON', parts: [...all('sid status uri'), some(3, SHARED)], never: ENVELOPES, otherwise: LIKELY },
  { format: 'rest-json', keys: 'JSON', parts: [...all('sid status'), some(1, SHARED)], never: `${ENVELOPES} ${CALLS}`, sure: LIKELY },
  { format: 'rest-json', keys: 'JSON', parts: [...all('sid status'), some(3, SHARED), some(1, OF_ONE_MESSAGE)], otherwise: LIKELY },
  { format: 'rest-json', keys: 'JSON', parts: [...all('TwilioResponse'), some(1, 'SMSMessage Message')] },
  { format: 'airbyte-jsonl', keys: 'JSON', parts: all('_airbyte_data') },
  { format: 'airbyte-jsonl', keys: 'JSON', parts: all('stream data emitted_at') },
  { format: 'singer', keys: 'JSON', text: '{"type": "RECORD"}', parts: all('stream'), never: 'data' },
  { format: 'singer', keys: 'JSON', text: '{"type" :"SCHEMA"}', parts: all('stream'), never: 'data' },
  {
    format: 'statuscallback',
    keys: 'JSON',
    parts: [some(1, 'MessageSid SmsSid SmsMessageSid'), some(1, 'MessageStatus sms_status')],
    never: 'specversion eventName',
  },
  { format: 'eventstreams', keys: 'JSON', parts: all('messageSid messageStatus eventName') },
  { format: 'eventstreams-csv', parts: all('messageSid messageStatus eventName') },
  {
    format: 'statuscallback-csv',
    parts: [some(1, 'MessageSid SmsSid'), some(1, 'MessageStatus SmsStatus')],
    sure: LIKELY + 10,
  },
  { format: 'console-v3-edited', parts: [...all('SentDate Status'), some(1, 'Sid From To Body ErrorCode')], sure: LIKELY },
  { format: 'console-v3', parts: all(`${CONSOLE} ShortenedLinkEnabled`) },
  { format: 'console-v2', parts: all(`${CONSOLE} AccountSid Sid Direction Price PriceUnit`), never: 'ShortenedLinkEnabled Note' },
  { format: 'console-v1', parts: all('Body Status SentDate a b c d e f g h i'), never: 'j' },
  { format: 'rest-csv', parts: [...all('Sid Status DateSent'), some(1, 'MessagingServiceSid NumMedia NumSegments')] },
  {
    format: 'api-fields-csv',
    parts: [
      ...all('sid status'),
      some(1, 'account_sid date_sent date_created date_updated num_segments num_media messaging_service_sid error_code'),
    ],
    never: 'from_ _fivetran_synced _airbyte_raw_id',
  },
  { format: 'python-csv', parts: all('from_ status') },
  {
    format: 'script-csv',
    parts: [...all('Status'), some(1, 'MessageSID SmsSid twilio_sid Twilio_Message_Sid'), some(1, 'From To')],
    sure: LIKELY,
  },
  { format: 'script-php', parts: all('SmsMessageSid Status') },
  { format: 'airbyte', parts: all('_airbyte_emitted_at sid status') },
  { format: 'dbt-enhanced', parts: all('message_id timestamp_sent status') },
  { format: 'fivetran', parts: all('id status _fivetran_synced') },
  { format: 'fivetran', parts: [...all('id status date_sent'), some(1, 'account_id created_at updated_at')] },
];

/** Some of a list from a place on, around its end. */
const from = (list: readonly string[], place: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => list[(place + n) % list.length] ?? '');

function headOf({ keys, text }: Shape, row: readonly string[]): Head {
  const bytes = new Uint8Array(0);
  const own = text ?? '';
  if (keys === undefined) return { bytes, text: own, heading: headingOf(row, ',') };
  return { bytes, text: own, keys: { isJson: keys === 'JSON', spelled: new Set(row), folded: new Set(row.map(foldedName)) } };
}

describe.for(shapes)('$format, by $parts.length parts of its names', (shape) => {
  const { format, parts, never = '', sure = SURE, otherwise = 0 } = shape;
  const known = formats.find(({ id }) => id === format);
  const sureOf = (row: readonly string[]): string => `${row.join(' ')}: ${String(known?.recognise(headOf(shape, row)))}`;
  const right = (row: readonly string[], is: number): string => `${row.join(' ')}: ${String(is)}`;
  const first = parts.map(({ of, least }) => from(of, 0, least));
  const withPart = (at: number, instead: readonly string[]): readonly string[] => first.map((own, n) => (n === at ? instead : own)).flat();

  test('any of its names will do where several are ones, and so many are enough', () => {
    for (const [at, { of, least }] of parts.entries()) {
      for (const place of of.keys()) {
        const row = withPart(at, from(of, place, least));
        expect(sureOf(row)).toBe(right(row, sure));
      }
    }
  });

  test('one less is not enough, and names of something else keep it away', () => {
    for (const [at, { of, least }] of parts.entries()) {
      const row = withPart(at, from(of, 0, least - 1));
      // Nothing says how sure another shape of the same format is of a head without a SID or a status.
      const isSubject = of.length === 1 && otherwise !== 0 && of[0] !== 'uri';
      expect(sureOf(row)).toBe(right(row, isSubject ? 0 : otherwise));
    }
    for (const name of names(never)) {
      const row = [...first.flat(), name];
      expect(sureOf(row)).toBe(right(row, 0));
    }
  });

  if (shape.keys !== undefined)
    test('JSON and printed objects are told apart', () => {
      const row = first.flat();
      const other = known?.recognise(headOf({ ...shape, keys: shape.keys === 'JSON' ? 'printed' : 'JSON' }, row));
      expect(other).toBe(format === 'statuscallback' || format === 'eventstreams' ? SURE : 0);
    });
});

describe('formats that are known by more than names', () => {
  const sureOf = (format: string, text: string, keys?: 'JSON'): number | undefined => {
    const row = (text.split('\n')[0] ?? '').split(text.includes('\t') ? '\t' : ',');
    const heading = headingOf(row, text.includes('\t') ? '\t' : ',');
    const head: Head = keys === undefined ? { bytes: new Uint8Array(0), text, heading } : headOf({ format, keys, text, parts: [] }, []);
    return formats.find(({ id }) => id === format)?.recognise(head);
  };

  test.for([
    ['cli-tsv', 'sid\tstatus\tdateSent', SURE],
    ['cli-tsv', 'sid\tstate\tdateSent', 0],
    ['cli-tsv', 'id\tstatus\tdateSent', 0],
    ['cli-tsv', 'sid\tstatus\tdate_sent', 0],
    ['cli-tsv', 'sid,status,dateSent', 0],
    ['api-fields-csv', 'sid\tstatus\tdateSent', 0],
    ['api-fields-csv', 'SID,STATUS,DATESENT', 0],
    ['cli-columns', 'SID  Status  Date Sent', SURE],
    ['cli-columns', 'SID  Status', 0],
    ['cli-columns', 'SID  State  Date Sent', 0],
    ['cli-columns', 'ID  Status  Date Sent', 0],
    ['cli-columns', 'SID  Status  Date Sent  a,b', 0],
    ['drawn-table', ' to | status\n----+-----\n', CERTAIN],
    ['drawn-table', '+---+\n│ to │ status │\n+---+\n', CERTAIN],
    ['drawn-table', '\n\n\n to | status\n----+-----\n', 0],
    ['drawn-table', ' to | state\n----+-----\n', 0],
    ['drawn-table', ' name | status\n----+-----\n', 0],
    ['drawn-table', ' to | status\n', 0],
    ['own-table', 'phone,outcome\n+12025550140,delivered\n', WEAK],
    ['own-table', 'phone,outcome', 0],
    ['console-v1', 'Body,Status,SentDate,ErrorCode,b,c,d,e,f,g,h,i', 0],
    ['console-v2', `${CONSOLE.replaceAll(' ', ',')},AccountSid,Sid,Direction,Price,Unit`, 0],
    ['statuscallback-form', 'MessageSid=SM01&MessageStatus=sent', SURE - 50],
    ['statuscallback-form', 'SmsStatus=sent&SmsSid=SM01', SURE - 50],
    ['statuscallback-form', 'MessageSid=SM01&MessageState=sent', 0],
    ['statuscallback-form', 'MessageId=SM01&MessageStatus=sent', 0],
  ] as const)('%s: %j is one by %i', ([format, text, sure]) => {
    expect(sureOf(format, text)).toBe(sure);
  });

  const packed = (text: string): string => Buffer.from(text).toString('base64');
  const callback = `MessageSid=SM${'0'.repeat(32)}&MessageStatus=sent&To=%2B12025550140&From=%2B12025550141`;
  test.for([
    ['statuscallback', `{"body": "${callback}"}`, SURE],
    ['statuscallback', `{"body": "${callback.replace('MessageStatus', 'MessageState')}"}`, 0],
    ['statuscallback', `{"body": "${callback.replace('MessageSid', 'MessageId')}"}`, 0],
    ['statuscallback', String.raw`{"body": "{\"MessageSid\": \"SM01\", \"SmsStatus\": \"sent\"}"}`, SURE],
    ['statuscallback', String.raw`{"body": "{\"MessageSid\": \"SM01\", \"State\": \"sent\"}"}`, 0],
    ['statuscallback', String.raw`{"body": "{\"Id\": \"SM01\", \"SmsStatus\": \"sent\"}"}`, 0],
    ...['body', 'data', 'raw', 'payload', 'content', 'value'].map(
      (name) => ['statuscallback', `{"${name}": "${packed(callback)}"}`, SURE - 1] as const,
    ),
    ['statuscallback', `{"text": "${packed(callback)}"}`, 0],
    // JSON in a text of JSON: a SID, a status and three names more.
    [
      'rest-json',
      String.raw`{"body": "{\"sid\": \"SM01\", \"status\": \"sent\", \"date_sent\": 1, \"error_code\": 2, \"num_media\": 0}"}`,
      SURE,
    ],
    ['rest-json', String.raw`{"body": "{\"sid\": \"SM01\", \"status\": \"sent\", \"date_sent\": 1, \"error_code\": 2}"}`, 0],
    [
      'rest-json',
      String.raw`{"body": "{\"sid\": \"SM01\", \"state\": \"sent\", \"date_sent\": 1, \"error_code\": 2, \"num_media\": 0}"}`,
      0,
    ],
    [
      'rest-json',
      String.raw`{"body": "{\"id\": \"SM01\", \"status\": \"sent\", \"date_sent\": 1, \"error_code\": 2, \"num_media\": 0}"}`,
      0,
    ],
    ['eventstreams', '{"specversion": "1.0", "type": "com.twilio.messaging.message.sent"}', SURE],
    ['eventstreams', '{"specversion": "1.0", "type": "com.example.sent"}', 0],
    ['eventstreams', '{"version": "1.0", "type": "com.twilio.messaging.message.sent"}', 0],
    ['eventstreams', `{"data": "${packed(`{"specversion": "1.0", "type": "${'x'.repeat(60)}"}`)}"}`, SURE],
    ['eventstreams', `{"data": "${packed(`{"version": "1.0", "type": "${'x'.repeat(60)}"}`)}"}`, 0],
    ['singer', '{"type": "STATE"}', 0],
  ] as const)('%s: %s is one by %i', ([format, text, sure]) => {
    expect(sureOf(format, text, 'JSON')).toBe(sure);
  });

  test('markup is known by its elements', () => {
    const sure = (format: string, text: string) => formats.find(({ id }) => id === format)?.recognise({ bytes: new Uint8Array(0), text });
    expect(sure('rest-xml', '<TwilioResponse><Messages></Messages></TwilioResponse>')).toBe(SURE);
    expect(sure('rest-xml', '<TwilioResponse><Calls></Calls></TwilioResponse>')).toBe(0);
    expect(sure('rest-xml', '<Response><Message></Message></Response>')).toBe(0);
    const page = '<li class="message"><p class="account-sid">AC</p><p class="status">sent</p></li>';
    expect(sure('rest-html', page)).toBe(SURE);
    for (const name of ['message', 'account-sid', 'status']) expect(sure('rest-html', page.replace(`"${name}"`, '"x"'))).toBe(0);
    expect(sure('ruby-inspect', '<Twilio.Api.V2010.MessageInstance sid: SM01 status: sent>')).toBe(SURE);
    expect(sure('ruby-inspect', '<Twilio.Api.V2010.CallInstance sid: CA01 status: sent>')).toBe(0);
  });
});
