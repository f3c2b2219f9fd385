import type { CountedMessage } from '../counted-message.ts';
import { KeySet } from '../../memory/key-table.ts';

/** Longest body that can be one keyword with spaces around it. */
const KEYWORD_LENGTH = 24;
const LIMIT = 500_000;

/** People who texted an opt-out keyword in this log; the keyword is the whole text (facts.yaml opt-out-keywords). */
export class Stops {
  readonly #keywords: ReadonlySet<string>;
  readonly #people = new KeySet(LIMIT);

  constructor(keywords: Iterable<string>) {
    this.#keywords = new Set(keywords);
  }

  /** @param message an inbound one */
  add(message: CountedMessage): void {
    if (message.personKey === 0) return;
    const body = message.body();
    if (body.length <= KEYWORD_LENGTH && this.#keywords.has(body.trim().toUpperCase())) this.#people.add(message.personKey);
  }

  has(personKey: number): boolean {
    return this.#people.has(personKey);
  }

  merge(other: Stops): void {
    for (const person of other.#people) this.#people.add(person);
  }
}
