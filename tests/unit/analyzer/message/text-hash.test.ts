import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textHash, textHashIn } from '../../../../src/analyzer/message/text-hash.ts';

const utf8 = new TextEncoder();
/** The fingerprint of a text in a quoted cell, where its quotes stand twice. */
const inBytes = (text: string, before = 'abc'): number => {
  const cell = utf8.encode(text.replaceAll('"', '""'));
  return textHashIn(Uint8Array.of(...utf8.encode(before), ...cell, ...utf8.encode('",next')), before.length, before.length + cell.length);
};

test('bytes and text have one fingerprint, wherever the text stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('', 'a', 'ab', 'abcde'), (text, before) => {
      expect(inBytes(text, before)).toBe(textHash(text));
    }),
    { numRuns: 300 },
  );
});

test('one character more, less or other makes another fingerprint, at every place', () => {
  const text = 'Your Acme code is 482913.';
  const texts = new Set([text]);
  for (let at = 0; at < text.length; at += 1) {
    for (const other of [`${text.slice(0, at)}~${text.slice(at + 1)}`, text.slice(0, at) + text.slice(at + 1), text.slice(0, at)])
      texts.add(other);
  }
  texts.delete('');
  expect(texts.size).toBeGreaterThan(70);
  expect(new Set([...texts].map(textHash)).size).toBe(texts.size);
});

test('an empty text has 0, any other a whole number of 32 bits above it', () => {
  expect(textHash('')).toBe(0);
  expect(inBytes('')).toBe(0);
  for (const text of ['a', '\0', '\0\0\0\0', 'é', '😀']) {
    const hash = textHash(text);
    expect(Number.isInteger(hash) && hash > 0 && hash < 2 ** 32).toBe(true);
  }
});

test('a quote that stands twice is one, in every place of a word; a sign beside it in the table is itself', () => {
  for (const sign of ['"', '""', '!', '#']) {
    for (const at of [0, 1, 2, 3, 4, 5, 6]) {
      const text = `${'a'.repeat(at)}${sign}${'b'.repeat(6 - at)}`;
      expect(inBytes(text)).toBe(textHash(text));
    }
  }
});

test('1,600 characters are looked at and no more; longer bytes are left to the text', () => {
  const long = 'x'.repeat(1_600);
  expect(inBytes(long)).toBe(textHash(long));
  expect(textHash(`${long}y`)).toBe(textHash(long));
  expect(textHash(long.slice(1))).not.toBe(textHash(long));
  expect(inBytes(`${long}y`)).toBeNaN();
});
