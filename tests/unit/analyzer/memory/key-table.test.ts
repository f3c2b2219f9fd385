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

test('a key table adds up, and says what it held before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer({ min: -9, max: 9 })), { maxLength: 500 }), fc.nat(2_000), (pairs, expected) => {
      const [added, first] = [new KeyTable(10_000, expected), new KeyTable(10_000, expected)];
      const [sums, firsts] = [new Map<number, number>(), new Map<number, number>()];
      for (const [at, value] of pairs) {
        expect(added.add(at, value)).toBe(true);
        sums.set(at, (sums.get(at) ?? 0) + value);
        expect(first.getOrSet(at, value)).toBe(firsts.get(at));
        if (!firsts.has(at)) firsts.set(at, value);
      }
      expect([new Map(added), new Map(first)]).toEqual([sums, firsts]);
    }),
    { numRuns: 30 },
  );
});

test('a full table keeps what it has and takes no more', () => {
  const table = new KeyTable(2);
  const set = new KeySet(2);
  expect([1, 2, 3, 2].map((number) => table.set(number, 7))).toEqual([true, true, false, true]);
  expect([1, 2, 3, 2].map((number) => set.add(number))).toEqual([true, true, false, true]);
  expect([table.add(3, 1), table.getOrSet(3, 1), table.size]).toEqual([false, undefined, 2]);
  expect([set.has(2), set.has(3), table.get(3)]).toEqual([true, false, undefined]);
});

test('a key set grows without losing a key', () => {
  const set = new KeySet(100_000);
  for (let number = 1; number <= 50_000; number += 1) set.add(number * 7919);
  expect([...set].length).toBe(50_000);
  expect(set.has(7919 * 31)).toBe(true);
});

test('a key table keeps the largest number of a key', () => {
  const table = new KeyTable(2);
  expect([table.raise(1, 5), table.raise(1, 9), table.raise(1, 7), table.raise(2, -Infinity), table.raise(3, 1)]).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  expect([...table].sort()).toEqual([
    [1, 9],
    [2, -Infinity],
  ]);
  expect([table.raise(2, -Infinity), table.raise(2, 4), table.get(2)]).toEqual([true, true, 4]);
});
