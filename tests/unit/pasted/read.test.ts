import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneCodeIn } from '../../../src/pasted/code.ts';
import { hrefOf } from '../../../src/pasted/lead.ts';
import { read } from '../../../src/pasted/read.ts';
import type { Reading } from '../../../src/pasted/reading.ts';
import { pastedKnowledge } from '../../pasted/knowledge.ts';

const of = (text: string): readonly Reading[] => read(text, pastedKnowledge);
/** Where a text leads at once, or with "?" in front what is offered first. */
const leads = (text: string): string => {
  const [first, ...others] = of(text);
  if (first?.lead === undefined) return `? ${first?.kind ?? ''}`;
  return `${first.sure && others.length === 0 ? '' : '? '}${hrefOf(first.lead)}`;
};
const SID = 'SM0123456789abcdef0123456789abcdef';
const OTHER = 'SM00000000000000000000000000000002';

test.each([
  ['30007', '/errors/30007/'],
  ['Error 21610', '/errors/21610/'],
  ['Error - 11200', '/errors/11200/'],
  ['[HTTP 400] 21614 : Unable to create record', '/errors/21614/'],
  [
    "RestException [Error]: Authenticate\n    at x.js:1:1 {\n  status: 401,\n  code: 20003,\n  moreInfo: 'https://www.twilio.com/docs/errors/20003'\n}",
    '/errors/20003/',
  ],
  ['{"code": 21606, "message": "…", "more_info": "https://www.twilio.com/docs/errors/21606", "status": 400}', '/errors/21606/'],
  ['<TwilioResponse><RestException><Code>21211</Code><Status>400</Status></RestException></TwilioResponse>', '/errors/21211/'],
  ['undelivered', '/guide/undelivered/?status=undelivered'],
  ['Delivery Unknown', '/guide/sent/?status=sent'],
  ['429', '/guide/?have=api&http=429'],
  ['HTTP 503', '/guide/?have=api&http=500'],
])('%s', (text, address) => {
  expect(leads(text)).toBe(address);
});

test.each([
  [`MessageSid=${SID}&MessageStatus=undelivered&ErrorCode=30003`, '/errors/30003/?status=undelivered'],
  [`MessageSid=${SID}&MessageStatus=sent&ErrorCode=`, '/guide/sent/?status=sent'],
  [`MessageStatus%3Dundelivered%26ErrorCode%3D30006%26MessageSid%3D${SID}`, '/errors/30006/?status=undelivered'],
  [`{"MessageSid":"${SID}","MessageStatus":"failed","ErrorCode":"30008"}`, '/errors/30008/?status=failed'],
  [
    `ImmutableMultiDict([('MessageSid', '${SID}'), ('MessageStatus', 'undelivered'), ('ErrorCode', '30005')])`,
    '/errors/30005/?status=undelivered',
  ],
  [`{"MessageSid"=>"${SID}", "MessageStatus"=>"failed", "ErrorCode"=>"30034"}`, '/errors/30034/?status=failed'],
  [`MessageSid: ${SID}\nMessageStatus: undelivered\nErrorCode: 30004`, '/errors/30004/?status=undelivered'],
  [
    JSON.stringify({ body: btoa(`MessageSid=${SID}&MessageStatus=failed&ErrorCode=30007`), isBase64Encoded: true }),
    '/errors/30007/?status=failed',
  ],
  [
    JSON.stringify({ Records: [{ body: JSON.stringify({ MessageSid: SID, MessageStatus: 'undelivered', ErrorCode: '30007' }) }] }),
    '/errors/30007/?status=undelivered',
  ],
  [`{"sid":"${SID}","status":"undelivered","error_code":30003,"to":"+12025550143"}`, '/errors/30003/?status=undelivered'],
  [`+12025550143,+12025550101,Hello,undelivered,2025-08-14T14:05:00.000Z,1,30007,${SID}`, '/errors/30007/?status=undelivered'],
  [`2026-03-04\t${SID}\tfailed\t30008`, '/errors/30008/?status=failed'],
  ['MessageStatus=delivered&ErrorCode=30008', '/guide/callbacks-out-of-order/'],
])('a callback, a message or a row: %s', (text, address) => {
  expect(leads(text)).toBe(address);
});

