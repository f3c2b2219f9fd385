import { entryOf } from '../../memory/entry-of.ts';
import type { Kind } from '../../message/kind.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';

export const YEAR_MS = 31_557_600_000;
/** Most of the messages that may lie a year after all others and still be taken for broken times. */
const STRAY_SHARE = 0.01;

/** Whether the time of a message says when something happened: that of a planned one is its plan, which may lie ahead of all that has. */
export const isTimed = ({ status }: Kind): boolean => status !== 'scheduled' && status !== 'canceled';

interface Span {
  count: number;
  first: number;
  last: number;
}

type Saved = readonly (readonly [year: number, count: number, first: number, last: number])[];

/** From when to when the messages of a log are; kept year by year, so that a broken time far ahead can be told from the rest. A century of years needs no limit. */
class Times implements Table<Saved> {
  readonly #years = new Map<number, Span>();
  #lastYear = NaN;
  #last: Span = { count: 0, first: Infinity, last: -Infinity };
  readonly caps = [];

  add({ time }: CountedMessage): void {
    const year = Math.floor(time / YEAR_MS);
    if (year !== this.#lastYear) {
      if (Number.isNaN(year)) return;
      this.#last = this.#span(year);
      this.#lastYear = year;
    }
    const span = this.#last;
    span.count += 1;
    if (time < span.first) span.first = time;
    if (time > span.last) span.last = time;
  }

  merge(saved: Saved): void {
    for (const [year, count, first, last] of saved) {
      const span = this.#span(year);
      span.count += count;
      span.first = Math.min(span.first, first);
      span.last = Math.max(span.last, last);
    }
  }

  save(): Saved {
    return [...this.#years].map(([year, { count, first, last }]) => [year, count, first, last]);
  }

  /** Oldest and newest time (Infinity and -Infinity for none), and how many lie more than a year after all others and are too few to be believed. */
  range(): { readonly oldest: number; readonly newest: number; readonly stray: number } {
    const spans = [...this.#years].sort(([a], [b]) => a - b).map(([, span]) => span);
    const oldest = spans[0]?.first ?? Infinity;
    const total = spans.reduce((sum, { count }) => sum + count, 0);
    let stray = 0;
    for (let at = spans.length - 1; at > 0; at -= 1) {
      const span = spans[at];
      const before = spans[at - 1];
      if (span === undefined || before === undefined) break;
      stray += span.count;
      if (stray > total * STRAY_SHARE) break;
      if (span.first - before.last > YEAR_MS) return { oldest, newest: before.last, stray };
    }
    return { oldest, newest: spans.at(-1)?.last ?? -Infinity, stray: 0 };
  }

  #span(year: number): Span {
    return entryOf(this.#years, year, () => ({ count: 0, first: Infinity, last: -Infinity }));
  }
}

export const times: TableKind<Times, Saved, CountingOptions> = {
  id: 'times',
  version: 1,
  counts: 'all',
  wants: isTimed,
  needs: ['sent'],
  options: () => ({ limits: {} }),
  make: () => new Times(),
};
