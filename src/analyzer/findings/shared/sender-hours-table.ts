import { Tally, type SavedTally } from '../../index/cells/tally.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { KeySet } from '../../memory/key-table.ts';
import { ownText } from '../../memory/own-text.ts';
import { say } from '../../report/sentence.ts';

export const HOUR_MS = 3_600_000;
/** The hour of messages without a time, and of those beyond the limit of hours. */
export const NO_HOUR = -1;

interface Options extends CountingOptions {
  /** Codes whose failures are counted hour by hour. */
  readonly codes: readonly string[];
  readonly limits: {
    readonly senders: number;
    /** Pairs of sender and hour, about 200 bytes each. */
    readonly hours: number;
    /** People told apart by sender and code, 12 to 24 bytes each. */
    readonly people: number;
  };
}

/** Outbound messages of one sender within an hour (number of hours since 1970 in UTC). */
export interface SenderHour {
  outbound: number;
  /** By error code. */
  readonly failures: Map<string, Tally>;
}

interface Saved {
  readonly senders: readonly {
    readonly sender: string;
    readonly hours: readonly (readonly [
      hour: number,
      outbound: number,
      failures: readonly (readonly [code: string, tally: SavedTally])[],
    ])[];
    readonly people: readonly (readonly [code: string, keys: readonly number[]])[];
  }[];
  readonly overflow: readonly [senders: number, hours: number, people: number];
}

const tallyOf = ({ failures }: SenderHour, code: string): Tally => entryOf(failures, code, () => new Tally());

class HoursOfSender {
  readonly hours = new Map<number, SenderHour>();
  readonly people = new Map<string, KeySet>();
}

/** Outbound messages sender by sender and hour by hour, with the failures that may be the sender's fault. */
class SenderHours implements Table<Saved> {
  readonly senders = new Map<string, HoursOfSender>();
  readonly #codes: ReadonlySet<string>;
  readonly #limits: Options['limits'];
  readonly #overflow: [senders: number, hours: number, people: number] = [0, 0, 0];
  #hours = 0;
  #people = 0;
  #lastSender: string | undefined;
  #last: HoursOfSender | undefined;

  constructor({ codes, limits }: Options) {
    this.#codes = new Set(codes);
    this.#limits = limits;
  }

  add(message: CountedMessage): void {
    const { kind, time, sender, personKey } = message;
    if (sender !== this.#lastSender) {
      this.#lastSender = sender;
      this.#last = this.#senderOf(sender);
    }
    const one = this.#last;
    if (one === undefined) {
      this.#overflow[0] += 1;
      return;
    }
    const cell = this.#hourOf(one, Number.isNaN(time) ? NO_HOUR : Math.floor(time / HOUR_MS), 1);
    cell.outbound += 1;
    if (!kind.isFailure || kind.code === undefined || !this.#codes.has(kind.code)) return;
    tallyOf(cell, kind.code).add(time, message);
    if (personKey !== 0) this.#person(one, kind.code, personKey);
  }

  merge({ senders, overflow }: Saved): void {
    for (const { sender, hours, people } of senders) {
      const one = this.#senderOf(sender);
      if (one === undefined) {
        this.#overflow[0] += hours.reduce((sum, [, outbound]) => sum + outbound, 0);
        continue;
      }
      for (const [hour, outbound, failures] of hours) {
        const cell = this.#hourOf(one, hour, outbound);
        cell.outbound += outbound;
        for (const [code, tally] of failures) tallyOf(cell, code).merge(tally);
      }
      for (const [code, keys] of people) for (const key of keys) this.#person(one, code, key);
    }
    for (const [place, count] of overflow.entries()) this.#overflow[place] = (this.#overflow[place] ?? 0) + count;
  }

  save(): Saved {
    return {
      senders: [...this.senders].map(([sender, { hours, people }]) => ({
        sender,
        hours: [...hours].map(([hour, { outbound, failures }]) => [
          hour,
          outbound,
          [...failures].map(([code, tally]) => [code, tally.save()] as const),
        ]),
        people: [...people].map(([code, keys]) => [code, [...keys]] as const),
      })),
      overflow: this.#overflow,
    };
  }

  get caps() {
    const [senders, hours, people] = this.#overflow;
    return [
      {
        id: 'sender-hours-senders-capped',
        count: senders,
        text: say`More senders than are followed hour by hour (${this.#limits.senders}): whether the others are blocked or filtered is not judged.`,
      },
      {
        id: 'sender-hours-capped',
        count: hours,
        text: say`More hours of senders than are kept apart: since when a sender is blocked or filtered is less exact for some.`,
      },
      {
        id: 'sender-people-capped',
        count: people,
        text: say`More people than are told apart by sender: how many a blocked sender fails to reach is too low.`,
      },
    ];
  }

  #senderOf(sender: string): HoursOfSender | undefined {
    const known = this.senders.get(sender);
    if (known !== undefined) return known;
    if (this.senders.size >= this.#limits.senders) return undefined;
    const made = new HoursOfSender();
    this.senders.set(ownText(sender), made);
    return made;
  }

  #hourOf({ hours }: HoursOfSender, hour: number, messages: number): SenderHour {
    const known = hours.get(hour);
    if (known !== undefined) return known;
    const isFull = this.#hours >= this.#limits.hours && hour !== NO_HOUR;
    if (isFull) this.#overflow[1] += messages;
    else this.#hours += 1;
    return entryOf(hours, isFull ? NO_HOUR : hour, () => ({ outbound: 0, failures: new Map<string, Tally>() }));
  }

  #person({ people }: HoursOfSender, code: string, key: number): void {
    const keys = entryOf(people, code, () => new KeySet(this.#limits.people));
    if (keys.has(key)) return;
    if (this.#people >= this.#limits.people) {
      this.#overflow[2] += 1;
      return;
    }
    keys.add(key);
    this.#people += 1;
  }
}

/** Senders hour by hour, with failures that a carrier's refusal of the sender may explain: unreachable, filtered. */
export const senderHours: TableKind<SenderHours, Saved, Options> = {
  id: 'sender hours',
  version: 1,
  counts: 'outbound',
  needs: ['from', 'status', 'errorCode'],
  options: () => ({ codes: ['30003', '30007'], limits: { senders: 5_000, hours: 100_000, people: 500_000 } }),
  make: (options) => new SenderHours(options),
};
