/** Longest text that is remembered, in bytes. */
const LONGEST = 48;
/** Texts that are remembered; a power of two. */
const TEXTS = 4_096;
const PLACES = 2 * TEXTS;

/** Numbers of short texts, found by their bytes: a text that comes again and again becomes a string when it is met first. */
export class ByteNumbers {
  /** Hash -> number of the entry, from 1. */
  readonly #entries = new Int32Array(PLACES);
  readonly #lengths = new Uint8Array(TEXTS + 1);
  readonly #numbers = new Uint16Array(TEXTS + 1);
  readonly #bytes = new Uint8Array((TEXTS + 1) * LONGEST);
  #size = 0;
  #last = 0;

  /** The number of the text between two places, 0 for an empty one; -1 for one that is to be asked by its text, and then learned. */
  of(bytes: Uint8Array, from: number, to: number): number {
    if (from === to) return 0;
    if (this.#is(this.#last, bytes, from, to)) return this.#numbers[this.#last] ?? 0;
    if (to - from > LONGEST) return -1;
    const entry = this.#entries[this.#placeOf(bytes, from, to)] ?? 0;
    if (entry === 0) return -1;
    this.#last = entry;
    return this.#numbers[entry] ?? 0;
  }

  /** Remembers the number of a text that was met. @returns whether there was room */
  learn(bytes: Uint8Array, from: number, to: number, number: number): boolean {
    // Number 0 stands for all texts that have no number.
    if (number === 0 || to - from > LONGEST || this.#size >= TEXTS) return false;
    this.#size += 1;
    const entry = this.#size;
    this.#entries[this.#placeOf(bytes, from, to)] = entry;
    this.#lengths[entry] = to - from;
    this.#numbers[entry] = number;
    this.#bytes.set(bytes.subarray(from, to), entry * LONGEST);
    return true;
  }

  #is(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#lengths[entry] !== to - from) return false;
    const shift = entry * LONGEST - from;
    for (let at = from; at < to; at += 1) if (bytes[at] !== this.#bytes[at + shift]) return false;
    return true;
  }

  /** Where the text is, or the free place where it would go. */
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
