import { expect, test } from 'vitest';
import { moneyOf } from '../../../../../src/analyzer/findings/shared/money.ts';
import { ranked } from '../../../../../src/analyzer/findings/shared/rank.ts';
import type { Cost } from '../../../../../src/analyzer/report/report.ts';

const cost = (unit: string, onFailures: number, failedFee = 0): Cost => ({
  unit,
  billed: 99,
  onFailures,
  failedFee,
  feeUnsettled: 0,
  unknown: 7,
});

test('failures that were billed and fees, in one unit; what is billed otherwise or unknown does not count', () => {
  expect(moneyOf([[cost('USD', 2, 0.5)], [cost('USD', 0, 1)], []])).toEqual([2.5, 1, 0]);
});

test('units are never mixed: the one that most findings cost something in counts, the first in the alphabet of two', () => {
  expect(moneyOf([[cost('EUR', 9)], [cost('USD', 1), cost('EUR', 0)], [cost('USD', 2)]])).toEqual([0, 1, 2]);
  expect(moneyOf([[cost('USD', 9)], [cost('EUR', 1)]])).toEqual([0, 1]);
  expect(moneyOf([])).toEqual([]);
});

test('of two findings alike in severity and in what can be won back the dearer stands first, then the larger; cents decide nothing', () => {
  const made = (key: string, recoverable: number, affected: number, money?: number) => ({
    key,
    ...(money === undefined ? {} : { money }),
    found: { severity: 'low', recoverable, affected } as const,
  });
  const all = [made('a', 0, 9, 1.4), made('b', 0, 2, 2), made('c', 1, 1, 0), made('d', 0, 10, 0.6), made('e', 0, 3)];
  expect(ranked(all).map(({ key }) => key)).toEqual(['c', 'b', 'd', 'a', 'e']);
});
