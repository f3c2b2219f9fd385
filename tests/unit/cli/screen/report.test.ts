import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../../src/cli/screen/layout.ts';
import { textReport } from '../../../../src/cli/screen/report.ts';
import { loadFindings } from '../../../../src/cli/knowledge.ts';
import { consoleLog, MINUTE, NOON, usNumber } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { report, source } from '../../../log.ts';

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

test('the top of a report says what became of the messages, when, and what to fix first', () => {
  expect(print(trouble, 80).split('\n').slice(0, 22)).toMatchInlineSnapshot(`
    [
      "trouble.csv: Twilio Console CSV (2025), 1,984 messages, 489,080 bytes",
      "",
      "1,984 messages, 2025-08-12 05:00 UTC – 2025-08-14 16:58 UTC · 1,567 delivered ·",
      "275 did not arrive (14.9 % of those with a final status) · 71 without a receipt",
      "· 71 inbound",
      "███████████▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░",
      "█ did not arrive  ▒ no receipt  ░ delivered",
      "",
      "▁▁▁▁▁ ▁▁▁▁▁▁     ▁▁▁ ▁▁ ▁▁▁▁▁▁▁▁▁▂▂▂▁ ▁ ▁     ▁▁▁▂▂▂▂▂▂▂▆█▆▇",
      "Did not arrive, from 2025-08-12 05:00 UTC on; a column is 1 hour, the tallest 43",
      "messages.",
      "",
      "Fix first",
      "  1  critical   70        ▃▂ ▂██  A US sender without an approved campaign",
      "  2  high      107             █  Filters stop one of your texts",
      "  3  medium     36  █▄▃  ▆▅▄  ▇▇  Numbers that no longer exist",
      "  4  medium     24  ▅▅▇ ▂▄█▂ ▂▄▄  Numbers that cannot take texts",
      "  5  medium     27     █▅▇▂▇▂▅▅▅  Messages to people who opted out",
      "  6  low       107             █  Filters stop one of your links",
      "  7  low        62                No receipts come from one country",
      "",
      "1. A US sender without an approved campaign  [critical]",
    ]
  `);
});

test('a finding with all that is said of it, and the tables', () => {
  const text = print(trouble, 80);
  expect(text.slice(text.indexOf('5. Messages to people'), text.indexOf('6. '))).toMatchInlineSnapshot(`
    "5. Messages to people who opted out  [medium]
       27 messages went to 7 people who have opted out and were blocked, the first
       on 2025-08-12 22:15 UTC, 7 of 7 people more than once. The STOP of 5 of 7 is
       in this log.
       Do this     Take the numbers off the list of this sender now.
                   Make the program store every 21610 and 30630 and every opt-out
                   word, and look before it sends.
                   Do not switch to another sender to get through.
       How sure    high confidence. The code alone says that these people opted out,
                   and most of the messages went to people who had been blocked
                   before.
       Or          Messages sent after STOP: Messages that still arrived after STOP
                   are the graver matter; here all were blocked.
       Or          A list that is only renewed once a day: each person is blocked
                   once, soon after the word STOP.
       To be sure  The opt-out records of your own program, compared with the
                   numbers listed.
       Cost        about 0.027 USD in fees for failed messages, 27 messages without
                   a price
       Numbers     +15035550100 +15035550101 +15035550102 +15035550103 +15035550104
                   +15035550105 +15035550106
       Examples    SM246afe45c2a277f660d9f1a7ff116b58
                   SMe49de16182d55b12210cd4c3bf444e74
                   SM1daeab41bbe624f25a1d9ea3f8551854
                   SM40f36335df2adce67d6256971b99d048
                   SMc8157c71664cf62204846fd3a2bbe984

    "
  `);
  expect(text.slice(text.indexOf('By category'))).toMatchInlineSnapshot(`
    "By category (share of all messages)
      Delivered              1,567  ████████████████████████  79.0 %
      Filtered as unwanted     107  █▋                         5.4 %
      Inbound                   71  █▏                         3.6 %
      No receipt                71  █▏                         3.6 %
      Sender not registered     70  █▏                         3.5 %
      Number cannot receive     62  █                          3.1 %
      Recipient opted out       27  ▍                          1.4 %
      Unknown                    6  ▏                          0.3 %
      Recipient unreachable      3  ▏                          0.2 %

    By error code (share of messages with a code)
      30007  107  ████████  38.9 %  103 recipients · Message filtered
      30034   70  █████▎    25.5 %  68 recipients · US A2P 10DLC - Message from an…
      30005   36  ██▊       13.1 %  12 recipients · Unknown destination handset
      21610   27  ██         9.8 %  7 recipients · Attempt to send to unsubscribed…
      30006   24  █▊         8.7 %  9 recipients · Landline or unreachable carrier
      30008    6  ▌          2.2 %  6 recipients · Unknown error
      30003    3  ▎          1.1 %  3 recipients · Unreachable destination handset
      21211    2  ▏          0.7 %  2 recipients · Invalid 'To' Phone Number

    By country (share that did not arrive, of those with a final status)
      United States (US)   1,695  ██▒░░░░░░░░  16.2 %  274 not arrived, 8 no receipt
      United Kingdom (GB)    156  █▒░░░░░░░░░   0.6 %  1 not arrived, 1 no receipt
      France (FR)             62  ▒▒▒▒▒▒▒▒▒▒▒       –  0 not arrived, 62 no receipt

    By sender (share that did not arrive, of those with a final status)
      +12025550100  1,205  ██▒░░░░░░░░░░░░░░  12.3 %  140 not arrived, 70 no receipt
      +12025550101    362  ███░░░░░░░░░░░░░░  17.7 %  64 not arrived, 0 no receipt
      +12025550142    190  ██████░░░░░░░░░░░  36.8 %  70 not arrived, 0 no receipt
      ACMEBANK        156  █▒░░░░░░░░░░░░░░░   0.6 %  1 not arrived, 1 no receipt

    Cost
      USD: 26.0002 billed, 2.0818 of it on failures, 0.027 estimated fees of failed
        messages, 0 failed whose fee no source settles, 27 not priced
    "
  `);
});

test('a log without failures has no course of failures, one without outbound messages no bar', async () => {
  const fine = await report([source('fine.csv', consoleLog(Array.from({ length: 5 }, (_, n) => ({ time: NOON - n * 60 * MINUTE }))))]);
  expect(print(fine, 80)).toContain(
    `${'░'.repeat(78)}\n░ delivered\n\nFix first\n  No finding: nothing in this log passes the limits of a rule.\n`,
  );
  const inbound = await report([source('in.csv', consoleLog([{ direction: 'inbound', status: 'received', time: NOON }]))]);
  expect(print(inbound, 80)).toMatch(/none outbound · 1\s+inbound\n\nFix first\n/);
});
