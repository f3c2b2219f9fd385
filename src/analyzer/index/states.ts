import type { Field } from '../message/fields.ts';
import type { DateOrder, TimeChoice } from '../message/time/loose-times.ts';
import { KeyTable } from '../memory/key-table.ts';
import type { Kind } from '../message/kind.ts';

/** Ways in which rows of one state differ. */
export const STATE_TIES = 4_096;
const RANKS = 16;
const FLAGS = 4;
/** Seconds since 1970 up to the year 2106. */
const SECONDS = 2 ** 32;

/**
 * One number for the state of a message. A later phase of its life is higher: a message that has ended does not go back, though
 * the time in a row may be when a program heard of it, in whatever order that was (facts.yaml `callback-order`). Within a phase a
 * later time is higher, at the same time a later status, then one with an error code, then a priced one. Where all of these tie,
 * what the row says decides, so that the order of rows never does.
 *
 * @param time milliseconds; NaN is older than any
 * @param tie any whole number made from the row's code, price and person
 */
export function stateOf(
  time: number,
  { phase, rank, code }: Pick<Kind, 'phase' | 'rank' | 'code'>,
  isPriced: boolean,
  tie: number,
): number {
  const seconds = Number.isNaN(time) || time < 0 ? 0 : Math.min(SECONDS - 1, Math.floor(time / 1000));
  const flags = (code === undefined ? 0 : 2) + (isPriced ? 1 : 0);
  // Below 2 ** 53: the phase takes 3 bits, seconds 32, rank and flags 6, the tie 12.
  return (((phase * SECONDS + seconds) * RANKS + rank) * FLAGS + flags) * STATE_TIES + (tie - Math.floor(tie / STATE_TIES) * STATE_TIES);
}

/**
 * What is known before a reading, from the reader or from an earlier one. Which rows of the messages that stand in several rows count: those in the winning state. Rows of other messages count where
 * they are met first.
 */
export interface Plan {
  /** Fingerprint of the SID -> the winning state; -1 where a row of another part wins. */
  readonly winners: KeyTable;
  /** What a reader says of times that leave something out, and of the columns of a table: field -> heading. */
  readonly told?: TimeChoice & { readonly columns?: ReadonlyMap<Field, string> | undefined };
  /** Place of a source, those in a zip counted one by one -> the order of its dates that it showed itself. */
  readonly orders?: ReadonlyMap<number, DateOrder>;
}

/** Messages that were looked at one by one: the fingerprint of each SID and its highest state; winners where an older one was counted first. */
export interface SeenMessages {
  readonly pairs: Iterable<readonly [key: number, state: number]>;
  readonly plan: { readonly winners: Iterable<readonly [key: number, state: number]> };
}

export const noPlan: Plan = { winners: new KeyTable(0) };

interface Options {
  /** SIDs remembered: 23 to 46 bytes each. */
  readonly sids: number;
  /** Messages whose latest state is kept for the second reading. */
  readonly superseded: number;
}

export const stateLimits: Options = { sids: 4_000_000, superseded: 4_000_000 };

/**
 * One message, one state: finds rows that repeat a message, by fingerprints of SIDs in typed arrays.
 *
 * A message is counted where it is met first. When a later row holds a later state, the first count is wrong: the state goes
 * into the plan of a second reading, in which only rows in their latest state count. Separate from all tables, so that parts of a log,
 * threads and machines agree.
 */
export class States implements SeenMessages {
  readonly #plan: Plan;
  readonly #states: KeyTable;
  readonly #latest: KeyTable;
  /** Messages whose latest state was met after an older one was counted. */
  superseded = 0;
  /** Rows that could not be checked because the table was full: each was counted. */
  unchecked = 0;

  /** @param expected messages that will come, as far as anybody knows */
  constructor(plan: Plan = noPlan, limits: Options = stateLimits, expected = 0) {
    this.#plan = plan;
    this.#states = new KeyTable(limits.sids, expected);
    this.#latest = new KeyTable(limits.superseded);
  }

  /** Every message that was looked at: the fingerprint of its SID and its highest state. */
  get pairs(): Iterable<readonly [key: number, state: number]> {
    return this.#states;
  }

  /** What the next reading of the same rows needs to know; no winner where this one was right. */
  get plan(): Plan {
    return { winners: this.#latest };
  }

  /**
   * Whether a row counts. Ask once for each row that has a SID, in the order of the rows.
   *
   * @param key fingerprint of the SID (message/sid.ts), not 0
   */
  counts(key: number, state: number): boolean {
    const { winners } = this.#plan;
    const winner = winners.size === 0 ? undefined : winners.get(key);
    if (winner !== undefined && state !== winner) return false;
    const before = this.#states.size;
    const known = this.#states.getOrSet(key, state);
    if (known === undefined) {
      if (this.#states.size === before) this.unchecked += 1;
      return true;
    }
    if (state > known) {
      this.#states.set(key, state);
      this.superseded += 1;
      this.#latest.set(key, state);
    }
    return false;
  }

  /**
   * The same for many rows at once: looks that stand close together wait for memory at the same time.
   *
   * @param keys fingerprints of SIDs; 0 for a row that tells none, and counts
   * @param repeats takes 1 for each row that does not count, 0 for the others
   */
  findRepeats(keys: Float64Array, states: Float64Array, rows: number, repeats: Uint8Array): void {
    for (let row = 0; row < rows; row += 1) {
      const key = keys[row] ?? 0;
      repeats[row] = key === 0 || this.counts(key, states[row] ?? 0) ? 0 : 1;
    }
  }

  /**
   * The plans of parts of one log that were looked at apart: counted with these, merged tables hold every message once, in the
   * state that wins over all parts; on a tie in the earliest part.
   *
   * @returns a plan for each part, in the same order; parts that share no message and hold none twice need none
   */
  static plansOf(parts: readonly SeenMessages[]): readonly Plan[] {
    const plans = parts.map(({ plan }) => {
      const winners = new KeyTable(Infinity);
      for (const [key, state] of plan.winners) winners.set(key, state);
      return winners;
    });
    const best = new Map<number, { readonly state: number; readonly part: number }>();
    for (const [part, { pairs }] of parts.entries()) {
      for (const [key, state] of pairs) {
        const known = best.get(key);
        if (known === undefined) {
          best.set(key, { state, part });
          continue;
        }
        const winner = state > known.state ? { state, part } : known;
        const loser = winner === known ? part : known.part;
        best.set(key, winner);
        plans[winner.part]?.set(key, winner.state);
        plans[loser]?.set(key, -1);
      }
    }
    return plans.map((winners) => ({ winners }));
  }
}
