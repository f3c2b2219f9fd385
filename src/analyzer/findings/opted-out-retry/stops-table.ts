import { People, type SavedPeople } from '../../index/cells/people.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  /** The keyword is the whole text (facts.yaml, opt-out-keywords). */
  readonly keywords: readonly string[];
  readonly limits: { readonly people: number };
}

/** People who texted an opt-out keyword in this log. */
class StopsTable implements Table<SavedPeople> {
  readonly #keywords: ReadonlySet<string>;
  readonly #people: People;

  constructor({ keywords, limits }: Options) {
    this.#keywords = new Set(keywords);
    this.#people = new People(limits.people);
  }

  add(message: CountedMessage): void {
    if (message.personKey === 0 || !this.#keywords.has(message.keyword())) return;
    this.#people.add(message.personKey);
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
    const text = say`More people texted STOP than are remembered: how many of those refused had done so in this log is too low.`;
    return [{ id: 'stops-capped', count: this.#people.overflow, text }];
  }
}

export const stops: TableKind<StopsTable, SavedPeople, Options> = {
  id: 'stops',
  version: 1,
  counts: 'inbound',
  needs: ['body', 'from'],
  options: ({ optOutKeywords }) => ({ keywords: optOutKeywords, limits: { people: 500_000 } }),
  make: (options) => new StopsTable(options),
};
