import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../../src/cli/screen/layout.ts';
import { textReport } from '../../../../src/cli/screen/report.ts';
import { loadFindings } from '../../../../src/cli/knowledge.ts';
import { consoleLog, MINUTE, NOON, usNumber } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { report, source } from '../../../log.ts';
import { troubled } from '../../islands/report-fixture.ts';

const words = loadFindings();
const trouble = await report([source('trouble.csv', readFileSync(new URL('../../../../public/samples/trouble.csv', import.meta.url)))]);
const hostile = await report([
  source(
    `a \u001b]0;title\u0007 ${'name'.repeat(30)}.csv`,
    consoleLog(
      Array.from({ length: 80 }, (_, n) => ({
        from: ['日本語の会社', 'X'.repeat(200), '\u202eKNAB\u009b31m', '+12025550142'][n % 4] ?? '',
        to: usNumber(n),
        status: n % 2 === 0 ? 'undelivered' : 'delivered',
        code: n % 2 === 0 ? '30007' : '0',
        body: `🚀 ${'long'.repeat(40)} \u001b[2J`,
        time: NOON - n * MINUTE,
      })),
    ),
  ),
]);
const print = (of: typeof trouble, columns: number, colours = false): string =>
  textReport(of, { knowledge, words, timeZone: 'UTC', screen: { columns, colours } });

