import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Chances, codeNumber, rangeReader, rangeWriter, type Coder } from '../../../src/pasted/range-code.ts';

const codeAll = (coder: Coder, numbers: readonly number[], bits: number): readonly number[] => {
  const chances = new Chances(2 ** bits);
  return numbers.map((number) => codeNumber(coder, chances, 0, bits, number));
};

test('what is written is read, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }).chain((bits) => fc.tuple(fc.constant(bits), fc.array(fc.nat(2 ** bits - 1), { maxLength: 400 }))),
      ([bits, numbers]) => {
        const writer = rangeWriter();
        codeAll(writer, numbers, bits);
        const nothing = numbers.map(() => 0);
        expect(codeAll(rangeReader(writer.text()), nothing, bits)).toEqual(numbers);
      },
    ),
    { numRuns: 60 },
  );
});

test('what is likely takes little: a thousand equal bits some bytes, a thousand of a coin a byte for eight', () => {
  const lengthOf = (bits: readonly number[]): number => {
    const writer = rangeWriter();
    codeAll(writer, bits, 1);
    return atob(writer.text()).length;
  };
  const at = Array.from({ length: 1_000 }, (_, place) => place);
  expect(lengthOf(at.map(() => 1))).toBeLessThan(8);
  expect(lengthOf(at.map(() => 0))).toBeLessThan(8);
  expect(lengthOf(at.map((place) => Math.imul(place, 0x9e_37_79_b1) >>> 31))).toBeLessThan(131);
  // One in ten: 59 bytes would be as short as can be.
  expect(lengthOf(at.map((place) => ((Math.imul(place, 0x9e_37_79_b1) >>> 0) / 2 ** 32 < 0.1 ? 1 : 0)))).toBeLessThan(66);
});

test('a chance moves fast at first and slowly later, and is never certain', () => {
  const chances = new Chances(2);
  chances.learn(0, 1);
  expect(chances.likely[0]).toBeCloseTo(0.5 + 0.5 / 1.6);
  expect(chances.likely[1]).toBe(0.5);
  for (let time = 0; time < 10_000; time += 1) chances.learn(0, 1);
  expect(chances.likely[0]).toBe(1 - 1 / 4096);
  chances.learn(0, 0);
  expect(chances.likely[0]).toBeCloseTo((1 - 1 / 4096) * (1 - 1 / 251.6));
  for (let time = 0; time < 10_000; time += 1) chances.learn(0, 0);
  expect(chances.likely[0]).toBe(1 / 4096);
});
