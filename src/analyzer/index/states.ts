import { hashText } from '../memory/hash.ts';
import { KeyTable } from '../memory/key-table.ts';

/** Message SIDs remembered to find duplicates: 23 to 46 bytes each. */
const SEEN_LIMIT = 4_000_000;
const SUPERSEDED_LIMIT = 500_000;
const RANKS = 32;

/** SID fingerprint -> the latest state of a message that stands in the log in several states. */
export type LatestStates = ReadonlyMap<number, number>;

/**
 * One number for the state of a message: a later time is higher, at the same time a later status, then a priced one.
 *
 * @param rank of the status, 0 to 15 (kind.ts)
 */
export const stateOf = (time: number, rank: number, isPriced: boolean): number =>
  (Number.isNaN(time) || time < 0 ? 0 : Math.floor(time / 1000)) * RANKS + rank * 2 + (isPriced ? 1 : 0);

/**
 * Finds rows that repeat a message, by fingerprints of SIDs in typed arrays.
 *
 * A message is counted where it is met first. When a later row holds a later state, the first count is wrong: the state
 * goes into `latest`, and the log is read once more with it, so that only rows in their latest state count.
 */
export class SeenMessages {
  readonly #table: KeyTable;
  readonly #winners: LatestStates;
  readonly #latest = new Map<number, number>();
  /** Messages whose latest state was met after an older one. */
  superseded = 0;
  /** Rows that could not be checked because the table was full. */
  unchecked = 0;

  constructor(winners: LatestStates, limit = SEEN_LIMIT) {
    this.#winners = winners;
    this.#table = new KeyTable(limit);
  }

  /** What the next reading needs to know. */
  get latest(): LatestStates {
    return this.#latest;
  }

  /** Whether a row repeats a message and must not be counted. */
  isRepeat(sid: string, state: number): boolean {
    const key = hashText(sid);
    const winner = this.#winners.size === 0 ? undefined : this.#winners.get(key);
    if (winner !== undefined && state < winner) return true;
    const known = this.#table.get(key);
    if (known === undefined) {
      if (!this.#table.set(key, state)) this.unchecked += 1;
      return false;
    }
    if (state > known) {
      this.#table.set(key, state);
      this.superseded += 1;
      if (this.#latest.size < SUPERSEDED_LIMIT || this.#latest.has(key)) this.#latest.set(key, state);
    }
    return true;
  }
}
