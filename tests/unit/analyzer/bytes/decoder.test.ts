import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decoder } from '../../../../src/analyzer/bytes/decoder.ts';

/** Decodes bytes cut into blocks of one size. */
function decode(bytes: Uint8Array, size: number): { readonly text: string; readonly decoder: Decoder } {
  const decoder = new Decoder(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decoder.decode(bytes.slice(at, at + size), false);
  return { text: text + decoder.decode(new Uint8Array(0), true), decoder };
}

const sample = 'From,To\nZoé 👍🏽👨‍👩‍👧 מבצע €';
const utf8 = new TextEncoder().encode(sample);
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(new Uint16Array([0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))]).buffer);
const latin = Uint8Array.from([...new TextEncoder().encode('From,To\nZo'), 0xe9, 0x20, 0x80, 0x2c, 0xe9]);

test('a block may end anywhere inside a character', () => {
  for (let size = 1; size <= utf8.length; size += 1) expect(decode(utf8, size).text).toBe(sample);
});

test('UTF-16 is known by its mark, in blocks of any size', () => {
  for (const size of [1, 2, 3, 7, 500])
    expect(decode(utf16(sample), size)).toMatchObject({ text: sample, decoder: { encoding: 'utf-16le' } });
});

test('a byte order mark is no text', () => {
  expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), 5).text).toBe(sample);
});

test('bytes that are not UTF-8 after nothing but ASCII are Windows-1252', () => {
  for (let size = 1; size <= latin.length; size += 1) {
    expect(decode(latin, size)).toMatchObject({ text: 'From,To\nZoé €,é', decoder: { encoding: 'windows-1252' } });
  }
});

test('damage in a UTF-8 file is counted and leaves the rest readable', () => {
  const damaged = Uint8Array.from([...utf8, 0xe9, 0x2c, ...utf8]);
  expect(decode(damaged, 8)).toMatchObject({ text: `${sample}\ufffd,${sample}`, decoder: { encoding: 'utf-8', damaged: 1 } });
});

test('where blocks are cut changes nothing, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
      expect(decode(bytes, size).text).toBe(decode(bytes, 100).text);
    }),
    { numRuns: 2000 },
  );
});
