import type { Dictionary } from '../dictionary.ts';

/** Longest value that is remembered as bytes. */
const LONGEST = 48;
/** Values that are remembered as bytes; a power of two. */
const VALUES = 4_096;
const PLACES = 2 * VALUES;

/** Numbers values by their bytes, as a dictionary numbers their texts: a value becomes a string when it is met first. */
export class ByteDictionary {
  readonly values: Dictionary;
  /** Hash -> number of the entry, from 1. */
  readonly #entries = new Int32Array(PLACES);
  readonly #lengths = new Uint8Array(VALUES + 1);
  readonly #ids = new Uint16Array(VALUES + 1);
  readonly #bytes = new Uint8Array((VALUES + 1) * LONGEST);
  #size = 0;
  #last = 0;

  constructor(values: Dictionary) {
    this.values = values;
  }

  /** The number of the value between two places; -1 for one that is to be asked by its text, and then learned. */
  id(bytes: Uint8Array, from: number, to: number): number {
    if (from === to) return 0;
    if (this.#is(this.#last, bytes, from, to)) return this.#ids[this.#last] ?? 0;
    if (to - from > LONGEST) return -1;
    const entry = this.#entries[this.#placeOf(bytes, from, to)] ?? 0;
    if (entry === 0) return -1;
    this.#last = entry;
    return this.#ids[entry] ?? 0;
  }

  /** Remembers the number of a value that was met. */
  learn(bytes: Uint8Array, from: number, to: number, id: number): void {
    // Number 0 stands for all values that have no number.
    if (id === 0 || to - from > LONGEST || this.#size >= VALUES) return;
    this.#size += 1;
    const entry = this.#size;
    this.#entries[this.#placeOf(bytes, from, to)] = entry;
    this.#lengths[entry] = to - from;
    this.#ids[entry] = id;
    this.#bytes.set(bytes.subarray(from, to), entry * LONGEST);
  }

  #is(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#lengths[entry] !== to - from) return false;
    const shift = entry * LONGEST - from;
    for (let at = from; at < to; at += 1) if (bytes[at] !== this.#bytes[at + shift]) return false;
    return true;
  }

  /** Where the value is, or the free place where it would go. */
  #placeOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    let place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    for (;;) {
      const entry = this.#entries[place] ?? 0;
      if (entry === 0 || this.#is(entry, bytes, from, to)) return place;
      place = (place + 1) & (PLACES - 1);
    }
  }
}
