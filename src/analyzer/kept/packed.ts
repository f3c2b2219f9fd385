import { KeyTable } from '../memory/key-table.ts';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A column of numbers in as few bytes as hold them. */
export interface Packed {
  /** What is added to each. */
  readonly base: number;
  /** Absent where all are the base. */
  readonly values: Numbers | undefined;
  /** The number that stands for NaN; NaN where none is needed. */
  readonly gap: number;
  /** What the values are places of; absent where they are the numbers themselves. */
  readonly dictionary: Float64Array | undefined;
  /** The range of the numbers: Infinity and -Infinity where none is any. */
  readonly least: number;
  readonly most: number;
  /** Whether there is a NaN among them. */
  readonly hasGaps: boolean;
}

/** Different numbers that are worth a dictionary: two bytes each and a few kilobytes instead of eight. */
const DICTIONARY = 8_192;

const WIDTHS = [
  [2 ** 8, Uint8Array],
  [2 ** 16, Uint16Array],
  [2 ** 32, Uint32Array],
] as const;

interface Range {
  readonly least: number;
  readonly most: number;
  /** Whether all numbers that are any are whole. */
  readonly isWhole: boolean;
  readonly hasGaps: boolean;
}

function rangeOf(column: Float64Array, length: number): Range {
  let least = Infinity;
  let most = -Infinity;
  let isWhole = true;
  let hasGaps = false;
  for (let place = 0; place < length; place += 1) {
    const value = column[place] ?? 0;
    if (Number.isNaN(value)) hasGaps = true;
    else {
      if (value < least) least = value;
      if (value > most) most = value;
      if (value !== Math.floor(value)) isWhole = false;
    }
  }
  return { least, most, isWhole, hasGaps };
}

/** Few numbers out of a wide range, as places of them; `undefined` where they are many. */
function withDictionary(column: Float64Array, length: number): Pick<Packed, 'values' | 'dictionary'> | undefined {
  const places = new KeyTable(DICTIONARY);
  const dictionary = [0];
  const values = new Uint16Array(length);
  for (let at = 0; at < length; at += 1) {
    const value = column[at] ?? 0;
    // Zero is no key; it has the first place.
    if (value === 0) continue;
    const known = places.getOrSet(value, dictionary.length);
    if (known === undefined) {
      if (places.size < dictionary.length) return undefined;
      values[at] = dictionary.length;
      dictionary.push(value);
    } else values[at] = known;
  }
  return { values, dictionary: Float64Array.from(dictionary) };
}

/** Packs the first `length` numbers of a column; `unpack` gives the same ones, NaN included. */
export function pack(column: Float64Array, length: number): Packed {
  const { least, most, isWhole, hasGaps } = rangeOf(column, length);
  const plain = { base: 0, values: undefined, gap: NaN, dictionary: undefined, least, most, hasGaps };
  // -0 is 0.
  if (least === most && !hasGaps) return { ...plain, base: least + 0 };
  const span = hasGaps ? most - least + 1 : most - least;
  const [, Narrow] = (isWhole && least !== Infinity ? WIDTHS.find(([room]) => span < room) : undefined) ?? [];
  if (Narrow === undefined) {
    const few = hasGaps ? undefined : withDictionary(column, length);
    return { ...plain, ...(few ?? { values: column.slice(0, length) }) };
  }
  const values = new Narrow(length);
  for (let place = 0; place < length; place += 1) {
    const value = column[place] ?? 0;
    values[place] = Number.isNaN(value) ? span : value - least;
  }
  return { ...plain, base: least, values, gap: hasGaps ? span : NaN };
}

/** @param into has room for `length` numbers */
export function unpack({ base, values, gap, dictionary }: Packed, length: number, into: Float64Array): void {
  if (values === undefined) {
    into.fill(base, 0, length);
    return;
  }
  into.set(values);
  if (dictionary !== undefined) for (let place = 0; place < length; place += 1) into[place] = dictionary[into[place] ?? 0] ?? 0;
  else if (!Number.isNaN(gap))
    for (let place = 0; place < length; place += 1) into[place] = into[place] === gap ? NaN : (into[place] ?? 0) + base;
  else if (base !== 0) for (let place = 0; place < length; place += 1) into[place] = (into[place] ?? 0) + base;
}

/** Bytes that a packed column takes. */
export const bytesOf = ({ values, dictionary }: Packed): number => (values?.byteLength ?? 0) + (dictionary?.byteLength ?? 0);