test('the code of one message is never joined with the status of another', () => {
  const texts = [
    `MessageStatus=queued&MessageSid=${SID}\nMessageStatus=failed&MessageSid=${OTHER}&ErrorCode=30008`,
    `[{"sid":"${SID}","status":"delivered","error_code":null},{"error_code":30008,"status":"failed","sid":"${OTHER}"}]`,
    `{"MessageStatus":"delivered","MessageSid":"${SID}"}\n{"ErrorCode":"30008","MessageStatus":"failed","MessageSid":"${OTHER}"}`,
    `a,b,${SID},delivered\na,b,${OTHER},failed,30008`,
  ];
  for (const text of texts) {
    const readings = of(text);
    expect(readings.length, text).toBe(1);
    expect(['messages', 'log'], text).toContain(readings[0]?.kind);
    expect(hrefOf(readings[0]?.lead ?? { to: 'errors' })).toBe('/analyze/');
    for (const { lead } of readings[0]?.notes ?? [])
      if (lead?.to === 'error') expect(lead).toEqual({ to: 'error', code: '30008', status: 'failed' });
  }
});

test('states of one message are one message in its latest state, in any order', () => {
  const lines = ['sent', 'undelivered&ErrorCode=30003', 'queued'].map((status) => `MessageSid=${SID}&MessageStatus=${status}`);
  expect(leads(lines.join('\n'))).toBe('/errors/30003/?status=undelivered');
  expect(leads(lines.toReversed().join('\n'))).toBe('/errors/30003/?status=undelivered');
});

test.each([
  [
    'Traceback (most recent call last):\n  File "a.py", line 212\ntwilio.base.exceptions.TwilioRestException: HTTP 400 error: Unable to create record: The \'To\' number XXXXXXXXXX is not a valid phone number.',
    '/errors/21211/',
  ],
  ['app.js:95\n\nError: Authenticate\n    at success (/srv/node_modules/twilio/lib/base/Version.js:141:19)', '/errors/20003/'],
  ['Mar 04 06:40:11 gate relayd[31874]: could not text: The concatenated message body exceeds the 1600 character limit.', '/errors/21617/'],
  [
    '{"ok": false, "reason": "Permission to send an SMS has not been enabled for the region indicated by the \'To\' number: +1787555XXXX", "http": 400}',
    '/errors/21408/',
  ],
  ['&quot;The &#039;To&#039; number +1 (202) 555-0143 is not a valid phone number.&quot;', '/errors/21211/'],
  ['> The message From/To pair\n> violates a blacklist rule.', '/errors/21610/'],
  ['\u001b[31mSMS queue is full\u001b[0m', '/errors/21611/'],
  ['LogLevel=ERROR&Msg=Attempt+to+send+to+unsubscribed+recipient+%2B1202555', '? /errors/21610/'],
  ['Permission to send an SMS has not been enabled for the region indic…', '/errors/21408/'],
])('a sentence inside a longer text: %s', (text, address) => {
  const found = leads(text);
  if (address.startsWith('?'))
    expect(of(text)[0]?.notes?.some(({ lead }) => lead?.to === 'error' && hrefOf(lead) === address.slice(2))).toBe(true);
  else expect(found).toBe(address);
});

test('a sentence that several codes share is offered with what tells them apart', () => {
  const [reading] = of("Message couldn't be delivered");
  expect(reading).toMatchObject({ kind: 'sentence', sure: false });
  expect(reading?.notes?.map(({ lead }) => lead).filter((lead) => lead?.to === 'error').length).toBeGreaterThan(4);
});

test.each([
  '[{"id": 417203, "level": "error", "event": "first_contact_failed"}]',
  'order 30007',
  'Beverly Hills, CA 90010',
  'process 20404 exited',
  'at send (app.js:30007:12)',
])('a number that is no code opens nothing: %s', (text) => {
  expect(of(text).every(({ sure }) => !sure)).toBe(true);
  expect(of(text)[0]?.kind).not.toBe('code');
});

test.each([
  [
    'Your Twilio account has encountered an error or warning. The most recent alert was: 11200 - HTTP retrieval failure',
    'code',
    '/errors/11200/',
  ],
  ['30003 Unreachable destination handset | +1202555**** | 2026-03-02', 'code', '/errors/30003/'],
  ['Unreachable destination handset | 31199 orders | 2026-03-02', 'sentence', '/errors/30003/'],
])('the code of a sentence that stands beside it is a code: %s', (text, kind, address) => {
  expect(of(text).map((reading) => reading.kind)).toEqual([kind]);
  expect(leads(text)).toBe(address);
});

