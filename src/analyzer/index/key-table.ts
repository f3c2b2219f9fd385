/**
 * Numbers entries 0, 1, 2, … by a key (a whole number other than 0), in typed arrays: 12 to 24 bytes a key,
 * where a Map takes 40 and more. Values are kept by the owner in arrays of its own, by entry number.
 */
export class KeyTable {
  readonly limit: number;
  #size = 0;
  #keys = new Float64Array(512);
  /** Entry number + 1; 0 is a free slot. Twice as many slots as keys. */
  #slots = new Int32Array(1024);

  constructor(limit: number) {
    this.limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  /** The key of an entry; 0 beyond the end. */
  key(entry: number): number {
    return entry < this.#size ? (this.#keys[entry] ?? 0) : 0;
  }

  /** The entry of a key, or -1. */
  find(key: number): number {
    return (this.#slots[this.#slotOf(key)] ?? 0) - 1;
  }

  /** The entry of a key, made when it is new; -1 when it is new and the table is full. */
  entry(key: number): number {
    const slot = this.#slotOf(key);
    const known = (this.#slots[slot] ?? 0) - 1;
    if (known >= 0) return known;
    if (this.#size >= this.limit) return -1;
    const entry = this.#size;
    this.#size += 1;
    this.#keys[entry] = key;
    this.#slots[slot] = entry + 1;
    if (this.#size === this.#keys.length) this.#grow();
    return entry;
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    const high = Math.floor(key / 4294967296);
    const mixed = Math.imul((key >>> 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const entry = this.#slots[slot] ?? 0;
      if (entry === 0 || this.#keys[entry - 1] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#slots = new Int32Array(keys.length * 2);
    for (let entry = 0; entry < this.#size; entry += 1) this.#slots[this.#slotOf(keys[entry] ?? 0)] = entry + 1;
  }
}
