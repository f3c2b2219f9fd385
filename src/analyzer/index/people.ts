import { ownText } from '../own-text.ts';
import type { Counted } from './counted.ts';
import { KeyTable } from './key-table.ts';
import { entryOf, Tally } from './tally.ts';

const DAY_MS = 86_400_000;
/** Most days of one person and code that are told apart; rules ask for two or three. */
const DAYS_KEPT = 8;
/** People who got at least one message: 12 to 24 bytes each. */
const REACHED_LIMIT = 2_000_000;
/** Pairs of person and error code: about 300 bytes each. */
const TROUBLE_LIMIT = 200_000;

/** Messages to one person with one error code. */
export class Trouble extends Tally {
  /** The person's address. */
  readonly person: string;
  /** Messages of these that failed. */
  failures = 0;
  /** Days (UTC, numbered from 1970) on which they failed, at most eight. */
  readonly days = new Set<number>();

  constructor(person: string) {
    super();
    this.person = person;
  }

  override merge(other: Trouble): void {
    super.merge(other);
    this.failures += other.failures;
    for (const day of other.days) this.addDay(day);
  }

  addDay(day: number): void {
    if (this.days.size < DAYS_KEPT) this.days.add(day);
  }
}

/** People by what happened to their messages: only those with an error code are kept one by one. */
export class People {
  readonly #reached: KeyTable;
  readonly #troubleLimit: number;
  /** Error code -> person -> messages with that code. */
  readonly byCode = new Map<string, Map<number, Trouble>>();
  #troubles = 0;
  /** Delivered messages to people who did not fit. */
  reachedOverflow = 0;
  /** Messages with a code to people who did not fit. */
  troubleOverflow = 0;

  constructor(reachedLimit = REACHED_LIMIT, troubleLimit = TROUBLE_LIMIT) {
    this.#reached = new KeyTable(reachedLimit);
    this.#troubleLimit = troubleLimit;
  }

  add(message: Counted): void {
    const { kind, personKey, time } = message;
    if (personKey === 0) return;
    if (kind.outcome === 'delivered' && this.#reached.entry(personKey) < 0) this.reachedOverflow += 1;
    if (kind.code === undefined) return;
    const trouble = this.#troubleOf(kind.code, personKey, () => message.personText());
    if (trouble === undefined) {
      this.troubleOverflow += 1;
      return;
    }
    trouble.add(time, message.sid());
    if (!kind.isFailure) return;
    trouble.failures += 1;
    if (!Number.isNaN(time)) trouble.addDay(Math.floor(time / DAY_MS));
  }

  /** Whether any message to this person was delivered. */
  isReached(personKey: number): boolean {
    return this.#reached.find(personKey) >= 0;
  }

  merge(other: People): void {
    for (let entry = 0; entry < other.#reached.size; entry += 1) {
      if (this.#reached.entry(other.#reached.key(entry)) < 0) this.reachedOverflow += 1;
    }
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