test('the beginning of a sentence that stands in sentences of several codes opens none, whatever stands before it', () => {
  const readings = of('The shop said (400): "The \'To\' phone number which was provided by us is not a valid phone number"');
  expect(readings.every(({ sure }) => !sure)).toBe(true);
  expect(readings.map(({ lead }) => lead)).toContainEqual({ to: 'error', code: '21211' });
});

test.each([
  [`https://console.twilio.com/us1/monitor/logs/sms/${SID}`, 'The SID of a message'],
  [`https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/${SID}.json`, 'The SID of a message'],
  [`https://console.twilio.com/us1/service/sms/MG00000000000000000000000000000001/senders?x=1`, 'The SID of a Messaging Service'],
  ['https://www.twilio.com/docs/api/errors/30006', '30006 Landline or unreachable carrier'],
])('an address of Twilio says what it is of: %s', (text, says) => {
  expect(of(text).map((reading) => reading.says)).toEqual([expect.stringContaining(says)]);
});

test('an unknown code says so, names its family and what is near, and keeps the status beside it', () => {
  const [reading] = of(`MessageStatus=failed&MessageSid=${SID}&ErrorCode=39999`);
  expect(reading).toMatchObject({ kind: 'unknown-code', lead: { to: 'guide', step: 'failed', answers: { status: 'failed' } } });
  const said = (reading?.notes ?? []).map(({ text }) => text).join(' ');
  expect(said).toContain('no error code 39999');
  expect(said).toContain('No code of Twilio begins with 38 or 39.');
  expect(of('3007')[0]?.notes?.some(({ lead }) => lead?.to === 'error' && lead.code === '30007')).toBe(true);
});

test('several codes are told apart', () => {
  const [reading] = of('30032, 30034 or 30007?');
  expect(reading?.kind).toBe('codes');
  expect(reading?.notes?.map(({ lead }) => (lead?.to === 'error' ? lead.code : ''))).toEqual(['30032', '30034', '30007']);
});

test("another product's code leads to Twilio and does not open by itself", () => {
  expect(leads('13227')).toBe('? https://www.twilio.com/docs/api/errors/13227');
});

test.each([
  ['she never got it', '/guide/complaint/?have=complaint'],
  ['codes arrive late', '/guide/timing/?have=timing'],
  ['The API gave no error, but some customers only get our texts hours after we send them', '/guide/timing/?have=timing'],
  ['nothing in Pakistan', '/guide/one-country/?have=many&pattern=country'],
  ['Ottilie Brandvold in Narvik never got the text', '/guide/complaint/?have=complaint'],
])('a complaint opens its step: %s', (text, address) => {
  expect(leads(text)).toBe(address);
});

test.each([
  ['Our appointment reminders sent on Friday did not arrive at any T-Mobile phone', 'complaint'],
  [
    'Hi team, Twilio support wrote that 30034 is what we see on all AT&T traffic since the first of the month. Can someone look at it?',
    'code',
  ],
  ['Hi Ana, your appointment with Dr. Lee is on Monday at 3pm. Reply STOP to opt out', 'text'],
])('a text that may be sent, or is about one: %s', (text, kind) => {
  expect(of(text)[0]?.kind).toBe(kind);
});

test.each(['POST /Messages took 20010 ms and returned 201', 'Payload too large: 30008 KB exceeds limit', 'exported 21610 rows'])(
  'what is measured or counted is no code: %s',
  (text) => {
    expect(of(text).filter(({ kind }) => kind === 'code')).toEqual([]);
  },
);

test.each([
  ['ErrorCode 3O0O3', '/errors/30003/'],
  ['Error 2l6l0', '/errors/21610/'],
  ['“ErrorCode”: “30008”, “MessageStatus”: “undelivered”', '/errors/30008/?status=undelivered'],
  ['{noformat}MessageStatus=failed ErrorCode=63016{noformat}', '/errors/63016/?status=failed'],
])('read from a picture, or through what was made of it: %s', (text, address) => {
  expect(leads(text)).toBe(address);
});

