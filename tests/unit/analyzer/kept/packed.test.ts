import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, pack, unpack } from '../../../../src/analyzer/kept/packed.ts';

function there(numbers: readonly number[]): { readonly back: readonly number[]; readonly bytes: number } {
  const packed = pack(Float64Array.from(numbers), numbers.length);
  const into = new Float64Array(numbers.length).fill(7);
  unpack(packed, numbers.length, into);
  return { back: [...into], bytes: bytesOf(packed) };
}

test.each([
  [[5, 5, 5], 0],
  [[NaN, NaN], 16],
  [[0, 255], 2],
  [[0, 256], 4],
  [[1_000_000, 1_000_255], 2],
  [[-1, 254], 2],
  [[0, NaN, 254], 3],
  [[0, NaN, 255], 6],
  [[0, 65_535], 4],
  [[0, 65_536], 8],
  [[0, 2 ** 32 - 1], 8],
  [[0, 2 ** 32], 4 + 16],
  [[0.5, 1, 0.5], 6 + 24],
  [[NaN, 0.5], 16],
])('%j takes %d bytes', (numbers, bytes) => {
  expect(there(numbers)).toEqual({ back: numbers, bytes });
});

test('any numbers come back as they were', () => {
  const number = fc.oneof(
    fc.constantFrom(0, NaN, -1, 255, 256, 65_535, 65_536),
    fc.nat(),
    fc.maxSafeInteger(),
    fc.double({ noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(fc.array(number, { maxLength: 40 }), (numbers) => {
      // -0 is 0.
      expect(there(numbers).back).toEqual(numbers.map((value) => (value === 0 ? 0 : value)));
    }),
  );
});

test('a column of nothing but -0 is one of 0', () => {
  expect(there([-0, -0]).back).toEqual([0, 0]);
});

test('few numbers far apart have a dictionary, many have none', () => {
  const few = Array.from({ length: 20_000 }, (_, place) => (place % 8_000) * 1e12);
  expect(there(few)).toEqual({ back: few, bytes: 2 * 20_000 + 8 * 8_000 });
  const many = Array.from({ length: 20_000 }, (_, place) => place * 1e12);
  expect(there(many)).toEqual({ back: many, bytes: 8 * 20_000 });
});

test('only as many numbers as were asked for are packed', () => {
  const into = new Float64Array(2);
  unpack(pack(Float64Array.of(1, 2, 1e15, 0.5), 2), 2, into);
  expect([...into]).toEqual([1, 2]);
});
