import { expect, test } from 'vitest';
import { rangeOf } from '../../../../../src/analyzer/findings/shared/number-range.ts';

test.for([
  [0, undefined],
  [999_999, undefined],
  [1_000_000, 100_000],
  [9_999_999, 999_999],
  [12_025_550_100, 120_255],
  [447_700_900_123, 447_700],
] as const)('%d begins with %s', ([digits, range]) => {
  expect(rangeOf(digits)).toBe(range);
});
