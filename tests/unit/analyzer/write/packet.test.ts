import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/analyzer/report/report.ts';
import { address, howMany, say } from '../../../../src/analyzer/report/sentence.ts';
import { packetMarkdown, packetOf, packetText, packetWarning } from '../../../../src/analyzer/write/packet.ts';
import { supportQuestion } from '../../../../src/catalog/support-questions.ts';
import { knowledge } from '../../../knowledge.ts';
import { troubled } from '../../islands/report-fixture.ts';

const HOUR = 3_600_000;
const NEWEST = Date.UTC(2025, 7, 16, 8);
const wording = { knowledge, words: { 'unregistered-us-sender': { title: 'US sender without an approved campaign' } } };
const [unregistered, dead] = troubled.findings;
if (unregistered === undefined || dead === undefined) throw new Error('the fixture has two findings');
const finding: Finding = unregistered;

const packetFor = (trail: Partial<Finding['trail']>, more: Partial<Finding> = {}) =>
  packetOf({ ...finding, ...more, trail: { ...finding.trail, ...trail } }, troubled, wording);
const messages = (...hoursAgo: readonly (number | undefined)[]): Finding['trail']['messages'] =>
  hoursAgo.map((hours, n) => ({
    sid: `SM${String(n).repeat(32)}`,
    status: 'failed',
    code: '30007',
    ...(hours === undefined ? {} : { time: new Date(NEWEST - hours * HOUR).toISOString() }),
  }));

test('a packet is plain data with everything support asks for, numbers masked', () => {
  const packet = packetOf(finding, troubled, wording);
  expect(JSON.parse(JSON.stringify(packet))).toEqual(packet);
  expect(packet).toEqual({
    finding: 'unregistered-us-sender +1415•••••00',
    title: 'US sender without an approved campaign',
    pattern: '+1415•••••00 is not in an approved A2P campaign: all 311 of its US messages since 2025-08-15 21:05 UTC were refused.',
    affected: 311,
    outbound: troubled.totals.outbound,
    codes: ['30034 US A2P 10DLC - Message from an Unregistered Number', `30035 ${knowledge.codes['30035']?.title ?? ''}`],
    senders: [{ name: '+1415•••••00', messages: 311 }],
    countries: [{ name: 'US', messages: 311 }],
    from: '2025-08-15T21:05:00Z',
    to: '2025-08-16T08:00:00Z',
    messages: [
      {
        sid: 'SM1fbd0551465c99516920faf81dc68484',
        status: 'undelivered',
        code: '30034',
        time: '2025-08-16T08:00:00Z',
        until: '2025-08-17T08:00:00Z',
      },
      { sid: 'SM2fbd0551465c99516920faf81dc68484', status: 'undelivered', code: '30034' },
    ],
    wanted: 3,
    question: 'Which registration do you and the carrier see for this sender, and what is missing?',
  });
});

test('a message is young enough for 24 hours, one with 30008 for 48', () => {
  const time = '2025-08-16T08:00:00Z';
  const packet = packetFor({
    messages: [
      { sid: 'SM1', status: 'failed', code: '30008', time },
      { sid: 'SM2', status: 'sent', time },
    ],
  });
  expect(packet.messages.map(({ until }) => until)).toEqual(['2025-08-18T08:00:00Z', '2025-08-17T08:00:00Z']);
});

test('as text it has a line for each thing, in the zone that is asked for', () => {
  expect(
    packetText(packetOf(finding, troubled, wording), finding, { now: NEWEST + HOUR, timeZone: 'America/Sao_Paulo' }).split('\n'),
  ).toEqual([
    'US sender without an approved campaign',
    '+1415•••••00 is not in an approved A2P campaign: all 311 of its US messages since 2025-08-15 18:05 UTC−3 were refused.',
    '',
    `Messages: 311 of ${troubled.totals.outbound.toLocaleString('en-US')} outbound in this log (2.7 %)`,
    `Error codes: 30034 US A2P 10DLC - Message from an Unregistered Number, 30035 ${knowledge.codes['30035']?.title ?? ''}`,
    'Sender: +1415•••••00 (311 messages)',
    'Country of the recipients: United States (US) (311 messages)',
    'Time: 2025-08-15 18:05 UTC−3 – 2025-08-16 05:00 UTC−3',
    'Message SIDs, newest first:',
    '  SM1fbd0551465c99516920faf81dc68484: 2025-08-16 05:00 UTC−3, undelivered 30034, young enough until 2025-08-17 05:00 UTC−3',
    '  SM2fbd0551465c99516920faf81dc68484: undelivered 30034, age not known',
    '',
    'Note: Only 1 of these messages is known to be young enough; support asks for at least 3. Send new ones of the same kind (the same sender, the same text, recipients of the same kind) and name their SIDs instead.',
    '',
    'Our question: Which registration do you and the carrier see for this sender, and what is missing?',
    '',
  ]);
});

