import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sidKey } from '../../../../src/analyzer/message/sid.ts';

const sid = fc
  .tuple(fc.constantFrom('SM', 'MM'), fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: 32, maxLength: 32 }))
  .map((parts) => parts.join(''));

test('a SID has one key in whatever case and with blanks around, another SID another', () => {
  fc.assert(
    fc.property(sid, sid, (one, two) => {
      const key = sidKey(one);
      expect(Number.isSafeInteger(key) && key !== 0).toBe(true);
      expect([one.toLowerCase(), one.toUpperCase(), ` ${one}\t`].map(sidKey)).toEqual([key, key, key]);
      expect(sidKey(two) === key).toBe(one === two);
    }),
  );
});

test.for([
  '',
  ' ',
  'SM',
  `SM${'0'.repeat(31)}`,
  `SM${'0'.repeat(33)}`,
  `CA${'0'.repeat(32)}`,
  `SX${'0'.repeat(32)}`,
  `SM${'x'.repeat(32)}`,
  `SM${'0'.repeat(31)}g`,
  `SM${'0'.repeat(31)}\u0661`,
])('%j is no SID', (text) => {
  expect(sidKey(text)).toBe(0);
});
