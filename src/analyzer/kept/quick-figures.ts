import { outcomes } from '../../catalog/category.ts';
import type { LogIndex, SavedIndex } from '../index/log-index.ts';
import { hours, HOUR_MS } from '../index/tables/hours.ts';
import { kinds } from '../index/tables/kinds.ts';
import { recipients } from '../index/tables/recipients.ts';
import { routes } from '../index/tables/routes.ts';
import { isTimed, times, YEAR_MS } from '../index/tables/times.ts';
import { entryOf } from '../memory/entry-of.ts';
import type { Kind } from '../message/kind.ts';
import type { KeptLog } from './kept-log.ts';
import type { KeptRow } from './kept-row.ts';
import type { Selection } from './selection.ts';

/** The tables that can be counted this way. */
export const quickTables = [kinds, times, hours, routes, recipients];

interface Year {
  count: number;
  first: number;
  last: number;
}

const OUTCOMES = outcomes.length;

/**
 * Counts kept messages column by column, by the numbers of what they share, where counting them one by one into tables would take too
 * long: by kind, by hour, by sender and country. People are counted one by one, but only those of messages with a code.
 */
export class QuickFigures {
  readonly #log: KeptLog;
  readonly #index: LogIndex;
  /** What the index saved before anything was counted. */
  readonly #empty: SavedIndex;
  readonly #outcomes: Uint8Array;
  readonly #isTimed: Uint8Array;
  readonly #byKind: Float64Array;
  readonly #byRoute: Float64Array;
  readonly #byHour = new Map<number, Float64Array>();
  readonly #byYear = new Map<number, Year>();

  /** @param index has these tables and nothing in them */
  constructor(log: KeptLog, index: LogIndex) {
    this.#log = log;
    this.#index = index;
    this.#empty = index.save();
    this.#outcomes = Uint8Array.from(log.kinds, ({ outcomeNumber }) => outcomeNumber);
    this.#isTimed = Uint8Array.from(log.kinds, (kind) => (isTimed(kind) ? 1 : 0));
    this.#byKind = new Float64Array(log.kinds.length);
    this.#byRoute = new Float64Array(log.routes.length * OUTCOMES);
  }

  /** Counts the messages that pass; rests after each chunk. */
  *count(selection: Selection | undefined): Generator<void, void> {
    for (const { row, passing } of this.#log.chunksOf(selection)) {
      this.#addShared(row, passing);
      this.#addTimes(row, passing);
      this.#addPeople(row, passing);
      yield;
    }
  }

  /** To be called when all are counted: puts them into the index. */
  end(): void {
    const states: Readonly<Record<string, unknown>> = {
      [kinds.id]: { kinds: this.#log.kinds.flatMap((kind, number) => this.#kindCounted(kind, number)), overflow: 0 },
      [times.id]: [...this.#byYear].flatMap(([year, { count, first, last }]) => (count === 0 ? [] : [[year, count, first, last]])),
      [hours.id]: { hours: [...this.#byHour].map(([hour, counts]) => [hour, [...counts]]), overflow: 0 },
      [routes.id]: { routes: this.#log.routes.flatMap((route, number) => this.#routeCounted(route, number)), overflow: [0, 0] },
    };
    this.#index.merge(
      Object.fromEntries(Object.entries(this.#empty).map(([id, table]) => [id, { ...table, state: states[id] ?? table.state }])),
    );
  }

  #addShared(row: KeptRow, passing: Uint8Array | undefined): void {
    const { length } = row;
    const kindNumbers = row.column('kind');
    const routeNumbers = row.column('route');
    const byKind = this.#byKind;
    const byRoute = this.#byRoute;
    const outcomeNumbers = this.#outcomes;
    for (let at = 0; at < length; at += 1) {
      if (passing !== undefined && passing[at] === 0) continue;
      const kind = kindNumbers[at] ?? 0;
      byKind[kind] = (byKind[kind] ?? 0) + 1;
      const route = (routeNumbers[at] ?? 0) * OUTCOMES + (outcomeNumbers[kind] ?? 0);
      byRoute[route] = (byRoute[route] ?? 0) + 1;
    }
  }

  #addPeople(row: KeptRow, passing: Uint8Array | undefined): void {
    const { length } = row;
    const people = this.#index.get(recipients);
    const hasCode = this.#log.kinds.map(({ code }) => code !== undefined);
    const kindNumbers = row.column('kind');
    for (let at = 0; at < length; at += 1) if (hasCode[kindNumbers[at] ?? 0] === true && passing?.[at] !== 0) people.add(row.message(at));
  }

  #addTimes(row: KeptRow, passing: Uint8Array | undefined): void {
    const { length } = row;
    const kindNumbers = row.column('kind');
    const moments = row.column('time');
    const outcomeNumbers = this.#outcomes;
    const timed = this.#isTimed;
    // Messages of one hour mostly stand together: its bounds are asked before it is worked out.
    let begin = NaN;
    let end = NaN;
    let counts: Float64Array = new Float64Array(OUTCOMES);
    let year: Year = { count: 0, first: Infinity, last: -Infinity };
    for (let at = 0; at < length; at += 1) {
      if (passing !== undefined && passing[at] === 0) continue;
      const time = moments[at] ?? NaN;
      if (!(time >= begin && time < end)) {
        if (Number.isNaN(time)) continue;
        const hour = Math.floor(time / HOUR_MS);
        begin = hour * HOUR_MS;
        end = begin + HOUR_MS;
        counts = entryOf(this.#byHour, hour, () => new Float64Array(OUTCOMES));
        // A year of these is 8,766 hours.
        year = entryOf(this.#byYear, Math.floor(time / YEAR_MS), () => ({ count: 0, first: Infinity, last: -Infinity }));
      }
      const kind = kindNumbers[at] ?? 0;
      const outcome = outcomeNumbers[kind] ?? 0;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (timed[kind] === 0) continue;
      year.count += 1;
      if (time < year.first) year.first = time;
      if (time > year.last) year.last = time;
    }
  }

  #kindCounted({ word, isInbound, code = '' }: Kind, number: number): readonly unknown[] {
    const count = this.#byKind[number] ?? 0;
    return count === 0 ? [] : [[word, isInbound, code, count]];
  }

  #routeCounted({ sender, country }: KeptLog['routes'][number], number: number): readonly unknown[] {
    const counts = [...this.#byRoute.subarray(number * OUTCOMES, (number + 1) * OUTCOMES)];
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
