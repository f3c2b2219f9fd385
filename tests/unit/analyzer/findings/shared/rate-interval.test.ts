import { expect, test } from 'vitest';
import { rateInterval } from '../../../../../src/analyzer/findings/shared/rate-interval.ts';

test('its ends are the rates from which what was seen is 1.96 standard errors away', () => {
  for (const total of [1, 2, 7, 100, 12_345])
    for (const hits of new Set([0, 1, Math.floor(total / 3), total - 1, total])) {
      const { low, high } = rateInterval(hits, total);
      const seen = hits / total;
      for (const end of [low, high]) expect((seen - end) ** 2).toBeCloseTo((1.96 ** 2 * end * (1 - end)) / total, 10);
      // One on each side of it, but where all or none did.
      expect([low < seen, high > seen]).toEqual([hits > 0, hits < total]);
    }
});

test('of nothing nothing is known', () => {
  expect(rateInterval(0, 0)).toEqual({ low: 0, high: 1 });
});
