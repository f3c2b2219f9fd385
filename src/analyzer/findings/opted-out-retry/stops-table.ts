import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { KeySet } from '../../memory/key-table.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  /** The keyword is the whole text (facts.yaml, opt-out-keywords). */
  readonly keywords: readonly string[];
  readonly limits: { readonly people: number };
}

interface Saved {
  /** Keys of people (message/address.ts). */
  readonly people: readonly number[];
  readonly overflow: number;
}

/** Longest body that can be one keyword with spaces around it. */
const KEYWORD_LENGTH = 24;

/** People who texted an opt-out keyword in this log. */
class StopsTable implements Table<Saved> {
  readonly #keywords: ReadonlySet<string>;
  readonly #people: KeySet;
  #overflow = 0;

  constructor({ keywords, limits }: Options) {
    this.#keywords = new Set(keywords);
    this.#people = new KeySet(limits.people);
  }

  add(message: CountedMessage): void {
    if (message.personKey === 0) return;
    const body = message.body();
    if (body.length > KEYWORD_LENGTH || !this.#keywords.has(body.trim().toUpperCase())) return;
    if (!this.#people.add(message.personKey)) this.#overflow += 1;
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
    const text = say`More people texted STOP than are remembered: how many of those refused had done so in this log is too low.`;
    return [{ id: 'stops-capped', count: this.#overflow, text }];
  }
}

export const stops: TableKind<StopsTable, Saved, Options> = {
  id: 'stops',
  version: 1,
  counts: 'inbound',
  needs: ['body', 'from'],
  options: ({ optOutKeywords }) => ({ keywords: optOutKeywords, limits: { people: 500_000 } }),
  make: (options) => new StopsTable(options),
};
