import { expect, test } from 'vitest';
import { verdict } from '../../../../src/islands/report/verdict.ts';
import { inWords } from '../../../log.ts';
import { troubled } from '../report-fixture.ts';

const totals = { messages: 0, outbound: 0, inbound: 0, delivered: 0, failed: 0, undelivered: 0, noReceipt: 0, inFlight: 0, other: 0 };

test.for([
  [{ ...totals, outbound: 1000, delivered: 990, failed: 10 }, true, 'Nothing wrong', '(1.0 %); 0 of 1,000 outbound messages have none'],
  [{ ...totals, outbound: 1000, delivered: 900, failed: 100 }, false, 'No known pattern', '(10.0 %), above the 2.0 % at which'],
  [{ ...totals, outbound: 5, inFlight: 5 }, false, 'No verdict', 'No message has a final status yet'],
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
    '1 of 1 outbound message has a final status, 0 of it did not arrive.',
  ],
  [{ ...totals, inbound: 5 }, true, 'Nothing was sent', 'no outbound message'],
] as const)('%j without findings: healthy is %s, "%s"', ([sums, healthy, title, words]) => {
  const found = verdict({ ...troubled, totals: sums, findings: [] }, 0.02);
  expect(found).toMatchObject({ healthy, title });
  expect(inWords(found.text)).toContain(words);
});
