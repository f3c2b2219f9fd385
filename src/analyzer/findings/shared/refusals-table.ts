import { savedTime } from '../../index/cells/saved.ts';
import type { HasSid } from '../../index/cells/newest.ts';
import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { bySid, cutSid } from '../../message/stand-in.ts';
import { entryOf } from '../../memory/entry-of.ts';
import { ownText } from '../../memory/own-text.ts';
import { ours, say } from '../../report/sentence.ts';

const DAY_MS = 86_400_000;

interface Options extends CountingOptions {
  /** Error codes whose people are kept one by one. */
  readonly codes: readonly string[];
  /** Id of the finding that lists them. */
  readonly finding: string;
  /** Days of one person and code that are told apart; rules ask for two or three. */
  readonly daysKept: number;
  /** Pairs of person and code, about 300 bytes each. */
  readonly limits: { readonly pairs: number };
}

interface SavedRefusal {
  readonly code: string;
  readonly key: number;
  readonly person: string;
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly newestSid: string;
  readonly days: readonly number[];
}

interface Saved {
  readonly refusals: readonly SavedRefusal[];
  readonly overflow: number;
}

/** Failures of one person with one error code; a log can have a hundred thousand of these, so they are small. */
export class Refusal {
  /** The person's address. */
  readonly person: string;
  count = 0;
  /** Milliseconds; Infinity and -Infinity while no message has a time. */
  first = Infinity;
  last = -Infinity;
  /** SID of the newest message. */
  newestSid = '';
  /** Days (UTC, numbered from 1970) on which they failed; as many as the options keep. */
  readonly days: number[] = [];

  constructor(person: string) {
    this.person = person;
  }

  /** @param from the SID of the newest of these failures, or what tells it when it is asked */
  see(count: number, first: number, last: number, from: string | HasSid): void {
    this.count += count;
    // The newest SID; where times tie the first in the order of SIDs, so that no order of rows matters.
    if (this.newestSid === '' || last >= this.last) {
      const sid = typeof from === 'string' ? from : from.sid();
      if (this.newestSid === '' || last > this.last || bySid(sid, this.newestSid) < 0) this.newestSid = ownText(cutSid(sid));
    }
    if (first < this.first) this.first = first;
    if (last > this.last) this.last = last;
  }

  /** @param most days that are kept */
  failedOn(day: number, most: number): void {
    if (this.days.length < most && !this.days.includes(day)) this.days.push(day);
  }
}

/** Outbound failures with some codes, person by person: what findings that list people are made from. */
export class RefusalsTable implements Table<Saved> {
  readonly #finding: string;
  readonly #limit: number;
  readonly #daysKept: number;
  readonly #byCode = new Map<string, Map<number, Refusal>>();
  #pairs = 0;
  /** Failures of people who did not fit. */
  overflow = 0;

  constructor({ finding, daysKept, limits }: Options) {
    this.#finding = finding;
    this.#daysKept = daysKept;
    this.#limit = limits.pairs;
  }

  add(message: CountedMessage): void {
    const { kind, personKey, time } = message;
    if (kind.code === undefined || personKey === 0) return;
    const refusal = this.#of(kind.code, personKey, message, 1);
    if (refusal === undefined) return;
    refusal.see(1, time, time, message);
    if (!Number.isNaN(time)) refusal.failedOn(Math.floor(time / DAY_MS), this.#daysKept);
  }

  /** Person (key of message/address.ts) -> failures with this code. */
  of(code: string): ReadonlyMap<number, Refusal> {
    return this.#byCode.get(code) ?? new Map<number, Refusal>();
  }

  merge({ refusals, overflow }: Saved): void {
    for (const { code, key, person, count, first, last, newestSid, days } of refusals) {
      const refusal = this.#of(code, key, person, count);
      refusal?.see(count, first ?? Infinity, last ?? -Infinity, newestSid);
      for (const day of days) refusal?.failedOn(day, this.#daysKept);
    }
    this.overflow += overflow;
  }

  save(): Saved {
    const refusals = [...this.#byCode].flatMap(([code, people]) =>
      [...people].map(([key, { person, count, first, last, newestSid, days }]) => ({
        code,
        key,
        person,
        count,
        first: savedTime(first),
        last: savedTime(last),
        newestSid,
        days,
      })),
    );
    return { refusals, overflow: this.overflow };
  }

  get caps() {
    const text = say`More people were refused than are kept one by one (${this.#limit}): these messages are missing from the finding "${ours(this.#finding)}" and its list.`;
    return [{ id: 'people-capped', count: this.overflow, text }];
  }

  /** @param from the person's address, or the message that tells it when it is asked */
  #of(code: string, key: number, from: string | CountedMessage, messages: number): Refusal | undefined {
    const people = entryOf(this.#byCode, code, () => new Map<number, Refusal>());
    const known = people.get(key);
    if (known !== undefined) return known;
    if (this.#pairs >= this.#limit) {
      this.overflow += messages;
      return undefined;
    }
    const refusal = new Refusal(ownText(typeof from === 'string' ? from : from.personText()));
    people.set(key, refusal);
    this.#pairs += 1;
    return refusal;
  }
}

export type RefusalsKind = TableKind<RefusalsTable, Saved, Options>;

/**
 * The table of failures with some codes, person by person.
 *
 * @param finding id of the one that brings it
 */
export const refusalsTable = (finding: string, codes: readonly string[]): RefusalsKind => ({
  id: `refusals of ${finding}`,
  version: 1,
  counts: 'failures',
  wants: ({ code }) => code !== undefined && codes.includes(code),
  needs: ['to', 'errorCode'],
  options: () => ({ codes, finding, daysKept: 8, limits: { pairs: 200_000 } }),
  make: (options) => new RefusalsTable(options),
});
