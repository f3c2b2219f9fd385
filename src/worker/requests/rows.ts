import { orderedUnder, rowsAt, type RowsPage } from '../../analyzer/ask-rows.ts';
import type { KeptLog } from '../../analyzer/kept/kept-log.ts';
import type { Order } from '../../analyzer/kept/sorted.ts';
import type { Filter } from '../../analyzer/report/filter.ts';
import { keptOf, type Held, type Turn } from './held.ts';

/** A stretch of the messages that a filter takes, in an order. */
export interface AskRows {
  readonly kind: 'rows';
  readonly filter: Filter;
  /** That of the log when absent. */
  readonly order?: Order | undefined;
  readonly from: number;
  readonly count: number;
}

export interface RowsUnder extends RowsPage {
  /** How many the filter takes. */
  readonly total: number;
  /** Whether they are in the order asked for: too many are not sorted. */
  readonly isSorted: boolean;
}

/** The last selection of each log, which scrolling asks for again and again. */
const last = new WeakMap<KeptLog, { readonly key: string; readonly ordered: NonNullable<Awaited<ReturnType<typeof orderedUnder>>> }>();

/** @returns `undefined` when nobody waits any more @throws Error where messages are not kept */
export async function answerRows(held: Held, { filter, order, from, count }: AskRows, { rest }: Turn): Promise<RowsUnder | undefined> {
  const reading = keptOf(held);
  const { kept } = reading;
  const key = JSON.stringify([filter, order]);
  const before = last.get(kept);
  const ordered = before?.key === key ? before.ordered : await orderedUnder(reading, filter, order, rest);
  if (ordered === undefined) return undefined;
  last.set(kept, { key, ordered });
  const { places, isSorted } = ordered;
  return { ...(await rowsAt(kept, [...places.subarray(from, from + count)])), total: places.length, isSorted };
}
