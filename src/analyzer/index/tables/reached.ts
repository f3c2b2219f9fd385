import { KeySet } from '../../memory/key-table.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  /** 12 to 24 bytes a person. */
  readonly limits: { readonly people: number };
}

interface Saved {
  /** Keys of people (message/address.ts). */
  readonly people: readonly number[];
  readonly overflow: number;
}

/** People who are there: a message to them was delivered or read, or one came from them. */
class Reached implements Table<Saved> {
  readonly #people: KeySet;
  /** Messages to or from people who did not fit. */
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#people = new KeySet(limits.people);
  }

  add({ kind, personKey, phoneKey }: CountedMessage): void {
    if (personKey === 0) return;
    if (kind.outcome === 'delivered' && !this.#people.add(personKey)) this.#overflow += 1;
    // Whoever writes to us or reads what we wrote, on any channel, has this number today.
    if ((kind.isInbound || kind.status === 'read') && phoneKey > 0 && !this.#people.add(phoneKey)) this.#overflow += 1;
  }

  has(personKey: number): boolean {
    return this.#people.has(personKey);
  }

  merge({ people, overflow }: Saved): void {
    for (const person of people) if (!this.#people.add(person)) this.#overflow += 1;
    this.#overflow += overflow;
  }

  save(): Saved {
    return { people: [...this.#people], overflow: this.#overflow };
  }

  get caps() {
    const text = say`More people got messages than are remembered: lists of numbers to stop may hold one that was reached.`;
    return [{ id: 'reached-capped', count: this.#overflow, text }];
  }
}

export const reached: TableKind<Reached, Saved, Options> = {
  id: 'reached',
  version: 1,
  counts: 'all',
  needs: ['to'],
  options: () => ({ limits: { people: 2_000_000 } }),
  make: (options) => new Reached(options),
};
