import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeySet, KeyTable } from '../../../../src/analyzer/memory/key-table.ts';

const key = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -50, max: 50 })).filter((number) => number !== 0);

test('a key table is a map of numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer()), { maxLength: 3000 }), (pairs) => {
      const table = new KeyTable(10_000);
      for (const [at, value] of pairs) table.set(at, value);
      expect(new Map(table)).toEqual(new Map(pairs));
    }),
    { numRuns: 30 },
  );
});

test('a full table keeps what it has and takes no more', () => {
  const table = new KeyTable(2);
  const set = new KeySet(2);
  expect([1, 2, 3, 2].map((number) => table.set(number, 7))).toEqual([true, true, false, true]);
  expect([1, 2, 3, 2].map((number) => set.add(number))).toEqual([true, true, false, true]);
  expect([set.has(2), set.has(3), table.get(3)]).toEqual([true, false, undefined]);
});

test('a key set grows without losing a key', () => {
  const set = new KeySet(100_000);
  for (let number = 1; number <= 50_000; number += 1) set.add(number * 7919);
  expect([...set].length).toBe(50_000);
  expect(set.has(7919 * 31)).toBe(true);
});
