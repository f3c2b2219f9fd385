import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sidKey, sidOfWords, sidWords, sidWordsIn } from '../../../../src/analyzer/message/sid.ts';

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

test('a SID becomes five numbers and comes back in lower case, from its text and from bytes; of anything else the first is 0', () => {
  const words = new Uint32Array(7);
  const bytes = new TextEncoder().encode('"').length;
  fc.assert(
    fc.property(sid, (one) => {
      for (const cell of [one, one.toUpperCase(), ` ${one}`]) {
        words.fill(9);
        sidWords(cell, words, 1);
        expect(sidOfWords(words, 1)).toBe(one);
        expect([words[0], words[6]]).toEqual([9, 9]);
      }
      const file = new TextEncoder().encode(`"${one}",`);
      words.fill(9);
      expect(sidWordsIn(file, bytes, bytes + one.length, words, 1)).toBe(true);
      expect(sidOfWords(words, 1)).toBe(one);
      expect([words[0], words[6]]).toEqual([9, 9]);
      expect([sidWordsIn(file, bytes, bytes + one.length - 1, words, 1), sidWordsIn(file, 0, one.length, words, 1)]).toEqual([
        false,
        false,
      ]);
    }),
  );
  for (const cell of ['', 'SM', `CA${'0'.repeat(32)}`, `SC${'0'.repeat(32)}`, `SM${'0'.repeat(31)}g`, `SM${'0'.repeat(31)}\u0661`]) {
    words.fill(9);
    sidWords(cell, words, 1);
    expect([words[1], sidOfWords(words, 1)]).toEqual([0, '']);
  }
});
