import { KeyTable } from '../../memory/key-table.ts';
import { say } from '../../report/sentence.ts';
import { savedTime } from '../cells/saved.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';

interface Options extends CountingOptions {
  /** 23 to 46 bytes each. */
  readonly limits: { readonly people: number };
}

interface Saved {
  /** Key of a person (message/address.ts), and when they were last reached. */
  readonly people: readonly (readonly [person: number, last: number | null])[];
  readonly overflow: number;
}

/** People who are there: a message to them was delivered or read, or one came from them. */
class Reached implements Table<Saved> {
  readonly #people: KeyTable;
  /** Messages to or from people who did not fit. */
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#people = new KeyTable(limits.people);
  }

  add({ kind, personKey, phoneKey, time }: CountedMessage): void {
    if (personKey === 0) return;
    if (kind.outcome === 'delivered') this.#see(personKey, Number.isNaN(time) ? -Infinity : time);
    // Whoever writes to us or reads what we wrote, on any channel, has this number today; that a text reached it is not said.
    if ((kind.isInbound || kind.status === 'read') && phoneKey > 0) this.#see(phoneKey, -Infinity);
  }

  has(personKey: number): boolean {
    return this.#people.get(personKey) !== undefined;
  }

  /** Time of the newest message that was delivered to them, milliseconds; -Infinity where there is none, or its time is not known. */
  lastTime(personKey: number): number {
    return this.#people.get(personKey) ?? -Infinity;
  }

  merge({ people, overflow }: Saved): void {
    for (const [person, last] of people) this.#see(person, last ?? -Infinity);
    this.#overflow += overflow;
  }

  save(): Saved {
    return { people: Array.from(this.#people, ([person, last]) => [person, savedTime(last)]), overflow: this.#overflow };
  }

  get caps() {
    const text = say`More people got messages than are remembered: lists of numbers to stop may hold one that was reached.`;
    return [{ id: 'reached-capped', count: this.#overflow, text }];
  }

  #see(person: number, time: number): void {
    if (!this.#people.raise(person, time)) this.#overflow += 1;
  }
}

export const reached: TableKind<Reached, Saved, Options> = {
  id: 'reached',
  version: 2,
  counts: 'all',
  needs: ['to'],
  options: () => ({ limits: { people: 2_000_000 } }),
  make: (options) => new Reached(options),
};
