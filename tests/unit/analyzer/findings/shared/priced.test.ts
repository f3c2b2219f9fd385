import { expect, test } from 'vitest';
import { pricedIn, type Sums } from '../../../../../src/analyzer/findings/shared/priced.ts';
import { knowledge } from '../../../../knowledge.ts';

const sums = (...units: readonly (readonly [string, Sums])[]): ReadonlyMap<string, Sums> => new Map(units);
const unpriced = (counts: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(counts));

test('failed messages that are not exempt cost the fee, in the unit of the fee; exempt ones nothing', () => {
  const priced = pricedIn(
    sums(['EUR', { billed: 2_000_000, onFailures: 500_000, unknown: 1 }]),
    unpriced({ '30022': 3, '21610': 1, '30008': 5, '30450': 7, '': 2 }),
    knowledge,
  );
  expect(priced).toEqual([
    { unit: 'EUR', billed: 2, onFailures: 0.5, failedFee: 0, feeUnsettled: 0, unknown: 1 },
    { unit: 'USD', billed: 0, onFailures: 0, failedFee: 0.006, feeUnsettled: 0, unknown: 0 },
  ]);
});

test('whether a request that was refused at once costs the fee no source settles: it is counted, not charged', () => {
  expect(pricedIn(sums(), unpriced({ '21217': 4, '21408': 9 }), knowledge)).toEqual([
    { unit: 'USD', billed: 0, onFailures: 0, failedFee: 0, feeUnsettled: 4, unknown: 0 },
  ]);
  expect(pricedIn(sums(), unpriced({ '21408': 9 }), knowledge)).toEqual([]);
});
