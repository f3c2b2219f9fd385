import { KeySet } from '../../memory/key-table.ts';

export interface SavedPeople {
  /** Keys of people (message/address.ts). */
  readonly people: readonly number[];
  readonly overflow: number;
}

/** A set of people up to a limit, 12 to 24 bytes each, and how often one did not fit. */
export class People {
  readonly #keys: KeySet;
  #overflow = 0;

  constructor(limit: number) {
    this.#keys = new KeySet(limit);
  }

  add(key: number): void {
    if (!this.#keys.add(key)) this.#overflow += 1;
  }

  has(key: number): boolean {
    return this.#keys.has(key);
  }

  /** Messages to or from people who did not fit. */
  get overflow(): number {
    return this.#overflow;
  }

  merge({ people, overflow }: SavedPeople): void {
    for (const person of people) this.add(person);
    this.#overflow += overflow;
  }

  save(): SavedPeople {
    return { people: [...this.#keys], overflow: this.#overflow };
  }
}
