import { expect, test } from 'vitest';
import { inOrder } from '../../../../src/analyzer/memory/in-order.ts';

test('names are ordered by their units, digits before capitals before small letters before the rest', () => {
  expect(['é', 'b', 'a', 'B', '10', '9', 'ab', ''].sort(inOrder)).toEqual(['', '10', '9', 'B', 'a', 'ab', 'b', 'é']);
  expect([inOrder('a', 'b'), inOrder('b', 'a')]).toEqual([-1, 1]);
});
