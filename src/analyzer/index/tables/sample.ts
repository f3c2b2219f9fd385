import { diceOf } from '../cells/dice.ts';
import { KeptMessages, type KeptMessage, type SavedMessage } from '../cells/kept-messages.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountedMessages } from '../counted-messages.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';

interface Options extends CountingOptions {
  /** Messages kept at most. */
  readonly size: number;
}

interface Saved {
  /** Half of the messages were left out as many times. */
  readonly halvings: number;
  readonly messages: readonly SavedMessage[];
}

/** Messages kept at most. */
export const SAMPLE_SIZE = 16_384;
/** More halvings than this would be a log of one message over and over. */
export const MOST_HALVINGS = 30;

/**
 * Outbound messages that did not fail: all of them while they are few, else a fair part, one in 2, 4, 8 … of them. Which ones is
 * decided by the message alone, so that parts counted apart keep the same ones. Nothing is lost in any figure: it is what failures
 * are compared with.
 */
class Sample implements Table<Saved> {
  readonly #size: number;
  readonly #messages = new KeptMessages();
  #dice: number[] = [];
  #halvings = 0;

  constructor({ size }: Options) {
    this.#size = size;
  }

  add(message: CountedMessage): void {
    if (message.kind.isFailure) return;
    const dice = diceOf(message);
    if (!this.#takes(dice)) return;
    this.#messages.add(message);
    this.#dice.push(dice);
    this.#halve();
  }

  /** Those that would be left out again once all are here are never kept. */
  addMany(messages: CountedMessages, places: Uint32Array): void {
    const kindOf = messages.column('kind');
    const isFailure = messages.kinds.map((kind) => kind.isFailure);
    let some: (readonly [place: number, dice: number])[] = [];
    for (const place of places) {
      if (isFailure[kindOf[place] ?? 0] === true) continue;
      const dice = diceOf(messages.message(place));
      if (this.#takes(dice)) some.push([place, dice]);
      while (this.#messages.size + some.length > this.#size && this.#halvings < MOST_HALVINGS) {
        this.#halvings += 1;
        this.#leaveOut();
        some = some.filter(([, one]) => this.#takes(one));
      }
    }
    for (const [place, dice] of some) {
      this.#messages.add(messages.message(place));
      this.#dice.push(dice);
    }
  }

  /** How many messages each one stands for. */
  get weight(): number {
    return 1 << this.#halvings;
  }

  [Symbol.iterator](): IterableIterator<KeptMessage> {
    return this.#messages[Symbol.iterator]();
  }

  merge({ halvings, messages }: Saved): void {
    const more = new KeptMessages();
    more.merge(messages);
    if (halvings > this.#halvings) {
      this.#halvings = halvings;
      this.#leaveOut();
    }
    for (const message of more) {
      const dice = diceOf(message);
      if (!this.#takes(dice)) continue;
      this.#messages.add(message);
      this.#dice.push(dice);
      this.#halve();
    }
  }

  /** Takes in messages that were chosen by the same dice elsewhere, where their people are not told. @param weight messages that each stands for */
  take(message: KeptMessage, weight: number): void {
    this.#halvings = Math.round(Math.log2(weight));
    this.#messages.add(message);
    this.#dice.push(0);
  }

  save(): Saved {
    return { halvings: this.#halvings, messages: this.#messages.save() };
  }

  readonly caps = [];

  #takes(dice: number): boolean {
    return (dice & (this.weight - 1)) === 0;
  }

  #halve(): void {
    while (this.#messages.size > this.#size && this.#halvings < MOST_HALVINGS) {
      this.#halvings += 1;
      this.#leaveOut();
    }
  }

  #leaveOut(): void {
    const dice = this.#dice;
    this.#messages.keep((place) => this.#takes(dice[place] ?? 0));
    this.#dice = dice.filter((one) => this.#takes(one));
  }
}

export const sample: TableKind<Sample, Saved, Options> = {
  id: 'sample',
  version: 4,
  counts: 'outbound',
  needs: [],
  options: () => ({ size: SAMPLE_SIZE, limits: {} }),
  make: (options) => new Sample(options),
};
