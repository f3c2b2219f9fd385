import { KeySet } from '../../memory/key-table.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  readonly limits: {
    /** Codes whose people are counted. */
    readonly codes: number;
    /** Pairs of code and person, 12 to 24 bytes each. */
    readonly pairs: number;
  };
}

interface Saved {
  /** By error code, the keys of its people (message/address.ts). */
  readonly codes: readonly (readonly [code: string, people: readonly number[]])[];
  readonly overflow: number;
}

/** How many different people each error code met. Who they are is kept by the findings that list people. */
class Recipients implements Table<Saved> {
  readonly #limits: Options['limits'];
  readonly #codes = new Map<string, KeySet>();
  #pairs = 0;
  /** Messages to people who did not fit. */
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#limits = limits;
  }

  add({ kind: { code }, personKey }: CountedMessage): void {
    if (code !== undefined && personKey !== 0) this.#see(code, personKey);
  }

  /** Different people with this code; 0 where the log does not say who they were. */
  of(code: string): number {
    return this.#codes.get(code)?.size ?? 0;
  }

  merge({ codes, overflow }: Saved): void {
    for (const [code, people] of codes) for (const person of people) this.#see(code, person);
    this.#overflow += overflow;
  }

  save(): Saved {
    return { codes: [...this.#codes].map(([code, people]) => [code, [...people]]), overflow: this.#overflow };
  }

  get caps() {
    const text = say`More recipients than are kept apart: numbers of recipients by error code are too low.`;
    return [{ id: 'recipients-capped', count: this.#overflow, text }];
  }

  #see(code: string, person: number): void {
    let people = this.#codes.get(code);
    if (people === undefined) {
      if (this.#codes.size >= this.#limits.codes) {
        this.#overflow += 1;
        return;
      }
      people = new KeySet(this.#limits.pairs);
      this.#codes.set(code, people);
    }
    if (people.has(person)) return;
    if (this.#pairs >= this.#limits.pairs) {
      this.#overflow += 1;
      return;
    }
    people.add(person);
    this.#pairs += 1;
  }
}

export const recipients: TableKind<Recipients, Saved, Options> = {
  id: 'recipients',
  version: 1,
  counts: 'all',
  wants: ({ code }) => code !== undefined,
  needs: ['errorCode', 'to'],
  options: () => ({ limits: { codes: 1_000, pairs: 2_000_000 } }),
  make: (options) => new Recipients(options),
};
