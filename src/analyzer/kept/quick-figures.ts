import { outcomes } from '../../catalog/category.ts';
import type { LogIndex } from '../index/log-index.ts';
import { hours, HOUR_MS } from '../index/tables/hours.ts';
import { kinds } from '../index/tables/kinds.ts';
import { routes } from '../index/tables/routes.ts';
import { isTimed, times, YEAR_MS } from '../index/tables/times.ts';
import { entryOf } from '../memory/entry-of.ts';
import type { Kind } from '../message/kind.ts';
import type { KeptLog } from './kept-log.ts';
import type { KeptRow } from './kept-row.ts';

/** The tables that can be counted this way. */
export const quickTables = [kinds, times, hours, routes];

interface Year {
  count: number;
  first: number;
  last: number;
}

const OUTCOMES = outcomes.length;

/**
 * Counts kept messages by the numbers of what they share, where counting them one by one into tables would take too long: by kind, by
 * hour, by sender and country.
 */
export class QuickFigures {
  readonly #log: KeptLog;
  readonly #isTimed: readonly boolean[];
  readonly #byKind: Float64Array;
  readonly #byRoute: Float64Array;
  readonly #byHour = new Map<number, Float64Array>();
  readonly #byYear = new Map<number, Year>();
  #hour = NaN;
  #ofHour: Float64Array = new Float64Array(OUTCOMES);
  #yearNumber = NaN;
  #year: Year = { count: 0, first: Infinity, last: -Infinity };

  constructor(log: KeptLog) {
    this.#log = log;
    this.#isTimed = log.kinds.map(isTimed);
    this.#byKind = new Float64Array(log.kinds.length);
    this.#byRoute = new Float64Array(log.routes.length * OUTCOMES);
  }

  add(row: KeptRow): void {
    const kind = row.kindNumber;
    const outcome = this.#log.kinds[kind]?.outcomeNumber ?? 0;
    this.#byKind[kind] = (this.#byKind[kind] ?? 0) + 1;
    const route = row.routeNumber * OUTCOMES + outcome;
    this.#byRoute[route] = (this.#byRoute[route] ?? 0) + 1;
    const { time } = row;
    if (Number.isNaN(time)) return;
    const hour = Math.floor(time / HOUR_MS);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#ofHour = entryOf(this.#byHour, hour, () => new Float64Array(OUTCOMES));
    }
    this.#ofHour[outcome] = (this.#ofHour[outcome] ?? 0) + 1;
    if (this.#isTimed[kind] === true) this.#seeTime(time);
  }

  /** Puts what was counted into an index that has these tables and nothing in them. */
  into(index: LogIndex): void {
    const empty = index.save();
    const states: Readonly<Record<string, unknown>> = {
      [kinds.id]: { kinds: this.#log.kinds.flatMap((kind, number) => this.#kindCounted(kind, number)), overflow: 0 },
      [times.id]: [...this.#byYear].map(([year, { count, first, last }]) => [year, count, first, last]),
      [hours.id]: { hours: [...this.#byHour].map(([hour, counts]) => [hour, [...counts]]), overflow: 0 },
      [routes.id]: { routes: this.#log.routes.flatMap((route, number) => this.#routeCounted(route, number)), overflow: [0, 0] },
    };
    index.merge(Object.fromEntries(Object.entries(empty).map(([id, table]) => [id, { ...table, state: states[id] }])));
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

  #seeTime(time: number): void {
    const number = Math.floor(time / YEAR_MS);
    if (number !== this.#yearNumber) {
      this.#yearNumber = number;
      this.#year = entryOf(this.#byYear, number, () => ({ count: 0, first: Infinity, last: -Infinity }));
    }
    const year = this.#year;
    year.count += 1;
    if (time < year.first) year.first = time;
    if (time > year.last) year.last = time;
  }
}
