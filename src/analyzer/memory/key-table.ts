/** Spreads keys of any kind, digits of phone numbers among them. */
function mixed(key: number): number {
  const bits = Math.imul((key >>> 0) ^ Math.imul(Math.floor(key / 4294967296), 0x85ebca6b), 0x9e3779b1);
  return bits ^ (bits >>> 15);
}

/** Where a key is in an open-addressing table of keys, or the free place where it would go; a power of two of places. */
function placeOf(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  let place = mixed(key) & mask;
  for (;;) {
    const found = keys[place];
    if (found === key || found === 0) return place;
    place = (place + 1) & mask;
  }
}

/** The same in a table of keys and numbers: the place of the key, before that of its number. */
function slotOf(slots: Float64Array, key: number): number {
  const mask = slots.length - 2;
  let slot = (mixed(key) << 1) & mask;
  for (;;) {
    const found = slots[slot];
    if (found === key || found === 0) return slot;
    slot = (slot + 2) & mask;
  }
}

/** Places of a new table: few, because there may be a set for each of hundreds of codes. */
const FIRST_PLACES = 64;
/** Beyond this share of places taken the table is doubled. */
const FULL = 0.7;

/** Places for so many keys: a power of two. */
function placesFor(keys: number): number {
  let places = FIRST_PLACES;
  while (places * FULL < keys) places *= 2;
  return places;
}

/**
 * Numbers by a key, a whole number other than 0, in a typed array: 23 to 46 bytes a key, where a Map takes 40 and more
 * and has the garbage collector walk it. Key and number stand side by side: a look is one walk to memory.
 */
export class KeyTable {
  readonly limit: number;
  #size = 0;
  #slots: Float64Array;

  /** @param expected keys that will come; the table grows where they are more */
  constructor(limit: number, expected = 0) {
    this.limit = limit;
    this.#slots = new Float64Array(2 * placesFor(Math.min(expected, limit)));
  }

  get size(): number {
    return this.#size;
  }

  /** The number kept for a key; `undefined` for a key that is not in the table. */
  get(key: number): number | undefined {
    const slot = slotOf(this.#slots, key);
    return this.#slots[slot] === key ? this.#slots[slot + 1] : undefined;
  }

  /** Keeps a number; false when the key is new and the table is full. */
  set(key: number, value: number): boolean {
    const slot = slotOf(this.#slots, key);
    if (this.#slots[slot] !== key) return this.#insert(slot, key, value);
    this.#slots[slot + 1] = value;
    return true;
  }

  /** Keeps the larger of this number and the one that the key has; false when the key is new and the table is full. */
  raise(key: number, value: number): boolean {
    const slot = slotOf(this.#slots, key);
    if (this.#slots[slot] !== key) return this.#insert(slot, key, value);
    if (value > (this.#slots[slot + 1] ?? value)) this.#slots[slot + 1] = value;
    return true;
  }

  /** Adds to the number of a key, 0 where it is new; false when the key is new and the table is full. */
  add(key: number, more: number): boolean {
    const slot = slotOf(this.#slots, key);
    if (this.#slots[slot] !== key) return this.#insert(slot, key, more);
    this.#slots[slot + 1] = (this.#slots[slot + 1] ?? 0) + more;
    return true;
  }

  /**
   * The number kept for a key; a new key gets this one, as long as there is room.
   *
   * @returns `undefined` for a new key; `size` tells whether it is kept
   */
  getOrSet(key: number, value: number): number | undefined {
    const slot = slotOf(this.#slots, key);
    if (this.#slots[slot] === key) return this.#slots[slot + 1];
    this.#insert(slot, key, value);
    return undefined;
  }

  *[Symbol.iterator](): Generator<readonly [key: number, value: number], void> {
    const slots = this.#slots;
    for (let slot = 0; slot < slots.length; slot += 2) {
      const key = slots[slot] ?? 0;
      if (key !== 0) yield [key, slots[slot + 1] ?? 0];
    }
  }

  #insert(slot: number, key: number, value: number): boolean {
    if (this.#size >= this.limit) return false;
    this.#size += 1;
    this.#slots[slot] = key;
    this.#slots[slot + 1] = value;
    if (this.#size > (this.#slots.length / 2) * FULL) this.#grow();
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Float64Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const key = old[at] ?? 0;
      if (key === 0) continue;
      const slot = slotOf(slots, key);
      slots[slot] = key;
      slots[slot + 1] = old[at + 1] ?? 0;
    }
    this.#slots = slots;
  }
}

/** Below so many places a set grows fourfold: to put all keys in again costs as much as the keys did. */
const SMALL = 16_384;

/** Keys without numbers: 12 to 23 bytes a key, up to 46 in a small set. */
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
    const keys = new Float64Array(this.#keys.length * (this.#keys.length < SMALL ? 4 : 2));
    for (const key of this.#keys) if (key !== 0) keys[placeOf(keys, key)] = key;
    this.#keys = keys;
  }
}
