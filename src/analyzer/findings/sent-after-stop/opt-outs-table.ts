import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { ownText } from '../../memory/own-text.ts';
import { senderKind } from '../../message/sender-kind.ts';
import { say } from '../../report/sentence.ts';

interface Options extends CountingOptions {
  /** A keyword is the whole text (facts.yaml, opt-out-keywords, opt-in-keywords and opt-in-keywords-toll-free). */
  readonly stop: readonly string[];
  readonly start: readonly string[];
  readonly startTollFree: readonly string[];
  readonly limits: { readonly people: number };
}

/** A person's word to one of our numbers. */
export interface Word {
  /** Whom it was sent to: one of our senders, normalised; '' where the log does not say. */
  readonly to: string;
  /** Milliseconds. */
  readonly time: number;
  readonly isStop: boolean;
}

interface Person {
  readonly address: string;
  readonly words: Word[];
}

interface Saved {
  readonly people: readonly (readonly [
    key: number,
    address: string,
    words: readonly (readonly [to: string, time: number, isStop: boolean])[],
  ])[];
  readonly overflow: number;
}

/** Who opted out of which of our senders and when, and who opted in again. */
class OptOuts implements Table<Saved> {
  readonly people = new Map<number, Person>();
  readonly #stop: ReadonlySet<string>;
  readonly #start: ReadonlySet<string>;
  readonly #startTollFree: ReadonlySet<string>;
  readonly #limit: number;
  #overflow = 0;

  constructor({ stop, start, startTollFree, limits }: Options) {
    this.#stop = new Set(stop);
    this.#start = new Set(start);
    this.#startTollFree = new Set(startTollFree);
    this.#limit = limits.people;
  }

  add(message: CountedMessage): void {
    const { personKey, time } = message;
    if (personKey === 0 || Number.isNaN(time)) return;
    const word = message.keyword();
    const isStop = this.#stop.has(word);
    if (!isStop && !this.#start.has(word)) return;
    const to = ownText(message.addressee());
    // A word that this number does not take changes nothing.
    if (!isStop && senderKind(to) === 'toll-free' && !this.#startTollFree.has(word)) return;
    this.#person(personKey, () => message.personText())?.words.push({ to, time, isStop });
  }

  merge({ people, overflow }: Saved): void {
    this.#overflow += overflow;
    for (const [key, address, words] of people) {
      this.#person(key, () => address)?.words.push(...words.map(([to, time, isStop]) => ({ to, time, isStop })));
    }
  }

  save(): Saved {
    return {
      people: [...this.people].map(([key, { address, words }]) => [
        key,
        address,
        words.map(({ to, time, isStop }) => [to, time, isStop] as const),
      ]),
      overflow: this.#overflow,
    };
  }

  get caps() {
    const text = say`More people texted STOP or START than are remembered: whether others were written to afterwards is not judged.`;
    return [{ id: 'opt-outs-capped', count: this.#overflow, text }];
  }

  #person(key: number, address: () => string): Person | undefined {
    if (!this.people.has(key) && this.people.size >= this.#limit) {
      this.#overflow += 1;
      return undefined;
    }
    return entryOf(this.people, key, () => ({ address: ownText(address()), words: [] }));
  }
}

export const optOuts: TableKind<OptOuts, Saved, Options> = {
  id: 'opt-outs',
  version: 1,
  counts: 'inbound',
  needs: ['body', 'from', 'sent'],
  options: ({ optOutKeywords, optInKeywords, optInKeywordsTollFree }) => ({
    stop: optOutKeywords,
    start: optInKeywords,
    startTollFree: optInKeywordsTollFree,
    limits: { people: 100_000 },
  }),
  make: (options) => new OptOuts(options),
};
