import { expect, test } from 'vitest';
import { span, summaryLine, verdict } from '../../../../src/islands/report/summary-line.ts';
import { troubled } from '../report-fixture.ts';

const totals = { messages: 0, outbound: 0, inbound: 0, delivered: 0, failed: 0, noReceipt: 0, inFlight: 0, other: 0 };

test('the line says how many, when, in which zone, and what became of them', () => {
  expect(summaryLine(troubled, '-03:00')).toEqual([
    '11,555 messages, 14 Aug 2025 06:02 – 16 Aug 2025 05:41 (UTC−3)',
    '10,500 delivered',
    '420 failed (3.8\u00A0% of those with a final status)',
    '480 without a receipt',
    '11 in flight',
    '144 inbound',
  ]);
});

test('a log without times has no span', () => {
  const { oldest, ...timeless } = troubled;
  expect(oldest).toBeDefined();
  expect(span(timeless)).toBeUndefined();
  expect(summaryLine(timeless, 'UTC')[0]).toBe('11,555 messages');
});

test('a log of inbound messages alone says so', () => {
  expect(summaryLine({ ...troubled, totals: { ...totals, messages: 3, inbound: 3 } }, 'UTC').slice(1)).toEqual([
    'none outbound',
    '3 inbound',
  ]);
});

test.for([
  [{ ...totals, outbound: 1000, delivered: 990, failed: 10 }, true, 'Nothing wrong'],
  [{ ...totals, outbound: 1000, delivered: 900, failed: 100 }, false, 'No known pattern'],
  [{ ...totals, outbound: 5, inFlight: 5 }, false, 'No verdict'],
  [{ ...totals, outbound: 1000, delivered: 10, inFlight: 990 }, false, 'No verdict'],
  [{ ...totals, outbound: 1000, delivered: 10, noReceipt: 990 }, false, 'No verdict'],
  [{ ...totals, outbound: 1000, delivered: 10, other: 990 }, false, 'No verdict'],
  [{ ...totals, outbound: 1, delivered: 1 }, false, 'Too few to say'],
  [{ ...totals, inbound: 5 }, true, 'Nothing was sent'],
] as const)('%j without findings: healthy is %s, "%s"', ([sums, healthy, title]) => {
  expect(verdict({ ...troubled, totals: sums, findings: [] }, 0.02)).toMatchObject({ healthy, title });
});
