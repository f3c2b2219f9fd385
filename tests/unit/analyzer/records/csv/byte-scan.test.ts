import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codedFields, textFields } from '../../../../../src/analyzer/message/fields.ts';
import { parseIsoTime } from '../../../../../src/analyzer/message/time/iso.ts';
import { ByteBatch } from '../../../../../src/analyzer/records/csv/byte-batch.ts';
import { ByteScan } from '../../../../../src/analyzer/records/csv/byte-scan.ts';
import { formats } from '../../../../../src/analyzer/formats/index.ts';
import { columnsIn, otherThanText } from './two-ways.ts';

const utf8 = new TextEncoder();

interface Scanned {
  readonly cells: readonly (readonly string[])[];
  readonly left: string;
  readonly lines: number;
  readonly isWide: boolean;
}

/** What a scan of records of two cells finds; `undefined` where it gives up. */
function scanned(content: string | Uint8Array, suspect = 3, delimiter = ','): Scanned | undefined {
  const bytes = typeof content === 'string' ? utf8.encode(content) : content;
  const room = new Uint8Array(bytes.length + 8).fill(65);
  room.set(bytes);
  const scan = new ByteScan({ delimiter, width: 2, suspect });
  if (!scan.scan(room, bytes.length)) return undefined;
  const cells = Array.from({ length: scan.rows }, (_, row) => [scan.text(row, 0), scan.text(row, 1)]);
  return { cells, left: new TextDecoder().decode(bytes.subarray(scan.end)), lines: scan.lines, isWide: scan.isWide };
}

const plain = (...cells: readonly (readonly string[])[]): Scanned => ({ cells, left: '', lines: cells.length, isWide: false });

describe('well-formed records', () => {
  test.for<[string, Scanned]>([
    ['', plain()],
    ['a,b\n', plain(['a', 'b'])],
    ['a,b\r\nc,d\n', plain(['a', 'b'], ['c', 'd'])],
    [',\n', plain(['', ''])],
    ['"a","b"\n', plain(['a', 'b'])],
    ['"","a ""b"""\r\n', plain(['', 'a "b"'])],
    ['"a,b",c\n', plain(['a,b', 'c'])],
    ['"a\nb",c\n', { ...plain(['a\nb', 'c']), lines: 2 }],
    ['"a\r\nb,,",c\nd,e\n', { ...plain(['a\r\nb,,', 'c'], ['d', 'e']), lines: 3 }],
    ['é,"🎉 ﬁ"\n', { ...plain(['é', '🎉 ﬁ']), isWide: true }],
    ['\ufeffa,b\n', { ...plain(['\ufeffa', 'b']), isWide: true }],
  ])('%j', ([text, found]) => {
    expect(scanned(text)).toEqual(found);
  });

  test.for(['a', 'a,', 'a,b', 'a,b\r', '"', '"a', '"a"', '"a""', '"a","b"', '"a","b"\r', '"a\r', '"a\n', '"a,b\n'])(
    'the beginning of one is left: %j',
    (left) => {
      expect(scanned(left)).toEqual({ ...plain(), left });
      expect(scanned(`x,y\n${left}`)).toEqual({ ...plain(['x', 'y']), left });
    },
  );

  test('where a character is cut, it belongs to what is left', () => {
    for (const cell of ['a🎉', '"a🎉']) {
      const bytes = utf8.encode(`x,y\n${cell}`);
      for (const cut of [1, 2, 3]) expect(scanned(bytes.subarray(0, bytes.length - cut))?.cells).toEqual([['x', 'y']]);
    }
  });

  test('every prefix of a log gives whole records and the rest', () => {
    const text = '"a ""b""","é\n🎉"\r\nc,d\n"e",""\n';
    const bytes = utf8.encode(text);
    for (let length = 0; length <= bytes.length; length += 1) {
      const found = scanned(bytes.subarray(0, length));
      expect(found?.cells).toEqual(
        [
          ['a "b"', 'é\n🎉'],
          ['c', 'd'],
          ['e', ''],
        ].slice(0, found?.cells.length),
      );
      expect(found?.cells.length).toBe([21, 25, 32].filter((end) => end <= length).length);
    }
  });
});

