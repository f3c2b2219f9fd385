import type { Outcome } from '../../../catalog/category.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { ours, say } from '../../report/sentence.ts';
import { Durations, type SavedDurations } from '../cells/durations.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';
import { OTHER_SENDERS } from './routes.ts';

interface Options extends CountingOptions {
  readonly limits: { readonly senders: number };
}

interface Saved {
  readonly senders: readonly (readonly [sender: string, queue: SavedDurations, carrier: SavedDurations])[];
  /** Messages of senders that did not fit. */
  readonly overflow: number;
}

/** How long the messages of one sender took. */
export class Delay {
  /** From creation until they were handed to the carrier. */
  readonly queue = new Durations();
  /** From then until a receipt settled them. */
  readonly carrier = new Durations();
}

const newDelay = (): Delay => new Delay();

/** How long outbound messages waited and travelled, by sender; empty where the log does not say when they were made. */
class Delays implements Table<Saved> {
  readonly #limits: Options['limits'];
  readonly senders = new Map<string, Delay>();
  #overflow = 0;
  #lastSender: string | undefined;
  #last = newDelay();

  constructor({ limits }: Options) {
    this.#limits = limits;
  }

  add(message: CountedMessage): void {
    const queue = message.queueSeconds;
    if (queue < 0) return;
    const { sender, kind } = message;
    if (sender !== this.#lastSender) {
      this.#last = this.#delayOf(sender);
      this.#lastSender = sender;
    }
    if (this.#isBeyond(sender)) this.#overflow += 1;
    this.#last.queue.add(queue);
    if (kind.outcome !== 'delivered' && kind.outcome !== 'undelivered') return;
    const carrier = message.carrierSeconds;
    if (carrier >= 0) this.#last.carrier.add(carrier);
  }

  merge({ senders, overflow }: Saved): void {
    this.#lastSender = undefined;
    for (const [sender, queue, carrier] of senders) {
      if (this.#isBeyond(sender)) this.#overflow += queue.reduce((sum, [, count]) => sum + count, 0);
      const delay = this.#delayOf(sender);
      delay.queue.merge(queue);
      delay.carrier.merge(carrier);
    }
    this.#overflow += overflow;
  }

  save(): Saved {
    return {
      senders: [...this.senders].map(([sender, { queue, carrier }]) => [sender, queue.save(), carrier.save()] as const),
      overflow: this.#overflow,
    };
  }

  get caps() {
    return [
      {
        id: 'delays-capped',
        count: this.#overflow,
        text: say`More senders than are timed apart (${this.#limits.senders}): how long these messages took stands under "${ours(OTHER_SENDERS)}".`,
      },
    ];
  }

  #isBeyond(sender: string): boolean {
    return this.senders.size >= this.#limits.senders && sender !== OTHER_SENDERS && !this.senders.has(sender);
  }

  #delayOf(sender: string): Delay {
    return entryOf(this.senders, this.#isBeyond(sender) ? OTHER_SENDERS : sender, newDelay);
  }
}

/** Handed to a carrier or a channel: of what failed before, a time of sending says nothing. */
const HANDED_ON: readonly Outcome[] = ['delivered', 'undelivered', 'no-receipt'];

export const delays: TableKind<Delays, Saved, Options> = {
  id: 'delays',
  version: 1,
  counts: 'outbound',
  wants: ({ outcome }) => HANDED_ON.includes(outcome),
  needs: ['created', 'sent'],
  options: () => ({ limits: { senders: 2_000 } }),
  make: (options) => new Delays(options),
};
