import { ownText } from '../../memory/own-text.ts';
import type { CountedMessage } from '../counted-message.ts';
import { KeySet } from '../../memory/key-table.ts';
import { entryOf } from '../cells/tally.ts';

const DAY_MS = 86_400_000;
/** Most days of one person and code that are told apart; rules ask for two or three. */
const DAYS_KEPT = 8;
/** People who got or sent at least one message: 12 to 24 bytes each. */
const REACHED_LIMIT = 2_000_000;
/** Pairs of person and error code: about 300 bytes each. */
const TROUBLE_LIMIT = 200_000;

/** Messages to one person with one error code; a log can have a hundred thousand of these, so they are small. */
export class Trouble {
  /** The person's address. */
  readonly person: string;
  count = 0;
  /** Messages of these that failed. */
  failures = 0;
  /** Milliseconds; Infinity and -Infinity while no message has a time. */
  first = Infinity;
  last = -Infinity;
  /** SID of the newest message. */
  newestSid = '';
  /** Days (UTC, numbered from 1970) on which they failed, at most eight. */
  days: readonly number[] = [];

  constructor(person: string) {
    this.person = person;
  }

  add(time: number, sid: string, isFailure: boolean): void {
    this.count += 1;
    this.#see(time, time, sid);
    if (!isFailure) return;
    this.failures += 1;
    if (!Number.isNaN(time)) this.#addDay(Math.floor(time / DAY_MS));
  }

  merge(other: Trouble): void {
    this.count += other.count;
    this.failures += other.failures;
    this.#see(other.first, other.last, other.newestSid);
    for (const day of other.days) this.#addDay(day);
  }

  /** The newest SID; where times tie the first in the alphabet, so that no order of rows matters. */
  #see(first: number, last: number, sid: string): void {
    if (this.newestSid === '' || last > this.last || (last === this.last && sid < this.newestSid)) this.newestSid = ownText(sid);
    if (first < this.first) this.first = first;
    if (last > this.last) this.last = last;
  }

  #addDay(day: number): void {
    if (this.days.length < DAYS_KEPT && !this.days.includes(day)) this.days = [...this.days, day];
  }
}

/** People by what happened to their messages: only those with an error code are kept one by one. */
export class People {
  readonly #reached: KeySet;
  readonly #troubleLimit: number;
  /** Error code -> person -> messages with that code. */
  readonly byCode = new Map<string, Map<number, Trouble>>();
  #troubles = 0;
  /** Messages that reached or came from people who did not fit. */
  reachedOverflow = 0;
  /** Messages with a code to people who did not fit. */
  troubleOverflow = 0;

  constructor(reachedLimit = REACHED_LIMIT, troubleLimit = TROUBLE_LIMIT) {
    this.#reached = new KeySet(reachedLimit);
    this.#troubleLimit = troubleLimit;
  }

  add(message: CountedMessage): void {
    const { kind, personKey, time } = message;
    if (personKey === 0) return;
    if (kind.outcome === 'delivered' && !this.#reached.add(personKey)) this.reachedOverflow += 1;
    // Whoever writes to us or reads what we wrote, on any channel, has this number today.
    if ((kind.isInbound || kind.status === 'read') && message.phoneKey > 0 && !this.#reached.add(message.phoneKey))
      this.reachedOverflow += 1;
    if (kind.code === undefined) return;
    const trouble = this.#troubleOf(kind.code, personKey, () => message.personText());
    if (trouble === undefined) {
      this.troubleOverflow += 1;
      return;
    }
    trouble.add(time, message.sid(), kind.isFailure);
  }

  /** Whether this person is there: a message to them was delivered or read, or one came from them. */
  isReached(personKey: number): boolean {
    return this.#reached.has(personKey);
  }

  merge(other: People): void {
    for (const person of other.#reached) if (!this.#reached.add(person)) this.reachedOverflow += 1;
    for (const [code, people] of other.byCode) {
      for (const [key, trouble] of people) {
        const own = this.#troubleOf(code, key, () => trouble.person);
        if (own === undefined) this.troubleOverflow += trouble.count;
        else own.merge(trouble);
      }
    }
    this.reachedOverflow += other.reachedOverflow;
    this.troubleOverflow += other.troubleOverflow;
  }

  #troubleOf(code: string, key: number, person: () => string): Trouble | undefined {
    const people = entryOf(this.byCode, code, () => new Map<number, Trouble>());
    const known = people.get(key);
    if (known !== undefined) return known;
    if (this.#troubles >= this.#troubleLimit) return undefined;
    const made = new Trouble(ownText(person()));
    people.set(key, made);
    this.#troubles += 1;
    return made;
  }
}
