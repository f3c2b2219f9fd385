import { expect, test } from 'vitest';
import { verdict } from '../../../../src/analyzer/write/verdict.ts';
import { inWords } from '../../../log.ts';
import { troubled } from '../../islands/report-fixture.ts';

const totals = { messages: 0, outbound: 0, inbound: 0, delivered: 0, failed: 0, undelivered: 0, noReceipt: 0, inFlight: 0, other: 0 };

test.for([
  [{ ...totals, outbound: 1000, delivered: 990, failed: 10 }, true, 'Nothing wrong', '(1.0 %); 0 of 1,000 outbound messages have none'],
  [{ ...totals, outbound: 1000, delivered: 900, failed: 100 }, false, 'No known pattern', '(10.0 %), above the 2.0 % at which'],
  [
    { ...totals, outbound: 5, inFlight: 5 },
    false,
    'No verdict',
    'No message has a final status: 5 are still in flight. Export the log again when the sends have settled.',
  ],
  [{ ...totals, outbound: 1, noReceipt: 1 }, false, 'No verdict', 'No message has a final status: 1 is without a receipt. What became of'],
  [
    { ...totals, outbound: 1000, delivered: 10, inFlight: 990 },
    false,
    'No verdict',
    '(1.0 %) have a final status; 990 are still in flight.',
  ],
  [{ ...totals, outbound: 1000, delivered: 10, noReceipt: 990 }, false, 'No verdict', '; 990 are without a receipt. What'],
  [
    { ...totals, outbound: 1000, delivered: 10, noReceipt: 90, other: 900 },
    false,
    'No verdict',
    '; 90 are without a receipt, 900 are scheduled, canceled or with an unknown status. What',
  ],
  [
    { ...totals, outbound: 1, delivered: 1 },
    false,
    'Too few to say',
    '1 of 1 outbound message has a final status and arrived. A pattern needs',
  ],
  [
    { ...totals, outbound: 3, delivered: 2, inFlight: 1 },
    false,
    'Too few to say',
    '2 of 3 outbound messages have a final status and arrived.',
  ],
  [{ ...totals, outbound: 3, delivered: 3 }, true, 'Nothing wrong', '0 of 3 messages'],
  [
    { ...totals, outbound: 2, delivered: 1, failed: 1 },
    false,
    'Too few to say',
    '1 of 2 messages with a final status did not arrive (50.0 %). So few show no pattern; what to do about its error code stands below.',
  ],
  [{ ...totals, outbound: 2, failed: 2 }, false, 'Too few to say', 'what to do about each error code stands'],
  [{ ...totals, inbound: 5 }, true, 'Nothing was sent', 'no outbound message'],
] as const)('%j without findings: healthy is %s, "%s"', ([sums, healthy, title, words]) => {
  const found = verdict({ ...troubled, totals: sums }, { attention: 0.02 });
  expect(found).toMatchObject({ healthy, title });
  expect(inWords(found.text)).toContain(words);
});

test('of a part of the log no rate is judged', () => {
  const found = (failed: number) => verdict({ totals: { ...totals, outbound: failed, failed }, codesToAct: [] }, { attention: 0.02 }, true);
  expect(found(0)).toMatchObject({ healthy: false, title: 'No finding among these' });
  expect(inWords(found(0).text)).toBe('No pattern we know stands out among the messages that pass the filter.');
  expect(inWords(found(9).text)).toBe(
    'No pattern we know stands out among the messages that pass the filter. What to do about each error code stands below.',
  );
});

test.for([
  [[''], 30, 'No cause can be told', 'but the log has no error code for any of them. Open a log that has the codes'],
  [[''], 1, 'No cause can be told', 'but the log has no error code for it. Open'],
  [['', '30003'], 30, 'No known pattern', 'but no pattern we know explains them. Start with the most frequent'],
  [['30003'], 1, 'No known pattern', 'but no pattern we know explains it. Start'],
] as const)('codes %j on %d failures: "%s"', ([codes, failed, title, words]) => {
  const codesToAct = codes.map((code) => ({ code, count: failed, explained: 0, actors: [], resend: 'unknown' as const }));
  const found = verdict({ totals: { ...totals, outbound: 40, delivered: 10, failed }, codesToAct }, { attention: 0.02 });
  expect(found).toMatchObject({ healthy: false, title });
  expect(inWords(found.text)).toContain(words);
});
