import { outcomes } from '../../catalog/category.ts';
import type { LogIndex, SavedIndex } from '../index/log-index.ts';
import { hours, HOUR_MS } from '../index/tables/hours.ts';
import { kinds } from '../index/tables/kinds.ts';
import { recipients } from '../index/tables/recipients.ts';
import { routes } from '../index/tables/routes.ts';
import { isTimed, times, YEAR_MS } from '../index/tables/times.ts';
import { entryOf } from '../memory/entry-of.ts';
import type { Kind } from '../message/kind.ts';
import { chosen } from './by-table.ts';
import { CHUNK } from './kept-columns.ts';
import type { KeptLog } from './kept-log.ts';
import type { Selection } from './selection.ts';

/** The tables that can be counted this way. */
export const quickTables = [kinds, times, hours, routes, recipients];

const OUTCOMES = outcomes.length;

/** What an hour holds: messages by slot, then the first and the last time of those that are timed. */
type Hour = Float64Array;
const FIRST = 2 * OUTCOMES;
const LAST = FIRST + 1;

/** Where a kind is counted: by its outcome, and behind all of these where it is not timed. */
const slotOf = (kind: Kind): number => kind.outcomeNumber + (isTimed(kind) ? 0 : OUTCOMES);

function newHour(): Hour {
  const hour = new Float64Array(LAST + 1);
  hour[FIRST] = Infinity;
  hour[LAST] = -Infinity;
  return hour;
}

/** What the loops over a chunk go through: for each message its numbers, and 1 where it passes. */
interface Messages {
  readonly length: number;
  readonly kindOf: Float64Array;
  readonly routeOf: Float64Array;
  readonly timeOf: Float64Array;
  readonly passes: Uint8Array;
}

// Loops over a chunk are functions of their own with nothing but numbers in them: an engine makes such a one quick before its first chunk is through.

function countShared({ length, kindOf, routeOf, passes }: Messages, slots: Uint8Array, byKind: Uint32Array, byRoute: Uint32Array): void {
  for (let at = 0; at < length; at += 1) {
    if (passes[at] === 0) continue;
    const kind = kindOf[at] ?? 0;
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    const place = (routeOf[at] ?? 0) * FIRST + (slots[kind] ?? 0);
    byRoute[place] = (byRoute[place] ?? 0) + 1;
  }
}

function countHours({ length, kindOf, timeOf, passes }: Messages, slots: Uint8Array, hourly: Map<number, Hour>): void {
  // Messages of one hour mostly stand together: its bounds are asked before it is worked out.
  let begin = NaN;
  let end = NaN;
  let hour = newHour();
  for (let at = 0; at < length; at += 1) {
    if (passes[at] === 0) continue;
    const time = timeOf[at] ?? NaN;
    if (!(time >= begin && time < end)) {
      if (Number.isNaN(time)) continue;
      const number = Math.floor(time / HOUR_MS);
      begin = number * HOUR_MS;
      end = begin + HOUR_MS;
      hour = entryOf(hourly, number, newHour);
    }
    const slot = slots[kindOf[at] ?? 0] ?? 0;
    hour[slot] = (hour[slot] ?? 0) + 1;
    if (slot >= OUTCOMES) continue;
    if (time < (hour[FIRST] ?? 0)) hour[FIRST] = time;
    if (time > (hour[LAST] ?? 0)) hour[LAST] = time;
  }
}

/** Counts by slot, or an hour, as tables save them: by outcome. */
const byOutcome = (counts: Uint32Array | Hour): readonly number[] =>
  outcomes.map((_, outcome) => (counts[outcome] ?? 0) + (counts[outcome + OUTCOMES] ?? 0));