describe('anything else is left to the readers of text', () => {
  test.for([
    'a\n',
    'a,b,c\n',
    '\n',
    'a"b,c\n',
    '"a"b,c\n',
    '"a" ,c\n',
    '"a","b" \n',
    'a\rb,c\n',
    '"a\rb",c\n',
    '"a"\r,c\n',
    'a,b\rc,d\n',
    'a,\ufffd\n',
    '"\ufffd",b\n',
    // As many delimiters in a text of two lines as make it suspect, and a text of two lines that is too long.
    '"a,,,\nb",c\n',
    `"a\n${'b'.repeat(1_599)}",c\n`,
    // Longer than any cell, in one record and in what is left.
    `${'a'.repeat(65_536)},b\n`,
    `"${'a'.repeat(65_540)}`,
  ])('%#', (text) => {
    expect(scanned(text)).toBeUndefined();
  });

  test('what is one short of that is read', () => {
    expect(scanned('"a,,\nb",c\n')?.cells).toEqual([['a,,\nb', 'c']]);
    expect(scanned(`"a\n${'b'.repeat(1_598)}",c\n`)?.cells.length).toBe(1);
    expect(scanned(`${'a'.repeat(65_534)},b\n`)?.cells.length).toBe(1);
    expect(scanned(`"${'a'.repeat(1_700)}",b\n`)?.cells.length).toBe(1);
    expect(scanned(`a,b\n${'a'.repeat(65_536)}`)?.cells.length).toBe(1);
  });

  test('bytes are taken as the decoder of UTF-8 takes them', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const isValid = (bytes: Uint8Array): boolean => {
      try {
        return !strict.decode(bytes).includes('\ufffd');
      } catch {
        return false;
      }
    };
    const firsts = [0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff];
    for (const a of firsts)
      for (const b of [0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0])
        for (const c of [0x61, 0x80, 0xbd, 0xbf])
          for (const d of [0x61, 0x80, 0xc2]) {
            const cell = [a, b, c, d];
            const bare = Uint8Array.from([...cell, 44, 120, 10, 121, 44, 122, 10]);
            const quoted = Uint8Array.from([34, ...cell, 34, 44, 120, 10, 121, 44, 122, 10]);
            const isRead = [bare, quoted].map((bytes) => scanned(bytes) !== undefined);
            if (isRead[0] !== isValid(bare) || isRead[1] !== isValid(quoted)) expect([cell, isRead]).toEqual([cell, isValid(bare)]);
          }
  });
});

const digits = (most: number) => fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), maxLength: most });
const near = <Value>(arbitrary: fc.Arbitrary<Value>, text: (value: Value) => string): fc.Arbitrary<string> =>
  fc
    .tuple(arbitrary.map(text), fc.nat(40), fc.constantFrom('', '', '', ' ', '"', '0', '.', ',', ':', 'Z', '+', 'é', '\0'), fc.nat(2))
    .map(([cell, at, put, drop]) => (put === '' && drop > 0 ? cell : cell.slice(0, at) + put + cell.slice(at + drop)));
const two = (low: number, high: number) => fc.integer({ min: low, max: high }).map((number) => String(number).padStart(2, '0'));

/** Cells of every field, some spoiled by a character. */
const cell = fc.oneof(
  near(
    fc.tuple(
      fc.constantFrom('2007', '2008', '2024', '2025', '2099', '2100'),
      two(0, 13),
      two(0, 32),
      two(0, 24),
      two(0, 60),
      two(0, 61),
      fc.constantFrom('Z', '-03:00', '+14:00', '+14:01', '-00:30', '+0530', ' UTC', 'z', '*03:00', '+03.00'),
      fc.constantFrom('T', ' ', 't'),
    ),
    ([year, month, day, hour, minute, second, zone, mark]) => `${year}-${month}-${day}${mark}${hour}:${minute}:${second}${zone}`,
  ),
  near(fc.tuple(fc.constantFrom('-', '+', ''), digits(10), fc.constantFrom('', '.', ','), digits(13)), (parts) => parts.join('')),
  near(digits(16), (number) => `+${number}`),
  near(
    fc.tuple(
      fc.constantFrom('SM', 'MM', 'sm', 'Mm', 'CA'),
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEFg'.split('')), minLength: 31, maxLength: 33 }),
    ),
    (parts) => parts.join(''),
  ),
  near(
    fc.array(
      fc.constantFrom(
        'Hi ',
        'Dana',
        'ÉLAN',
        'Éva, ',
        'код ',
        'Код',
        "don't ",
        '’s ',
        '12',
        '1,299.50',
        '10:30',
        'https://a.example/x?y ',
        'WWW.a.b ',
        'http:/',
        '\u00a0',
        '🎉',
        '"',
        '\n',
        '. ',
        ': ',
        'x',
        '日本',
      ),
      { maxLength: 14 },
    ),
    (words) => words.join(''),
  ),
  fc.constantFrom(
    '',
    'delivered',
    'x'.repeat(47),
    'x'.repeat(48),
    'x'.repeat(49),
    'a'.repeat(1_599),
    'é'.repeat(801),
    'Dana https://a.example '.repeat(73),
  ),
);

test('a cell says from its bytes what its text says, under every dialect', () => {
  const dialects = new Set(formats.map(({ records }) => records.dialect));
  const comma = { bareNanp: false, time: parseIsoTime, decimal: ',' } as const;
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      fc.constantFrom(comma, ...dialects),
      (written, isQuoted, dialect) => {
        const text = written
          .filter((one) => one.isWellFormed() && (isQuoted || !/[",\n]/.test(one)))
          .map((one) => (isQuoted ? `"${one.replaceAll('"', '""')}",\n` : `${one},\n`))
          .join('');
        const bytes = utf8.encode(text);
        const room = new Uint8Array(bytes.length + 8);
        room.set(bytes);
        const scan = new ByteScan({ delimiter: ',', width: 2, suspect: 1_000 });
        expect(scan.scan(room, bytes.length)).toBe(true);
        const cells = new Map([...codedFields, ...textFields].map((field) => [field, 0]));
        const batch = new ByteBatch(scan, cells, new Map(), dialect, { read: () => undefined });
        for (let row = 0; row < batch.rows; row += 1)
          for (const column of columnsIn(batch)) expect(otherThanText(column, row, dialect)).toBeUndefined();
      },
    ),
    { numRuns: 150 },
  );
});
