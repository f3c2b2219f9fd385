/** Where a key is in an open-addressing table, or the free place where it would go; the table has a power of two of places. */
function placeOf(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  const mixed = Math.imul((key >>> 0) ^ Math.imul(Math.floor(key / 4294967296), 0x85ebca6b), 0x9e3779b1);
  let place = (mixed ^ (mixed >>> 15)) & mask;
  for (;;) {
    const found = keys[place];
    if (found === key || found === 0) return place;
    place = (place + 1) & mask;
  }
}

/** Places of a new table: few, because there may be a set for each of hundreds of codes. */
const FIRST_PLACES = 64;
/** Beyond this share of places taken the table is doubled. */
const FULL = 0.7;

/**
 * Numbers by a key, a whole number other than 0, in typed arrays: 23 to 46 bytes a key, where a Map takes 40 and more
 * and has the garbage collector walk it.
 */
export class KeyTable {
  readonly limit: number;
  #size = 0;
  #keys = new Float64Array(FIRST_PLACES);
  #values = new Float64Array(FIRST_PLACES);

  constructor(limit: number) {
    this.limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  /** The number kept for a key; `undefined` for a key that is not in the table. */
  get(key: number): number | undefined {
    const place = placeOf(this.#keys, key);
    return this.#keys[place] === key ? this.#values[place] : undefined;
  }

  /** Keeps a number; false when the key is new and the table is full. */
  set(key: number, value: number): boolean {
    const place = placeOf(this.#keys, key);
    if (this.#keys[place] !== key) {
      if (this.#size >= this.limit) return false;
      this.#size += 1;
      this.#keys[place] = key;
    }
    this.#values[place] = value;
    if (this.#size > this.#keys.length * FULL) this.#grow();
    return true;
  }

  /** Adds to the number of a key, 0 where it is new; false when the key is new and the table is full. */
  add(key: number, more: number): boolean {
    const place = placeOf(this.#keys, key);
    if (this.#keys[place] !== key) return this.set(key, more);
    this.#values[place] = (this.#values[place] ?? 0) + more;
    return true;
  }

  *[Symbol.iterator](): Generator<readonly [key: number, value: number], void> {
    for (const [place, key] of this.#keys.entries()) if (key !== 0) yield [key, this.#values[place] ?? 0];
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    const values = new Float64Array(keys.length);
    for (let old = 0; old < this.#keys.length; old += 1) {
      const key = this.#keys[old] ?? 0;
      if (key === 0) continue;
      const place = placeOf(keys, key);
      keys[place] = key;
      values[place] = this.#values[old] ?? 0;
    }
    this.#keys = keys;
    this.#values = values;
  }
}

/** Keys without numbers: 12 to 23 bytes a key. */
export class KeySet {
  readonly limit: number;
  #size = 0;
  #keys = new Float64Array(FIRST_PLACES);

  constructor(limit: number) {
    this.limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  has(key: number): boolean {
    return this.#keys[placeOf(this.#keys, key)] === key;
  }

  /** False when the key is new and the set is full. */
  add(key: number): boolean {
    const place = placeOf(this.#keys, key);
    if (this.#keys[place] === key) return true;
    if (this.#size >= this.limit) return false;
    this.#size += 1;
    this.#keys[place] = key;
    if (this.#size > this.#keys.length * FULL) this.#grow();
    return true;
  }

  *[Symbol.iterator](): Generator<number, void> {
    for (const key of this.#keys) if (key !== 0) yield key;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    for (const key of this.#keys) if (key !== 0) keys[placeOf(keys, key)] = key;
    this.#keys = keys;
  }
}