test('as Markdown nothing of the log acts as markup, and no number or text of a message is in it', () => {
  const sentence = say`${howMany(2, 'message')} from ${address('*+12025550142*')} with ${{ text: 'Dear Dana' }}`;
  const hostile = packetFor(
    {
      senders: [
        { name: '<b>+12025550142', messages: 1 },
        { name: '', messages: 1 },
      ],
      messages: [{ sid: 'SM[1](x)', status: '_sent_' }],
    },
    { sentence },
  );
  const text = packetMarkdown(hostile, { sentence }, { now: NEWEST, timeZone: 'UTC' });
  expect(text.split('\n').filter((line) => /^2 |Sender|SM/.test(line.replace(/^[ -]+/, '')))).toEqual([
    '2 messages from ＊+1202•••••42＊ with …',
    '- Sender: ＜b＞+1202•••••42 (1 message), not named in the log (1 message)',
    '  - SM［1］(x): ＿sent＿, age not known',
  ]);
  expect(text).toContain('- Message SIDs, newest first:\n');
  expect(text.startsWith('**US sender without an approved campaign**\n\n')).toBe(true);
  expect(text.endsWith('is missing?\n')).toBe(true);
});

test('what the log does not say is left out', () => {
  const packet = packetOf({ ...dead, codes: [], affected: 1 }, troubled, wording);
  const text = packetText(packet, dead, { now: NEWEST, timeZone: 'UTC' });
  expect(packet).toMatchObject({ title: 'dead number', codes: [], messages: [] });
  expect(text).not.toMatch(/Error codes|Sender|Country|Time|SIDs, newest/);
  expect(text).toContain('Our question: Where did these messages stop, at Twilio or at the carrier, and what did the carrier answer?\n');
});

test('the codes of the named messages stand in where the finding has none', () => {
  expect(packetFor({}, { codes: [] }).codes).toEqual(['30034 US A2P 10DLC - Message from an Unregistered Number']);
});

const FRESH = ' Send new ones of the same kind (the same sender, the same text, recipients of the same kind) and name their SIDs instead.';
test.for([
  [[0, 1, 2], 0, ''],
  [[0, 1, 2, 99], 0, ''],
  [[22, 22, 22], 2, ''],
  [[22, 22, 22], 2.001, `All of these messages are too old for support by now.${FRESH}`],
  [[0, 1, 30], 0, `Only 2 of these messages are known to be young enough; support asks for at least 3.${FRESH}`],
  [[0], 0, `Only 1 of these messages is known to be young enough; support asks for at least 3.${FRESH}`],
  [[30, undefined], 0, `Only 0 of these messages are known to be young enough; support asks for at least 3.${FRESH}`],
  [[undefined, undefined], 0, 'How old these messages are is not known: support takes recent ones only.'],
  [[], 0, `There is no message SID to name, and support asks for at least 3.${FRESH}`],
] as const)('messages of %j hours ago, %d hours later: "%s"', ([hoursAgo, later, warning]) => {
  expect(packetWarning(packetFor({ messages: messages(...hoursAgo) }), NEWEST + later * HOUR)).toBe(warning);
});

test('the question is that of the finding, else of the category, else where it stopped', () => {
  expect(supportQuestion('no-receipts', 'carrier')).toBe(
    'Does this route return receipts of delivery, and were these messages taken by the carrier?',
  );
  expect(supportQuestion('template-filtered', 'content-filtered')).toBe(
    'Did Twilio or the carrier filter these, and for what: the text, the link or the sender?',
  );
  expect(supportQuestion('sudden-change', undefined)).toBe(supportQuestion('x', 'carrier'));
});
