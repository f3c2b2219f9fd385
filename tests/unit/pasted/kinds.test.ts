import { expect, test } from 'vitest';
import { segmentsOf } from '../../../src/pasted/gsm.ts';
import { phoneReading } from '../../../src/pasted/phone.ts';
import { requestReading } from '../../../src/pasted/request.ts';
import type { Reading } from '../../../src/pasted/reading.ts';
import { sidReading } from '../../../src/pasted/sid.ts';
import { textReading } from '../../../src/pasted/text.ts';
import { twimlReading } from '../../../src/pasted/twiml.ts';
import { pastedKnowledge } from '../../pasted/knowledge.ts';

const said = (reading: Reading | undefined): string =>
  [reading?.says, ...(reading?.notes ?? []).flatMap(({ text, command }) => [text, command])]
    .filter((text) => text !== undefined)
    .join('\n');

test('a SID: its kind, that it is not looked up here, and commands that do', () => {
  expect(said(sidReading('SM0123456789abcdef0123456789abcdef'))).toMatch(
    /a message[\s\S]*Nothing here can look it up[\s\S]*twilio api:core:messages:fetch --sid SM0123/,
  );
  expect(said(sidReading('AC0123456789abcdef0123456789abcdef'))).toContain('an account');
  expect(said(sidReading('SMXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'))).toContain('masked');
  expect(sidReading('0123456789abcdef0123456789abcdef')).toMatchObject({ kind: 'secret' });
  expect(sidReading('SMOKE')).toBeUndefined();
});

test.each([
  ['+12025550143', /United States[\s\S]*E\.164/],
  ['+447700900123', /United Kingdom/],
  ['+4407700900123', /a 0 after the country code/],
  ['07700 900123', /leave out the 0[\s\S]*21211/],
  ['(202) 555-0143', /write \+12025550143/],
  ['0044 7700 900123', /\+447700900123/],
  ['+18005550143', /toll-free/i],
  ['+1234567', /21211/],
  ['+1202555014312345', /no number has more than 15/],
])('a phone number: %s', (text, words) => {
  expect(said(phoneReading(text, pastedKnowledge.countries))).toMatch(words);
});

test.each(['30007', '2026-03-04', '482913', 'hello', '12:30', ''])('no phone number: %s', (text) => {
  expect(phoneReading(text, pastedKnowledge.countries)).toBeUndefined();
});

test('segments: 160 and 153, 70 and 67, two for the second table, no pair cut', () => {
  expect(segmentsOf('a'.repeat(160))).toMatchObject({ encoding: 'GSM-7', segments: 1 });
  expect(segmentsOf('a'.repeat(161))).toMatchObject({ segments: 2 });
  expect(segmentsOf('€'.repeat(80))).toMatchObject({ units: 160, segments: 1 });
  expect(segmentsOf(`${'a'.repeat(152)}€${'a'.repeat(10)}`)).toMatchObject({ units: 164, segments: 2 });
  expect(segmentsOf(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, segments: 3 });
  expect(segmentsOf('…'.repeat(70))).toMatchObject({ encoding: 'UCS-2', segments: 1 });
  expect(segmentsOf('…'.repeat(71))).toMatchObject({ segments: 2 });
  expect(segmentsOf('')).toMatchObject({ segments: 0 });
});

test('a text to be sent: what forces UCS-2 and what could stand there, shorteners, opt-out', () => {
  const words = said(textReading('Hi Ann, it’s your table at 7 — see https://bit.ly/x 🎉 Your table is booked'));
  expect(words).toContain('UCS-2');
  expect(words).toContain("“’” (U+2019), instead “'”");
  expect(words).toContain('“🎉” (U+1F389)');
  expect(words).toContain('shortener');
  expect(words).toContain('does not say how to opt out');
  expect(textReading('she never got it')).toBeUndefined();
});

test('TwiML: what stands before it, what is not closed, verbs of calls', () => {
  expect(said(twimlReading('<?xml version="1.0"?><Response><Message>Hi</Message></Response>'))).toContain('without a fault');
  expect(said(twimlReading(' <?xml version="1.0"?><Response/>'))).toContain('White space before');
  expect(said(twimlReading('<Response><Message>Hi</Response>'))).toContain('<Message> is not closed before </Response>');
  expect(said(twimlReading('<Response><Message>A & B</Message></Response>'))).toContain('&amp;');
  expect(said(twimlReading('<Response><Say>Hi</Say></Response>'))).toContain('for calls');
  expect(twimlReading('<TwilioResponse><RestException/></TwilioResponse>')).toBeUndefined();
});

test('a request: names, quotes, numbers, what is missing', () => {
  const curl = `curl https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json`;
  expect(said(requestReading(`${curl} -d "to=+12025550143" -d "From=+12025550101" -d "Body=hi"`))).toContain(
    '“to” is no parameter of the API: it is To',
  );
  expect(said(requestReading(`${curl} --data-urlencode “To=+12025550143” -d "Body=hi"`))).toMatch(/Curly quotes[\s\S]*21604/);
  expect(said(requestReading(`${curl} --data-urlencode "To=+12025550143" --data-urlencode "From=+12025550143" -d "Body=hi"`))).toContain(
    '21266',
  );
  expect(said(requestReading('client.messages.create(to="+12025550143", from_="202 555 0101", body="hi")'))).toContain('21212');
  expect(said(requestReading('client.messages.create(to="+12025550143", from_="+12025550101", body="hi")'))).toContain(
    'no fault that shows',
  );
  expect(requestReading('she never got it')).toBeUndefined();
});

test.each([
  ['http -f POST', ' To=+12025550143 From=+12025550101 Body="Hello there" -a $SID:$TOKEN', /^A command[^\n]*no fault that shows/],
  ['http --form POST', ' to=2025550143 Body=Hi', /“to” is no parameter[\s\S]*21603[\s\S]*21211/],
  ['$ wget --post-data "To=%2B12025550143&From=%2B12025550101&Body=Hi"', '', /^A command[^\n]*no fault that shows/],
  ['curl', ' -d "To=%2B12025550143&Body=Hi"', /^A curl command[\s\S]*21603/],
  ['irm -Method Post -Uri', ' -Body @{ To = "2025550143"; From = "+12025550101"; Body = "Hi" }', /^Code that sends[\s\S]*21211/],
])('a request by another program: %s', (program, parameters, words) => {
  expect(said(requestReading(`${program} https://api.twilio.com/2010-04-01/Accounts/$SID/Messages.json${parameters}`))).toMatch(words);
});

test('an address of the API in a log is no request', () => {
  expect(
    requestReading('http error 400: POST https://example.com/hook from https://api.twilio.com/2010-04-01/Accounts/AC1'),
  ).toBeUndefined();
});