const COLOUR = /\u001b\[[\d;]*m/g;

describe.each([40, 41, 57, 80, 120, 200])('on a screen of %i columns', (columns) => {
  test.each([
    ['a troubled log', trouble],
    ['a log of odd names', hostile],
  ])('no line of %s is wider, none ends in spaces, and nothing but colours is steered', (_, of) => {
    const plain = print(of, columns);
    for (const line of plain.split('\n')) {
      expect(widthOf(line), line).toBeLessThanOrEqual(columns);
      expect(line).toBe(line.trimEnd());
    }
    expect(plain).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    const coloured = print(of, columns, true);
    expect(coloured).toMatch(COLOUR);
    // Colours add nothing to what is seen, but for the ends of painted spaces.
    const seen = coloured.replaceAll(COLOUR, '').split('\n');
    expect(seen.map((line) => line.trimEnd())).toEqual(plain.split('\n'));
  });
});

test('a report as it looks: totals, when, what to fix first, all that is said of a finding, the tables', () => {
  expect(print(troubled, 80)).toMatchInlineSnapshot(`
    "sms-log.csv: Twilio Console CSV (2025), 11,555 messages, 2,450,000 bytes
    note: 4 rows repeat a message that was already counted; the latest state was
          kept. (lines 12, 40, …)

    11,555 messages, 2025-08-14 09:02 UTC – 2025-08-16 08:41 UTC · 10,500 delivered
    · 420 did not arrive (3.8 % of those with a final status) · 480 without a
    receipt · 11 in flight · 144 inbound
    ███▒▒▒·░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
    █ did not arrive  ▒ no receipt  · open or other  ░ delivered

    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃▃▃▃▃▃████████████
    Did not arrive, from 2025-08-14 09:00 UTC on; a column is 1 hour, the tallest 28
    messages.

    Fix first
      1  critical  311  A US sender without an approved campaign
      2  medium    135  Numbers that no longer exist

    1. A US sender without an approved campaign  [critical]
       +14155550100 is not in an approved A2P campaign: all 311 of its US messages
       since 2025-08-15 21:05 UTC were refused.
       Do this     Check the A2P registration state of the number in the Console.
                   Where an approved campaign exists: add the number to the sender
                   pool of its Messaging Service, then leave it there.
                   Where there is none: register brand and campaign first.
                   Where it is suspended (30033): ask Twilio support why, and do not
                   move the traffic to another campaign.
                   Meanwhile send from a number that is registered for this kind of
                   text.
       How sure    high confidence. The code says so since 2025-08-15 21:05 UTC.
       Or          A toll-free number that is not verified: A toll-free number has a
                   verification of its own and says 30032.
       Or          Filters stop a sender: A registered number whose texts are
                   filtered says 30007: the text or its links are the cause then.
       Or          One carrier does not accept a sender: A number that one carrier
                   has not set up yet says 30024 and reaches all other carriers.
       To be sure  The A2P registration state of the number in the Console, or its
                   row in the Number Registration report.
       Cost        2.31 USD billed, about 0.144 USD in fees for failed messages, 2
                   messages whose fee no source settles, 11 messages without a price
       Examples    SM1fbd0551465c99516920faf81dc68484
                   SM2fbd0551465c99516920faf81dc68484

    2. Numbers that no longer exist  [medium]
       31 numbers no longer exist: 135 of 135 messages to them failed on two days or
       more.
       Do this     Take these numbers off every list that sends texts.
                   Compare them with what the people gave you: a missing or doubled
                   country code is common.
                   Ask for the current number over another channel.
       How sure    medium confidence. The pattern says so.
       Or          30003 Unreachable destination handset: A phone that is off or out
                   of reach says 30003 and answers again later; a number that nobody
                   has never does.
       Or          A program keeps trying numbers that cannot receive: Several
                   refusals within hours are one program trying again; on different
                   days they are not.
       To be sure  Twilio Lookup, or a phone call to the number.
       Numbers     +14155550117 +447700900123 =1+1 +14155550118

    What to do per code
      30034 US A2P 10DLC - Message from an Unregistered Number: 311 did not arrive
        (all explained above). Who acts: you. Resend: only after a fix. First: Look
        the number up.
      30005 Unknown destination handset: 135 did not arrive (100 explained above).
        Who acts: the recipient or you. Resend: no, it will fail again.
      99999: 9 did not arrive. Resend: not documented.

    Lists of numbers
      Stop texting: 2 numbers, 5 messages; --list stop prints them
      Send again: 2 numbers, 2 messages, 1 of them only after a fix; --list resend
        prints them

    Not judged
      The log has no times. Texts at hours when they are not allowed.

    By category (share of all messages)
      Delivered              10,500  ████████████████████████  90.9 %
      Sender not registered     276  ▋                          2.4 %
      Recipient unreachable     135  ▎                          1.2 %
      Unknown                     9  ▏                          0.1 %
      No receipt                480  █▏                         4.2 %
      In flight                  11  ▏                          0.1 %
      Inbound                   144  ▍                          1.2 %

    By error code (share of messages with a code)
      30034  276  ████████  65.7 %  240 recipients · US A2P 10DLC - Message from an…
      30005  135  ███▉      32.1 %  31 recipients · Unknown destination handset
      99999    9  ▎          2.1 %  9 recipients · not in the dictionary

    By country (share that did not arrive, of those with a final status)
      United States (US)   10,911  █▒·░░░░░   3.8 %  400 not arrived, 400 no receipt
      United Kingdom (GB)     480  █▒░░░░░░   2.5 %  10 not arrived, 80 no receipt
      unknown                  20  ████░░░░  50.0 %  10 not arrived, 0 no receipt

    By sender (share that did not arrive, of those with a final status)
      +14155550100  6,000  █▒·░░░░░░░░░░░░░░  2.6 %  150 not arrived, 239 no receipt
      +18005550199  3,000  █▒░░░░░░░░░░░░░░░  3.4 %  100 not arrived, 100 no receipt
      55512         1,000  █▒░░░░░░░░░░░░░░░  0.5 %  5 not arrived, 5 no receipt

    Cost
      USD: 83.0163 billed, 2.3124 of it on failures, 0.144 estimated fees of failed
        messages, 2 failed whose fee no source settles, 11 not priced
    "
  `);
});

test('a log without failures has no course of failures, one without outbound messages no bar', async () => {
  const fine = await report([source('fine.csv', consoleLog(Array.from({ length: 5 }, (_, n) => ({ time: NOON - n * 60 * MINUTE }))))]);
  expect(print(fine, 80)).toContain(
    `${'░'.repeat(78)}\n░ delivered\n\nFix first\n  Nothing wrong. 0 of 5 messages with a final status did not arrive (0.0 %); `,
  );
  const inbound = await report([source('in.csv', consoleLog([{ direction: 'inbound', status: 'received', time: NOON }]))]);
  expect(print(inbound, 80)).toMatch(/none outbound · 1\s+inbound\n\nFix first\n {2}Nothing was sent\. The log/);
});
