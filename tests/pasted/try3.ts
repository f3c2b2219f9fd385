import { pastedKnowledge as k } from './knowledge.ts';
import { read } from '../../src/pasted/read.ts';
import { readFileSync, readdirSync } from 'node:fs';
const show = (n: string, t: string) => {
  const t0 = performance.now();
  const r = read(t, k);
  console.log('##', n, (performance.now() - t0).toFixed(1) + 'ms');
  for (const x of r) {
    console.log('   ', x.sure ? 'SURE' : '    ', x.kind, '|', x.says, '|', JSON.stringify(x.lead)?.slice(0, 140) ?? '');
    if (process.argv[2])
      for (const n of x.notes ?? []) console.log('        -', n.text.slice(0, 200), n.lead ? JSON.stringify(n.lead) : '', n.command ?? '');
  }
};
for (const fn of readdirSync('/work/shared/field').filter((f) => f.startsWith('paste')))
  show(fn, readFileSync('/work/shared/field/' + fn, 'utf8'));
for (const t of [
  '30007',
  'Error 21610',
  'Error - 11200',
  '30003 and 30007',
  '13227',
  '39999',
  '3007',
  '94105',
  '482913',
  'Beverly Hills, CA 90010',
  'order 30007',
  '401',
  'SM0123456789abcdef0123456789abcdef',
  'AC0123456789abcdef0123456789abcdef',
  '+12025550143',
  '07700 900456',
  '(415) 555-0143',
  '+44 07700 900456',
  'undelivered',
  'Delivery Unknown',
  'Hi Ann, your table is booked — see https://bit.ly/x 🎉 Reply STOP to opt out',
  'Your code is 482913',
  'Your code is 21211',
  'she never got it',
  'codes arrive late',
  'nothing in Pakistan',
  '<Response><Message>Hi</message></Response>',
  '<?xml version="1.0"?><Response><Message>Hi</Message></Response>',
  'curl -X POST "https://api.twilio.com/2010-04-01/Accounts/$A/Messages.json" -d "to=+12025550143" -d "From=+12025550101" -d “Body=hi” -u $A:$T',
  'client.messages.create(to="+12025550143", from="202 555 0101", text="hi")',
  '{"status":"failed","id":123456}',
  "RestException [Error]: Authenticate\n at x {\n  status: 401,\n  code: 20003,\n  moreInfo: 'https://www.twilio.com/docs/errors/20003' }",
  '+12025550143,+12025550101,Hello,undelivered,2025-08-14T14:05:00.000Z,1,30007,SM00000000000000000000000000000001',
  "ImmutableMultiDict([('MessageSid', 'SM00000000000000000000000000000001'), ('MessageStatus', 'undelivered'), ('ErrorCode', '30005')])",
  'MessageStatus%3Dundelivered%26ErrorCode%3D30006%26MessageSid%3DSM00000000000000000000000000000001',
  'MessageSid=SM1&To=%2B14155550101',
  'MessageSid=SM1&MessageStatus=sent&ErrorCode=',
  'MessageStatus=delivered&ErrorCode=30008',
  'not a valid phone number',
  'Message blocked',
  'Ottilie Brandvold',
  'zebra xylophone',
  'gambling cannabis',
  'invoice 30456 paid 2026-03-04',
  '[{"sid":"SM00000000000000000000000000000001","status":"delivered","error_code":null},{"error_code":30008,"status":"failed","sid":"SM00000000000000000000000000000002"}]',
])
  show(JSON.stringify(t).slice(0, 90), t);