/** An hour as the table of times saves a year, which always begins with an hour. */
function yearOf([number, hour]: readonly [number, Hour]): readonly (readonly number[])[] {
  const timed = hour.subarray(0, OUTCOMES).reduce((sum, count) => sum + count, 0);
  return timed === 0 ? [] : [[Math.floor((number * HOUR_MS) / YEAR_MS), timed, hour[FIRST] ?? 0, hour[LAST] ?? 0]];
}

/**
 * Counts kept messages column by column, by the numbers of what they share, where counting them one by one into tables would take too
 * long: by kind, by hour, by sender and country. People are counted one by one, but only those of messages with a code.
 */
export class QuickFigures {
  readonly #log: KeptLog;
  readonly #index: LogIndex;
  /** What the index saved before anything was counted. */
  readonly #empty: SavedIndex;
  /** Of each kind. */
  readonly #slots: Uint8Array;
  readonly #hasCode: Uint8Array;
  readonly #byKind: Uint32Array;
  readonly #byRoute: Uint32Array;
  readonly #byHour = new Map<number, Hour>();

  /** @param index has these tables and nothing in them */
  constructor(log: KeptLog, index: LogIndex) {
    this.#log = log;
    this.#index = index;
    this.#empty = index.save();
    this.#slots = Uint8Array.from(log.kinds, slotOf);
    this.#hasCode = Uint8Array.from(log.kinds, ({ code }) => (code === undefined ? 0 : 1));
    this.#byKind = new Uint32Array(log.kinds.length);
    this.#byRoute = new Uint32Array(log.routes.length * FIRST);
  }

  /** Counts the messages that pass; rests after each chunk. */
  *count(selection: Selection | undefined): Generator<void, void> {
    const people = this.#index.get(recipients);
    const room = Math.min(CHUNK, this.#log.size);
    const all = new Uint8Array(room).fill(1);
    const failed = new Uint32Array(room);
    for (const { row, passing = all } of this.#log.chunksOf(selection)) {
      const messages: Messages = {
        length: row.length,
        kindOf: row.column('kind'),
        routeOf: row.column('route'),
        timeOf: row.column('time'),
        passes: passing,
      };
      countShared(messages, this.#slots, this.#byKind, this.#byRoute);
      countHours(messages, this.#slots, this.#byHour);
      for (const at of failed.subarray(0, chosen(row, passing, this.#hasCode, failed))) people.add(row.message(at));
      yield;
    }
  }

  /** To be called when all are counted: puts them into the index. */
  end(): void {
    const states: Readonly<Record<string, unknown>> = {
      [kinds.id]: { kinds: this.#log.kinds.flatMap((kind, number) => this.#kindCounted(kind, number)), overflow: 0 },
      [times.id]: [...this.#byHour].flatMap(yearOf),
      [hours.id]: { hours: [...this.#byHour].map(([hour, counts]) => [hour, byOutcome(counts)]), overflow: 0 },
      [routes.id]: { routes: this.#log.routes.flatMap((route, number) => this.#routeCounted(route, number)), overflow: [0, 0] },
    };
    this.#index.merge(
      Object.fromEntries(Object.entries(this.#empty).map(([id, table]) => [id, { ...table, state: states[id] ?? table.state }])),
    );
  }

  #kindCounted({ word, isInbound, code = '' }: Kind, number: number): readonly unknown[] {
    const count = this.#byKind[number] ?? 0;
    return count === 0 ? [] : [[word, isInbound, code, count]];
  }

  #routeCounted({ sender, country }: KeptLog['routes'][number], number: number): readonly unknown[] {
    const counts = byOutcome(this.#byRoute.subarray(number * FIRST, (number + 1) * FIRST));
    // Inbound messages have no route.
    const isEmpty = counts.every((count, outcome) => count === 0 || outcomes[outcome] === 'inbound');
    return isEmpty
      ? []
      : [
          {
            sender,
            country,
            counts: counts.map((count, outcome) => (outcomes[outcome] === 'inbound' ? 0 : count)),
            lastAccepted: null,
            failures: [],
          },
        ];
  }
}
