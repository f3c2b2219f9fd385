import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bySid, cutSid, orderOf, sidOrder, standIn, standInWords, standsFor } from '../../../../src/analyzer/message/stand-in.ts';
import { sidKey, sidOfWords, sidWords } from '../../../../src/analyzer/message/sid.ts';

const hex = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 32, maxLength: 32 });
const places = fc.nat({ max: 2 ** 48 - 1 });

test('a stand-in comes where its SID comes, and says which message it is of', () => {
  fc.assert(
    fc.property(hex, places, (digits, place) => {
      const sid = `SM${digits}`;
      const stand = standIn(orderOf(sidKey(sid), sid), true, place);
      expect(sidOrder(stand)).toBe(sidOrder(sid));
      expect(stand).toHaveLength(34);
      expect(standsFor(stand)).toEqual({ place, isLowerCase: false });
      expect(standsFor(sid)).toBeUndefined();
    }),
  );
});

test('a table that keeps SIDs as numbers keeps a stand-in as one, and it says that it comes from there', () => {
  const words = new Uint32Array(5);
  sidWords(standIn(0x1234abc, true, 77), words, 0);
  const kept = sidOfWords(words, 0);
  expect(standsFor(kept)).toEqual({ place: 77, isLowerCase: true });
  expect(sidOrder(kept)).toBe(0x1234abc);
});

test('what has not the form of a SID has a stand-in without it', () => {
  const stand = standIn(orderOf(0, 'order-17'), false, 5);
  expect(sidKey(stand)).toBe(0);
  expect(sidOrder(stand)).toBe(sidOrder('order-17'));
  expect(standsFor(stand)).toEqual({ place: 5, isLowerCase: false });
});

test('the order is a number of 31 bits that is 0 for no SID only', () => {
  expect(sidOrder('')).toBe(0);
  expect(orderOf(2 ** 53 - 1, '')).toBe(2 ** 31 - 1);
  expect(orderOf(2 ** 22, '')).toBe(1);
  expect(orderOf(2 ** 23, '')).toBe(2);
  expect(orderOf(1, '')).toBe(1);
  expect(sidOrder('x'.repeat(41))).toBe(sidOrder('x'.repeat(40)));
  expect(sidOrder('x'.repeat(39))).not.toBe(sidOrder('x'.repeat(40)));
  expect(cutSid('x'.repeat(41))).toBe('x'.repeat(40));
});

test('a stand-in is written as numbers as its text would be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), places, (order, place) => {
      const words = new Uint32Array(7).fill(9);
      const expected = new Uint32Array(7).fill(9);
      standInWords(order, true, place, words, 1);
      sidWords(standIn(order, true, place), expected, 1);
      expect([...words]).toEqual([...expected]);
    }),
  );
  const none = new Uint32Array(5).fill(9);
  standInWords(5, false, 5, none, 0);
  expect(sidOfWords(none, 0)).toBe('');
});

test('which of two SIDs comes first: the one of the lower order, of one order the first in the alphabet, and of the same neither', () => {
  const [low, high] = [standIn(7, true, 1), standIn(8, true, 1)];
  expect([bySid(low, high), bySid(high, low), bySid(low, low)]).toEqual([-1, 1, 0]);
  const [first, second] = [`${'x'.repeat(40)}a`, `${'x'.repeat(40)}b`];
  expect([bySid(first, second), bySid(second, first), bySid(first, first)]).toEqual([-1, 1, 0]);
  expect(bySid('', standIn(1, true, 0))).toBe(-1);
});
