import { expect, test } from 'vitest';
import { nearCodes } from '../../../src/catalog/near-codes.ts';

const known = ['21610', '21611', '30003', '30006', '30007', '30008', '30034', '63016'];

test.each([
  ['3007', '30007', 'a digit is missing'],
  ['300007', '30007', 'a digit too many'],
  ['30070', '30007', 'two digits swapped'],
  ['63616', '63016', 'a wrong digit'],
])('%s may have been meant as %s: %s', (typed, meant) => {
  expect(nearCodes(typed, known)[0]).toBe(meant);
});

test('the nearest numbers follow, no more than asked for', () => {
  expect(nearCodes('30009', known, 3)).toEqual(['30008', '30007', '30006']);
  expect(nearCodes('30040', known)[0]).toBe('30034');
});

test('a number far from all of them is near none', () => {
  expect(nearCodes('99999', known)).toEqual([]);
});
