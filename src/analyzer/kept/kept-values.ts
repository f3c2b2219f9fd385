import { ownText } from '../memory/own-text.ts';

/** Values that many messages share, each numbered once, from 0. */
export class KeptValues<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @param key is the same for the same value @returns `undefined` where no more are kept */
  placeOf(key: string, make: () => Value): number | undefined {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    if (this.values.length >= this.#limit) return undefined;
    this.#places.set(ownText(key), this.values.length);
    return this.values.push(make()) - 1;
  }
}
