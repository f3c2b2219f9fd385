import { BATCH, listed, noTexts, passRows, type Asked } from './ask.ts';
import { placesUnder, type KeptReading, type Rest } from './ask-kept.ts';
import type { Source } from './bytes/source.ts';
import { findTexts, type Lost } from './kept/find-texts.ts';
import type { KeptLog } from './kept/kept-log.ts';
import { MOST_SORTED, sorted, type Order } from './kept/sorted.ts';
import type { Filter } from './report/filter.ts';
import type { ListedMessage } from './report/listed-message.ts';

/** A message of a list, with its number in the kept log. */
export interface ListedRow extends ListedMessage {
  readonly place: number;
}

/** A stretch of a list. */
export interface RowsPage {
  readonly rows: readonly ListedRow[];
  /** How many of them have neither SID nor text here, because their source gives its bytes only as a whole (packed files, pipes). */
  readonly withoutTexts: number;
  /** The source is no longer what was read: from there on rows have no SIDs and texts. */
  readonly lost?: Lost;
}

/**
 * Messages as a list shows them, in the order in which they are asked for.
 *
 * @param places their numbers, some hundred at most
 */
export async function rowsAt(kept: KeptLog, places: readonly number[]): Promise<RowsPage> {
  const { texts, missing, lost } = await findTexts(kept, places);
  const rows = Array.from(kept.at(places), (message) => ({
    place: message.place,
    ...listed(message, texts.get(message.place) ?? noTexts),
  }));
  return { rows, withoutTexts: missing.length, ...(lost === undefined ? {} : { lost }) };
}

/**
 * The numbers of the messages that a filter takes, in an order.
 *
 * @param order that of the log when absent; above `MOST_SORTED` messages it is left aside, and `isSorted` says so
 * @returns `undefined` when nobody waits any more
 */
export async function orderedUnder(
  reading: KeptReading,
  filter: Filter,
  order?: Order,
  rest?: Rest,
): Promise<{ readonly places: Uint32Array; readonly isSorted: boolean } | undefined> {
  const places = await placesUnder(reading, filter, rest);
  if (places === undefined) return undefined;
  const isSorted = order !== undefined && places.length <= MOST_SORTED;
  return { places: isSorted ? sorted(reading.kept, places, order) : places, isSorted };
}

/** How handing over all rows of a selection ended. */
export type Passed = { readonly kind: 'all' } | { readonly kind: 'cancelled' } | { readonly kind: 'lost'; readonly lost: Lost };

/** Whether the texts of all these messages can be found without reading the log again. */
function isFindable(kept: KeptLog, places: Uint32Array): boolean {
  for (const { place, offset } of kept.at(places)) if (offset < 0 && kept.texts.get(place) === undefined) return false;
  return true;
}

/**
 * Hands over every message that a filter takes, with its texts, some thousand at a time.
 *
 * Where the bytes of a message are known they are read one by one, in the order asked for; else the whole log is read again, in its order.
 *
 * @param again the sources and the plan of the first reading, to read them again
 * @param take may wait, so that whoever writes is never ahead of the disk
 */
export async function passAll(
  reading: KeptReading,
  { filter, order }: { readonly filter: Filter; readonly order?: Order | undefined },
  again: Pick<Asked, 'plan' | 'signal'> & { readonly sources: readonly Source[]; readonly rest?: Rest },
  take: (rows: readonly ListedMessage[]) => Promise<void> | void,
): Promise<Passed> {
  const { kept } = reading;
  const isCancelled = again.rest ?? (() => Promise.resolve(again.signal?.aborted === true));
  const ordered = await orderedUnder(reading, filter, order, isCancelled);
  if (ordered === undefined) return { kind: 'cancelled' };
  const { places } = ordered;
  if (!isFindable(kept, places)) {
    let passed = 0;
    const isWhole = await passRows(again.sources, filter, { ...again, ...reading }, (rows) => {
      passed += rows.length;
      return take(rows);
    });
    if (isWhole === undefined) return { kind: 'cancelled' };
    const lost: Lost = { source: again.sources.map(({ name }) => name).join(', '), why: 'changed' };
    return passed === places.length ? { kind: 'all' } : { kind: 'lost', lost };
  }
  for (let from = 0; from < places.length; from += BATCH) {
    const { rows, lost } = await rowsAt(kept, [...places.subarray(from, from + BATCH)]);
    if (lost !== undefined) return { kind: 'lost', lost };
    if (await isCancelled()) return { kind: 'cancelled' };
    await take(rows);
  }
  return { kind: 'all' };
}
