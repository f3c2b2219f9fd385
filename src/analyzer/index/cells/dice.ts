import type { CountedMessage } from '../counted-message.ts';

const SECOND_MS = 1_000;

/** The figures by which dice are thrown; an engine of a warehouse throws the same (grouped/sql/script.ts), in whole numbers of 64 bits. */
export const diceFigures = {
  /** A prime: 2 ** 31 - 1. Every product below stays under 2 ** 53. */
  modulus: 2_147_483_647,
  byPhone: 48_271,
  byTime: 69_621,
  /** Two that share no factor: the remainders by them, multiplied, leave no line that numbers in a row would lie on. */
  low: 65_521,
  high: 65_536,
  again: 16_807,
} as const;

/** The remainder that is not negative. */
const remainder = (value: number, by: number): number => ((value % by) + by) % by;

/** A whole number below 2 ** 31 that is the same for a message wherever it is met, each as good as a throw of dice: by the number of its person and its second. */
export function diceOf({ phoneKey, time }: Pick<CountedMessage, 'phoneKey' | 'time'>): number {
  const { modulus, byPhone, byTime, low, high, again } = diceFigures;
  const second = Number.isNaN(time) ? 0 : Math.floor(time / SECOND_MS) * SECOND_MS;
  const mixed = ((phoneKey % modulus) * byPhone + remainder(second, modulus) * byTime + 1) % modulus;
  return ((mixed % low) * (mixed % high) + mixed * again) % modulus;
}
