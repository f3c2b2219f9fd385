import { Chances, codeNumber, rangeReader, rangeWriter, type Coder } from './range-code.ts';
import type { Stretches } from './stretches.ts';

/** Turns scores into probabilities. */
export function toProbabilities(scores: Float64Array): void {
  const most = scores.reduce((one, other) => Math.max(one, other), -Infinity);
  let sum = 0;
  for (const [at, score] of scores.entries()) {
    const part = Math.exp(score - most);
    scores[at] = part;
    sum += part;
  }
  for (const [at, part] of scores.entries()) scores[at] = part / sum;
}

const KEY_BITS = 20;

/**
 * A number of 20 bits for a feature, which stands for it in what is learned: shorter than its text. Two features may have the same (of
 * 5,000 some ten do, and share their weights); a word that was never learned has one of theirs once in two hundred times.
 */
export function keyOf(feature: string): number {
  // FNV-1a, the upper bits folded into the lower ones.
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x1_00_01_93);
  return (hash ^ (hash >>> KEY_BITS)) & (2 ** KEY_BITS - 1);
}

/** For which steps a feature speaks, in ascending order, and how much. */
export type Weights = readonly (readonly [step: number, weight: number])[];

/** Weights are written as multiples of this. */
const UNIT = 1.5;
const STEP_BITS = 8;
const WEIGHT_BITS = 6;
/** What is added to a multiple, so that none is negative; those out of range (-20 to 43) are cut to it. */
const ZERO = 20;
const MOST = 2 ** WEIGHT_BITS - 1;

/** What is written of a feature: how far its key is from the one before, then for each step how far it is from the one before, its weight, and whether it was the last. */
class Walk {
  readonly #coder: Coder;
  readonly #lengths = new Chances(32);
  readonly #digits = new Chances(32 * 32);
  readonly #firstSteps = new Chances(2 ** STEP_BITS);
  readonly #steps = new Chances(2 ** STEP_BITS);
  readonly #weights = new Chances(2 ** WEIGHT_BITS);
  readonly #lasts = new Chances(2 ** STEP_BITS);

  constructor(coder: Coder) {
    this.#coder = coder;
  }

  /** A whole number from 1 to 2 ** 31: how many binary digits follow the first, then these. */
  distance(value = 1): number {
    const length = codeNumber(this.#coder, this.#lengths, 0, 5, 31 - Math.clz32(value));
    let read = 1;
    for (let digit = length - 1; digit >= 0; digit -= 1)
      read = read * 2 + this.#coder.bit(this.#digits, length * 32 + digit, (value >> digit) & 1);
    return read;
  }

  /** Weights in units, the lowest of which is 0. */
  weights(row?: Weights): Weights {
    const read: (readonly [number, number])[] = [];
    let step = -1;
    for (let at = 0; ; at += 1) {
      const [givenStep, givenWeight] = row?.[at] ?? [step + 1, 0];
      step += 1 + codeNumber(this.#coder, at === 0 ? this.#firstSteps : this.#steps, 0, STEP_BITS, givenStep - step - 1);
      read.push([step, codeNumber(this.#coder, this.#weights, 0, WEIGHT_BITS, givenWeight)]);
      if (this.#coder.bit(this.#lasts, at, at + 1 === row?.length ? 1 : 0) === 1) return read;
    }
  }
}

/**
 * Writes weights short. What is less than half a unit is left out, and a feature without weights too.
 *
 * @param learned the weights of at most 256 steps by `keyOf` a feature, no key twice
 * @returns how many features are written, and the text
 */
export function writeWeights(learned: readonly { readonly key: number; readonly weights: Weights }[]): {
  readonly features: number;
  readonly weights: string;
} {
  const rows = learned
    .map(({ key, weights }) => ({
      key,
      row: weights
        .map(([step, weight]) => [step, Math.round(weight / UNIT)] as const)
        .filter(([, units]) => units !== 0)
        .map(([step, units]) => [step, Math.min(MOST, Math.max(0, units + ZERO))] as const),
    }))
    .filter(({ row }) => row.length > 0)
    .toSorted((one, other) => one.key - other.key);
  const writer = rangeWriter();
  const walk = new Walk(writer);
  let before = -1;
  for (const { key, row } of rows) {
    walk.distance(key - before);
    walk.weights(row);
    before = key;
  }
  return { features: rows.length, weights: writer.text() };
}

/** So many features are read in a stretch. */
const AT_ONCE = 50;

/** Reads what `writeWeights` wrote: the weights by the keys of their features, as multiples of 1.5. */
export function* readWeights(features: number, text: string): Stretches<ReadonlyMap<number, Weights>> {
  const walk = new Walk(rangeReader(text));
  const read = new Map<number, Weights>();
  let key = -1;
  for (let at = 0; at < features; at += 1) {
    if (at % AT_ONCE === 0) yield;
    key += walk.distance();
    read.set(
      key,
      walk.weights().map(([step, units]) => [step, (units - ZERO) * UNIT]),
    );
  }
  return read;
}
