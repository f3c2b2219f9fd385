/** What the first bytes of a file say: each sign whole, with any byte of it changed, and the shares that decide on each side. */
import { describe, expect, test } from 'vitest';
import { signatureOf, type BinaryForm } from '../../../../src/analyzer/bytes/signature.ts';

const signs: readonly (readonly [what: string, form: BinaryForm | 'packed', bytes: readonly number[], at?: number])[] = [
  ['a bzip2 file', 'packed', [0x42, 0x5a, 0x68]],
  ['a Zstandard file', 'packed', [0x28, 0xb5, 0x2f, 0xfd]],
  ['an xz file', 'packed', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a 7-Zip file', 'packed', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR file', 'packed', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['a tar archive', 'packed', [0x75, 0x73, 0x74, 0x61, 0x72], 257],
  ['a rich text (RTF)', 'document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['an Arrow or Feather file', 'table', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['an ORC file', 'table', [0x4f, 0x52, 0x43]],
  ['an old Excel workbook (.xls) or another old Office file', 'sheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF', 'document', [0x25, 0x50, 0x44, 0x46]],
  ['a PNG image', 'image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', 'image', [0xff, 0xd8, 0xff]],
  ['a GIF image', 'image', [0x47, 0x49, 0x46, 0x38]],
  ['a Parquet file', 'table', [0x50, 0x41, 0x52, 0x31]],
  ['an SQLite database', 'database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['a WebP image', 'image', [0x57, 0x45, 0x42, 0x50], 8],
  ['a HEIC image', 'image', [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], 4],
  ['a HEIC image', 'image', [0x66, 0x74, 0x79, 0x70, 0x6d, 0x69, 0x66], 4],
  ['an AVIF image', 'image', [0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69], 4],
  ['a video', 'film', [0x66, 0x74, 0x79, 0x70], 4],
  ['a TIFF image', 'image', [0x49, 0x49, 0x2a, 0x00]],
  ['an Avro file', 'table', [0x4f, 0x62, 0x6a, 0x01]],
];
const letters = (count: number): readonly number[] => Array.from({ length: count }, () => 0x61);
const of = (...bytes: readonly number[]) => signatureOf(Uint8Array.from(bytes));

test.for(signs)('%s', ([what, form, bytes, at = 0]) => {
  const right = form === 'packed' ? { kind: 'packed', what } : { kind: 'binary', what, form };
  expect(of(...letters(at), ...bytes, ...letters(100))).toEqual(right);
  for (let place = 0; place < bytes.length; place += 1) {
    const changed = bytes.map((byte, index) => (index === place ? 0x40 : byte));
    // "ftyp" alone is a film.
    const isFilm = at === 4 && place >= 4;
    expect(of(...letters(at), ...changed, ...letters(1_000))).toEqual(
      isFilm ? { kind: 'binary', what: 'a video', form: 'film' } : { kind: 'text' },
    );
  }
});

describe('control characters', () => {
  const withControls = (controls: number, all: number, control = 1) =>
    of(...Array.from({ length: controls }, () => control), ...letters(all - controls));

  test('two in a hundred are a text, more are none', () => {
    expect(withControls(2, 100)).toEqual({ kind: 'text' });
    expect(withControls(3, 100)).toEqual({ kind: 'binary', what: 'a binary file', form: 'other' });
  });

  test.for([
    [8, false],
    [9, true],
    [10, true],
    [11, false],
    [12, true],
    [13, true],
    [14, false],
    [31, false],
    [32, true],
  ] as const)('%d is of a text: %s', ([byte, isText]) => {
    expect(withControls(50, 100, byte).kind).toBe(isText ? 'text' : 'binary');
  });

  test('4,096 bytes are looked at', () => {
    expect(of(...letters(4_096), ...Array.from({ length: 4_096 }, () => 1)).kind).toBe('text');
    expect(of(...letters(4_000), ...Array.from({ length: 96 }, () => 1)).kind).toBe('binary');
  });
});

describe('UTF-16', () => {
  const little = (count: number): readonly number[] => Array.from({ length: count }, () => [0x61, 0]).flat();
  const big = (count: number): readonly number[] => Array.from({ length: count }, () => [0, 0x61]).flat();

  test('with a byte order mark is a text, also of two bytes', () => {
    expect([of(0xff, 0xfe), of(0xfe, 0xff), of(0xff, 0xfe, ...little(50)), of(0xfe, 0xff, ...big(50))].map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => 'text'),
    );
    // Hardly a zero in it: letters of another alphabet, of which half the bytes are control characters.
    const cyrillic = Array.from({ length: 20 }, (_, n) => [0x30 + n, 4]).flat();
    expect(of(0xff, 0xfe, ...cyrillic).kind).toBe('text');
    expect(of(0xfe, 0xff, 4, ...cyrillic).kind).toBe('text');
    expect(of(...cyrillic).kind).toBe('binary');
    expect([of(0xff, 0x61, 1, 1), of(0xfe, 0x61, 1, 1)].map(({ kind }) => kind)).toEqual(['binary', 'binary']);
  });

  test('without one, from eight bytes on', () => {
    expect([of(...little(4)), of(...big(4)), of(...little(100)), of(...big(100))].map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => 'text'),
    );
    expect([of(...little(3)), of(...big(3)), of(...little(3), 0x61)].map(({ kind }) => kind)).toEqual(['binary', 'binary', 'binary']);
  });

  test('two other characters in 32 are let pass, three are not, nor zeros on both sides', () => {
    const some = (others: number): readonly number[] => [
      ...Array.from({ length: others }, () => [0x61, 0x04]).flat(),
      ...little(32 - others),
    ];
    expect([of(...some(2)), of(...some(3)), of(...little(16), ...big(16))].map(({ kind }) => kind)).toEqual(['text', 'binary', 'binary']);
  });
});

test('the colours of a terminal, unless a delimiter stands before them: then they are words of a table', () => {
  const text = (words: string) => of(...new TextEncoder().encode(words));
  const coloured = { kind: 'binary', what: 'a recording of a terminal with its colours', form: 'coloured' };
  expect(text("{\n  sid: \u001b[32m'SM1'\u001b[39m,\n  to: 1 }")).toEqual(coloured);
  expect(text('\u001b[1;39m{\u001b[0m\n')).toEqual(coloured);
  for (const delimiter of [',', ';', '|', '\t'])
    expect(text(`From${delimiter}Body\n${'a'.repeat(200)}${delimiter}\u001b[31mred`)).toEqual({ kind: 'text' });
  for (const other of ['\u001b[2J', '\u001b', '[31m']) expect(text(`${'a'.repeat(200)} ${other} b`)).toEqual({ kind: 'text' });
});