test('a complaint in another language is offered and does not open', () => {
  expect(of('Le code de vérification arrive trop tard').filter(({ sure }) => sure)).toEqual([]);
});

test('a log goes to the analyzer, and so does what is too long to be looked at', () => {
  expect(of(`From,To,Body,Status\n+1,+2,hello,failed`)[0]).toMatchObject({ kind: 'log', lead: { to: 'analyzer' } });
  expect(of('x '.repeat(40_000))[0]).toMatchObject({ kind: 'log', lead: { to: 'analyzer' } });
});

test('an empty text has no reading', () => {
  expect(of(' \n\t')).toEqual([]);
});

test('whatever is pasted is read, quickly, and no address holds any of it', () => {
  const secret = 'Zqxv';
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('', '30007 ', `MessageSid=${SID}&To=`, '{"to":"'),
      (noise, start) => {
        const text = `${start}${secret}${noise}`;
        const readings = of(text);
        expect(readings.length).toBeGreaterThan(0);
        for (const { lead, receipt = '', notes = [] } of readings) {
          const leadsThere = [lead, ...notes.map((note) => note.lead)].flatMap((there) => there ?? []);
          expect([...leadsThere.map(hrefOf), receipt].join(' ')).not.toContain(secret);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a field that asks for a code is given the one that a text names', () => {
  const known = new Set(Object.keys(pastedKnowledge.codes));
  expect(oneCodeIn(' Error 30007: ', known)).toBe('30007');
  expect(oneCodeIn('MessageStatus=failed&ErrorCode=30008', known)).toBe('30008');
  expect(oneCodeIn('https://www.twilio.com/docs/api/errors/21211', known)).toBe('21211');
  for (const text of ['30003 or 30007', '39999', 'order 30007', '']) expect(oneCodeIn(text, known), text).toBeUndefined();
});

test('no text takes long to read, however it repeats itself', () => {
  const units = [
    'x',
    '1',
    '=',
    '<',
    '{',
    '%',
    'a=b&',
    '"',
    '\\',
    '\\n',
    '. ',
    '+',
    'A1',
    '(',
    '[',
    ': ',
    '|',
    '\t',
    'status ',
    'error ',
    'SM',
    'code ',
    '&#',
    '%3D',
    'http',
    'é',
    'to: ',
    '1 ',
    '12 345 ',
  ];
  const slow = units.filter((unit) => {
    const text = unit.repeat(Math.floor(60_000 / unit.length));
    const before = process.cpuUsage();
    of(text);
    const { user, system } = process.cpuUsage(before);
    // Seconds of the processor, whatever else the machine does; what grows with the square of the length takes minutes.
    return (user + system) / 1e6 > 3;
  });
  expect(slow).toEqual([]);
}, 60_000);

test.each([
  ['Received 30007 bytes from upstream', /^30007 counts or measures/],
  ['LOG: checkpoint complete: wrote 30007 buffers', /^30007 counts or measures/],
  ['postgres[30003]: connection received', /^30003 is the number of a process/],
  ['ORA-30006: resource busy; acquire with WAIT timeout expired', /^30006 is the code of another program/],
  ['123 Main St, Atlanta GA 30303', /^30303 is a ZIP code/],
  ['ZIP 30007', /^30007 is a ZIP code/],
  ['order #30007', /^30007 numbers something else/],
])('what a number is instead of a code: %s', (text, says) => {
  const [reading, ...others] = of(text);
  expect(others).toEqual([]);
  expect(reading?.says).toMatch(says);
  expect(reading?.sure).toBe(false);
  expect((reading?.notes ?? []).some(({ lead }) => lead?.to === 'guide')).toBe(true);
});

test.each(['SMS-30007 again', 'order 30007 was shipped but she never got the text', 'since 2026-11-02 10:00 GMT-0500 nothing arrives'])(
  'a number beside a complaint is left alone: %s',
  (text) => {
    expect(of(text).map(({ kind }) => kind)).not.toContain('number');
  },
);

test('a code that somebody quotes in a mail opens', () => {
  expect(leads('Hi, see below\n> code: 30005\nThanks')).toBe('/errors/30005/');
});

test('rows of another table are no log', () => {
  expect(of('INSERT INTO orders VALUES (30007, 12)').map(({ kind }) => kind)).not.toContain('log');
});
