import { expect, test } from 'vitest';
import { inOrder, putInOrder } from '../../../../src/analyzer/memory/in-order.ts';

test('names are ordered by their units, digits before capitals before small letters before the rest', () => {
  expect(['é', 'b', 'a', 'B', '10', '9', 'ab', ''].sort(inOrder)).toEqual(['', '10', '9', 'B', 'a', 'ab', 'b', 'é']);
  expect([inOrder('a', 'b'), inOrder('b', 'a')]).toEqual([-1, 1]);
});

const listOf = (values: readonly string[], length: number): readonly string[] => {
  const list: string[] = [];
  // By the first letter: what comes behind it tells equal ones apart.
  for (const value of values) putInOrder(list, value, (a, b) => a.charCodeAt(0) - b.charCodeAt(0), length);
  return list;
};

test.for<readonly [values: readonly string[], length: number, list: readonly string[]]>([
  [[], 3, []],
  [['b'], 3, ['b']],
  [['b', 'a', 'c'], 3, ['a', 'b', 'c']],
  [['d', 'c', 'b', 'a'], 2, ['a', 'b']],
  [['a', 'b', 'c'], 2, ['a', 'b']],
  [['a1', 'b', 'a2'], 3, ['a1', 'a2', 'b']],
  [['a1', 'a2', 'a3'], 2, ['a1', 'a2']],
])('%o put in order, at most %i', ([values, length, list]) => {
  expect(listOf(values, length)).toEqual(list);
});
