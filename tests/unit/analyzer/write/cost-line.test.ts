import { expect, test } from 'vitest';
import type { Cost } from '../../../../src/analyzer/report/report.ts';
import { costLine } from '../../../../src/analyzer/write/cost-line.ts';

const none: Cost = { unit: 'USD', billed: 0, onFailures: 0, failedFee: 0, feeUnsettled: 0, unknown: 0 };
const asIs = (unit: string): string => unit;

test('says what is known and what is not, each with its words', () => {
  expect(costLine({ cost: [{ ...none, billed: 1.5, failedFee: 0.012, feeUnsettled: 1, unknown: 12 }] }, asIs)).toBe(
    '1.50 USD billed, about 0.012 USD in fees for failed messages, 1 message whose fee no source settles, 12 messages without a price',
  );
});

test('units stand apart; one that the log does not name is said to be none', () => {
  const cost = [
    { ...none, billed: 2 },
    { ...none, unit: '', billed: 0.25, unknown: 1 },
    { ...none, unit: '<b>', unknown: 1 },
  ];
  expect(costLine({ cost }, (unit) => `“${unit}”`)).toBe(
    '2.00 “USD” billed; 0.25 in a unit that the log does not name billed, 1 message without a price; 1 message without a price',
  );
});

test('nothing known is nothing said', () => {
  expect([costLine({}, asIs), costLine({ cost: [none] }, asIs), costLine({ cost: [] }, asIs)]).toEqual(['', '', '']);
});

test('segments too many come with their part of what was paid, unit by unit', () => {
  const paid = [
    { unit: 'USD', amount: 0.5 },
    { unit: 'EUR', amount: 0.25 },
    { unit: 'GBP', amount: 0 },
  ];
  expect(costLine({ avoidable: { segments: 40, cost: paid, unknown: 0 } }, asIs)).toBe(
    '40 segments more than needed, about 0.50 USD and about 0.25 EUR of what was paid',
  );
  expect(costLine({ cost: [{ ...none, billed: 1 }], avoidable: { segments: 1, cost: [], unknown: 2 } }, asIs)).toBe(
    '1.00 USD billed; 1 segment more than needed, 2 messages of these without a price',
  );
});
