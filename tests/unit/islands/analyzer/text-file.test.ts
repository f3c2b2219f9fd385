import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFile, textPieces } from '../../../../src/islands/analyzer/text-file.ts';

test('a text of 20 MB becomes a file in pieces of a bounded size, byte for byte', async () => {
  const text = 'From,To\n+12025550100,é😀\n'.repeat(900_000);
  expect(text.length).toBeGreaterThan(20e6);
  const sizes = [...textPieces(text)].map(({ length }) => length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000_001);
  const file = await textFile(text);
  expect([file.name, file.size, (await file.text()) === text]).toEqual(['pasted text', new TextEncoder().encode(text).length, true]);
});

test('pieces are the text again and none ends inside a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), (text, size) => {
      const pieces = [...textPieces(text, size)];
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
    }),
  );
});
