import type { KeptMessage } from '../index/cells/kept-messages.ts';
import { testOf, type FilterContext, type Test } from '../index/filter-test.ts';
import { kindOf } from '../message/kind.ts';
import type { Filter } from '../report/filter.ts';
import type { Chunk, Shared } from './kept-columns.ts';
import type { KeptRow } from './kept-row.ts';

/** For each value that messages share, 1 where its messages may pass. */
type Passing = Uint8Array;

const OUTBOUND = kindOf('sent', 'outbound-api', '');

/** What is asked of a message's kind alone, and of its sender, its service and where it went alone. */
const kindParts = ['direction', 'outcomes', 'statuses', 'codes', 'categories'] as const;
const routeParts = ['senders', 'countries', 'services'] as const;

/** The named parts of a filter, where it has any of them. */
function partsOf(filter: Filter, names: readonly (keyof Filter)[]): Filter | undefined {
  const given = names.filter((name) => filter[name] !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given.map((name) => [name, filter[name]]));
}

/** Takes away what does not pass a further question. */
function narrowed<Value>(before: Passing | undefined, values: readonly Value[], passes: (value: Value) => boolean): Passing {
  const now = before ?? new Uint8Array(values.length).fill(1);
  for (const [place, value] of values.entries()) if (now[place] === 1 && !passes(value)) now[place] = 0;
  return now;
}

function markShared(passing: Passing | undefined, numbers: () => Float64Array, length: number, into: Uint8Array): void {
  if (passing === undefined) return;
  const values = numbers();
  for (let at = 0; at < length; at += 1) if (passing[values[at] ?? 0] === 0) into[at] = 0;
}

/**
 * A filter over kept messages. What it asks of values that many messages share (kind, sender and country, links) is answered once a
 * value, a window is two numbers; only what is left is asked of messages, and of those alone that pass the rest.
 */
export class Selection {
  readonly #log: Shared;
  readonly #tests: Test[] = [];
  #kinds: Passing | undefined;
  #routes: Passing | undefined;
  #links: Passing | undefined;
  /** Bounds of the windows together; absent for none. */
  #window: { readonly from: number; readonly to: number } | undefined;
  #isNothing = false;

  constructor(log: Shared, filter: Filter, context: FilterContext) {
    this.#log = log;
    this.#narrow(filter, context);
  }

  /** How much of a chunk passes, as far as can be told without a look at its messages. */
  shareOf({ columns: { time } }: Chunk): 'all' | 'some' | 'none' {
    const { from, to } = this.#window ?? { from: -Infinity, to: Infinity };
    if (this.#isNothing || (this.#window !== undefined && !(time.least < to && time.most >= from))) return 'none';
    const isWithin = this.#window === undefined || (!time.hasGaps && time.least >= from && time.most < to);
    const isAsked = this.#kinds !== undefined || this.#routes !== undefined || this.#links !== undefined || this.#tests.length > 0;
    return isWithin && !isAsked ? 'all' : 'some';
  }

  /**
   * Marks the messages of the chunk that a row stands in.
   *
   * @param into one place a message: 1 where it passes, else 0
   */
  mark(row: KeptRow, into: Uint8Array): void {
    const { length } = row;
    into.fill(1, 0, length);
    markShared(this.#kinds, () => row.column('kind'), length, into);
    markShared(this.#routes, () => row.column('route'), length, into);
    markShared(this.#links, () => row.column('links'), length, into);
    if (this.#window !== undefined) {
      const { from, to } = this.#window;
      const times = row.column('time');
      for (let at = 0; at < length; at += 1) {
        const time = times[at] ?? NaN;
        if (!(time >= from && time < to)) into[at] = 0;
      }
    }
    for (const test of this.#tests) for (let at = 0; at < length; at += 1) if (into[at] === 1 && !test(row.message(at))) into[at] = 0;
  }

  #narrow(filter: Filter, context: FilterContext): void {
    const { kinds, routes, links } = this.#log;
    // Whoever is asked knows nothing but what these parts ask for.
    const ofKind = partsOf(filter, kindParts);
    if (ofKind !== undefined) {
      const test = testOf(ofKind, context);
      this.#kinds = narrowed(this.#kinds, kinds, (kind) => test({ kind } as KeptMessage));
    }
    const ofRoute = partsOf(filter, routeParts);
    if (ofRoute !== undefined) {
      const test = testOf(ofRoute, context);
      this.#kinds = narrowed(this.#kinds, kinds, ({ isInbound }) => !isInbound);
      this.#routes = narrowed(this.#routes, routes, ({ sender, country, service }) =>
        test({ kind: OUTBOUND, sender, country, service: () => service } as KeptMessage),
      );
    }
    const { linkHost, time, finding, all = [] } = filter;
    if (linkHost !== undefined) this.#links = narrowed(this.#links, links, (hosts) => hosts.includes(linkHost));
    if (time !== undefined) {
      const { from, to } = this.#window ?? { from: -Infinity, to: Infinity };
      this.#window = { from: Math.max(from, time.from ?? -Infinity), to: Math.min(to, time.to ?? Infinity) };
    }
    if (finding !== undefined) {
      const rows = context.rowsOf(finding);
      if (rows === undefined) this.#isNothing = true;
      else this.#narrow(rows, context);
    }
    for (const part of all) this.#narrow(part, context);
    const known: ReadonlySet<string> = new Set([...kindParts, ...routeParts, 'linkHost', 'time', 'finding', 'all']);
    const others = partsOf(
      filter,
      (Object.keys(filter) as (keyof Filter)[]).filter((name) => !known.has(name)),
    );
    if (others !== undefined) this.#tests.push(testOf(others, context));
  }
}
