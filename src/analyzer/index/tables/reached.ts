import { People, type SavedPeople } from '../cells/people.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  readonly limits: { readonly people: number };
}

/** People who are there: a message to them was delivered or read, or one came from them. */
class Reached implements Table<SavedPeople> {
  readonly #people: People;

  constructor({ limits }: Options) {
    this.#people = new People(limits.people);
  }

  add({ kind, personKey, phoneKey }: CountedMessage): void {
    if (personKey === 0) return;
    if (kind.outcome === 'delivered') this.#people.add(personKey);
    // Whoever writes to us or reads what we wrote, on any channel, has this number today.
    if ((kind.isInbound || kind.status === 'read') && phoneKey > 0) this.#people.add(phoneKey);
  }

  has(personKey: number): boolean {
    return this.#people.has(personKey);
  }

  merge(saved: SavedPeople): void {
    this.#people.merge(saved);
  }

  save(): SavedPeople {
    return this.#people.save();
  }

  get caps() {
    const text = say`More people got messages than are remembered: lists of numbers to stop may hold one that was reached.`;
    return [{ id: 'reached-capped', count: this.#people.overflow, text }];
  }
}

export const reached: TableKind<Reached, SavedPeople, Options> = {
  id: 'reached',
  version: 1,
  counts: 'all',
  needs: ['to'],
  options: () => ({ limits: { people: 2_000_000 } }),
  make: (options) => new Reached(options),
};
