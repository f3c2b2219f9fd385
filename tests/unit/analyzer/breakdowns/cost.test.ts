/** Money of a whole log and of its findings: units apart, what is unknown unknown. */
import { expect, test } from 'vitest';
import { restLog } from '../../../fixtures/rest-log.ts';
import { NOON, MINUTE } from '../../../fixtures/console-row.ts';
import { times } from '../../../fixtures/finding-rows.ts';
import { report, source } from '../../../log.ts';

interface Priced {
  readonly status: string;
  readonly code?: string;
  readonly price: string | null;
  readonly unit: string;
}

const on = async (messages: readonly Priced[]) => {
  const log = JSON.parse(
    restLog(
      messages.map(({ status, code }, n) => ({ created: NOON + n * MINUTE, queue: 1, status, ...(code === undefined ? {} : { code }) })),
    ),
  ) as { readonly messages: readonly object[] };
  const priced = log.messages.map((message, n) => ({ ...message, price: messages[n]?.price, price_unit: messages[n]?.unit }));
  return report([source('log.json', JSON.stringify({ messages: priced }))]);
};
const some = (count: number, message: Priced) => times(count, () => message);

test('two currencies of one log are never added up, in the whole and in a finding', async () => {
  const { cost, findings } = await on([
    ...some(20, { status: 'delivered', price: '-0.01', unit: 'USD' }),
    ...some(10, { status: 'delivered', price: '-0.05', unit: 'EUR' }),
    ...some(6, { status: 'undelivered', code: '30034', price: '-0.02', unit: 'USD' }),
    ...some(4, { status: 'undelivered', code: '30034', price: '-0.04', unit: 'EUR' }),
  ]);
  const nothing = { failedFee: 0, feeUnsettled: 0, unknown: 0 };
  expect(cost).toEqual([
    { unit: 'EUR', billed: 0.66, onFailures: 0.16, ...nothing },
    { unit: 'USD', billed: 0.32, onFailures: 0.12, ...nothing },
  ]);
  expect(findings[0]?.id).toBe('unregistered-us-sender');
  expect(findings[0]?.cost).toEqual([
    { unit: 'EUR', billed: 0.16, onFailures: 0.16, ...nothing },
    { unit: 'USD', billed: 0.12, onFailures: 0.12, ...nothing },
  ]);
});

test('the fee is reckoned for failed messages without a price and not for exempt codes; what shows no price stays unknown', async () => {
  const { cost, findings } = await on([
    ...some(30, { status: 'delivered', price: null, unit: 'USD' }),
    ...some(6, { status: 'failed', code: '30001', price: null, unit: 'USD' }),
    ...some(6, { status: 'failed', code: '30036', price: null, unit: 'USD' }),
    ...some(5, { status: 'undelivered', code: '30008', price: null, unit: 'USD' }),
  ]);
  expect(cost).toEqual([{ unit: 'USD', billed: 0, onFailures: 0, failedFee: 0.006, feeUnsettled: 0, unknown: 47 }]);
  const costOf = (id: string) => findings.find((finding) => finding.id === id)?.cost;
  expect(costOf('queue-overflow')).toEqual([{ unit: 'USD', billed: 0, onFailures: 0, failedFee: 0.006, feeUnsettled: 0, unknown: 6 }]);
  expect(costOf('validity-expired')).toEqual([{ unit: 'USD', billed: 0, onFailures: 0, failedFee: 0, feeUnsettled: 0, unknown: 6 }]);
});
