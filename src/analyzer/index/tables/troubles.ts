import { say } from '../../report/sentence.ts';
import { KeptMessages, type KeptMessage, type SavedMessage } from '../cells/kept-messages.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';

interface Options extends CountingOptions {
  /** Messages kept, 100 bytes each. */
  readonly limits: { readonly messages: number };
}

interface Saved {
  readonly messages: readonly SavedMessage[];
  readonly overflow: number;
}

/** Every outbound message that failed, one by one: what it has that a filter asks for, but not its text. */
class Troubles implements Table<Saved> {
  readonly #limit: number;
  readonly #messages = new KeptMessages();
  /** Failures that did not fit. */
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#limit = limits.messages;
  }

  add(message: CountedMessage): void {
    if (this.#messages.size < this.#limit) this.#messages.add(message);
    else this.#overflow += 1;
  }

  get size(): number {
    return this.#messages.size;
  }

  /** Failures that are not among them. */
  get overflow(): number {
    return this.#overflow;
  }

  /** Each in turn, in one object that is filled again; `place` is its number. */
  [Symbol.iterator](): IterableIterator<KeptMessage & { readonly place: number }> {
    return this.#messages[Symbol.iterator]();
  }

  merge({ messages, overflow }: Saved): void {
    const room = Math.max(0, this.#limit - this.#messages.size);
    this.#messages.merge(messages.slice(0, room));
    this.#overflow += overflow + Math.max(0, messages.length - room);
  }

  save(): Saved {
    return { messages: this.#messages.save(), overflow: this.#overflow };
  }

  get caps() {
    const text = say`More messages failed than are kept one by one (${this.#limit}): which finding explains them, what they cost it and what they have in common was told from the others.`;
    return [{ id: 'failures-capped', count: this.#overflow, text }];
  }
}

export type { Troubles };

export const troubles: TableKind<Troubles, Saved, Options> = {
  id: 'troubles',
  version: 3,
  counts: 'failures',
  needs: ['status'],
  isJudgedWhole: true,
  options: () => ({ limits: { messages: 1_000_000 } }),
  make: (options) => new Troubles(options),
};
