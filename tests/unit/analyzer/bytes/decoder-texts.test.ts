/** Any text, in every encoding there is, cut anywhere, against what was encoded. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decoder, type Encoding } from '../../../../src/analyzer/bytes/decoder.ts';

const wide = (text: string, isLittle: boolean): readonly number[] =>
  Array.from({ length: text.length }, (_, place) => {
    const unit = text.charCodeAt(place);
    return isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
  }).flat();
const utf8 = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

function decode(bytes: readonly number[], cuts: readonly number[] = []) {
  const all = Uint8Array.from(bytes);
  const decoder = new Decoder(all.subarray(0, 64));
  let text = '';
  let from = 0;
  for (const to of [...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length]) {
    text += decoder.decode(all.subarray(from, to), false);
    from = to;
  }
  text += decoder.decode(new Uint8Array(0), true);
  return { text, encoding: decoder.encoding, damaged: decoder.damaged };
}

const forms: readonly (readonly [name: string, encoding: Encoding, encode: (text: string) => readonly number[]])[] = [
  ['UTF-8', 'utf-8', utf8],
  ['UTF-8 with a mark', 'utf-8', (text) => [0xef, 0xbb, 0xbf, ...utf8(text)]],
  ['UTF-16 LE with a mark', 'utf-16le', (text) => [0xff, 0xfe, ...wide(text, true)]],
  ['UTF-16 BE with a mark', 'utf-16be', (text) => [0xfe, 0xff, ...wide(text, false)]],
  ['UTF-16 LE without a mark', 'utf-16le', (text) => wide(text, true)],
  ['UTF-16 BE without a mark', 'utf-16be', (text) => wide(text, false)],
];

test.for(forms)('%s', ([, encoding, encode]) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(fc.nat(90), { maxLength: 4 }), (rest, cuts) => {
      const text = `From,To\n${rest}`;
      fc.pre(!text.includes('\ufffd'));
      expect(decode(encode(text), cuts)).toEqual({ text, encoding, damaged: 0 });
    }),
    { numRuns: 150 },
  );
});

describe('marks and bytes that are nearly one', () => {
  test.for([
    ['UTF-16 LE, eight bytes', [0x61, 0, 0x61, 0, 0x61, 0, 0x61, 0], 'utf-16le'],
    ['UTF-16 BE, eight bytes', [0, 0x61, 0, 0x61, 0, 0x61, 0, 0x61], 'utf-16be'],
    ['UTF-16 LE, seven bytes', [0x61, 0, 0x61, 0, 0x61, 0, 0x61], 'utf-8'],
    ['UTF-16 BE, seven bytes', [0, 0x61, 0, 0x61, 0, 0x61, 0], 'utf-8'],
    ['a letter where LE has a zero, second', [0x61, 0x62, 0x61, 0, 0x61, 0, 0x61, 0], 'utf-8'],
    ['a letter where LE has a zero, fourth', [0x61, 0, 0x61, 0x62, 0x61, 0, 0x61, 0], 'utf-8'],
    ['a letter where LE has a zero, sixth', [0x61, 0, 0x61, 0, 0x61, 0x62, 0x61, 0], 'utf-8'],
    ['a letter where BE has a zero, first', [0x62, 0x61, 0, 0x61, 0, 0x61, 0, 0x61], 'utf-8'],
    ['a letter where BE has a zero, third', [0, 0x61, 0x62, 0x61, 0, 0x61, 0, 0x61], 'utf-8'],
    ['a letter where BE has a zero, fifth', [0, 0x61, 0, 0x61, 0x62, 0x61, 0, 0x61], 'utf-8'],
    ['zeros', [0, 0, 0, 0, 0, 0, 0, 0], 'utf-8'],
  ] as const)('%s', ([, bytes, encoding]) => {
    expect(decode(bytes).encoding).toBe(encoding);
  });

  test.for([
    ['half a mark of UTF-16 LE', [0xff, 0x61]],
    ['half a mark of UTF-16 BE', [0xfe, 0x61]],
    ['two thirds of a mark of UTF-8', [0xef, 0xbb, 0x61]],
    ['another third of one', [0xef, 0x61, 0xbf]],
  ] as const)('%s is Windows-1252', ([, bytes]) => {
    expect(decode(bytes)).toEqual({
      text: new TextDecoder('windows-1252').decode(Uint8Array.from(bytes)),
      encoding: 'windows-1252',
      damaged: 0,
    });
  });
});

describe('damage', () => {
  const é = [0xc3, 0xa9];
  test('one byte beyond ASCII that is no UTF-8 makes all of it Windows-1252, wherever it is cut', () => {
    const bytes = [...utf8('From,To\nCaf'), 0xe9, 0x2c, 0xfc];
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(decode(bytes, [cut])).toEqual({ text: 'From,To\nCafé,ü', encoding: 'windows-1252', damaged: 0 });
    }
  });

  test('after valid UTF-8 it is damage, each counted, wherever it is cut', () => {
    const bytes = [...utf8('From\n'), ...é, 0xe9, 0x2c, 0xff, 0x61];
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(decode(bytes, [cut])).toEqual({ text: 'From\né\ufffd,\ufffda', encoding: 'utf-8', damaged: 2 });
    }
  });

  test('U+FFFD that the file has is damage and no other encoding', () => {
    expect(decode(utf8('a\ufffdb'))).toEqual({ text: 'a\ufffdb', encoding: 'utf-8', damaged: 1 });
  });

  test('a character that the end cuts', () => {
    expect(decode([...utf8('a'), 0xc3])).toEqual({ text: 'aÃ', encoding: 'windows-1252', damaged: 0 });
    expect(decode([...utf8('aé'), 0xe2, 0x82])).toEqual({ text: 'aé\ufffd', encoding: 'utf-8', damaged: 1 });
  });
});
