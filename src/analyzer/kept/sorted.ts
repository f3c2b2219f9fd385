import { inOrder } from '../memory/in-order.ts';
import type { KeptLog } from './kept-log.ts';
import type { KeptRow } from './kept-row.ts';

/** What messages can be sorted by: all that is kept of each and shown. Texts and SIDs stand in the file, and are read for the rows on screen only. */
export const sortKeys = ['time', 'status', 'code', 'direction', 'sender', 'person', 'country', 'service', 'price', 'segments'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Order {
  readonly by: SortKey;
  readonly isDescending: boolean;
}

/** Above this, sorting takes seconds and a hundred megabytes. */
export const MOST_SORTED = 2_000_000;

/** Above the number of any kept message (kept-log.ts): rank and number of a message are one number, so that equal ones stay in the order of the log. */
const PLACES = 2 ** 24;
/** Above any phone number, and any number of a text. */
const BEHIND_NUMBERS = 2 ** 50;

const texts: Readonly<Partial<Record<SortKey, (row: KeptRow) => string>>> = {
  status: ({ kind }) => kind.word,
  direction: ({ kind }) => (kind.isInbound ? 'inbound' : 'outbound'),
  sender: ({ sender }) => sender,
  country: ({ country }) => country,
  service: (row) => row.service(),
};

const numbers: Readonly<Partial<Record<SortKey, (row: KeptRow) => number>>> = {
  time: ({ time }) => time,
  code: ({ kind }) => Number(kind.code ?? NaN),
  price: ({ price }) => (price < 0 ? NaN : price),
  segments: (row) => row.segments() || NaN,
};

/** Texts as numbers that are in the order of the texts. */
class Ranks {
  readonly #places = new Map<string, number>();

  /** Number of a text, in the order in which they are met. */
  place(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  /** By that number: its place in the alphabet. */
  order(): Float64Array {
    const order = new Float64Array(this.#places.size);
    for (const [rank, [, place]] of [...this.#places].sort(([a], [b]) => inOrder(a, b)).entries()) order[place] = rank;
    return order;
  }
}

/** What each message is sorted by, as a number; NaN where the log does not say. */
function valuesOf(log: KeptLog, places: Uint32Array, by: SortKey): Float64Array {
  const values = new Float64Array(places.length);
  const number = numbers[by];
  const text = texts[by];
  const ranks = new Ranks();
  let at = 0;
  // A number of a person sorts as a number, any other address behind all of these by its text.
  const placeOf = (said: string): number => (said === '' ? NaN : ranks.place(said));
  for (const row of log.at(places)) {
    if (number !== undefined) values[at] = number(row);
    else if (text !== undefined) values[at] = placeOf(text(row));
    else values[at] = row.phoneKey > 0 ? row.phoneKey : BEHIND_NUMBERS + placeOf(row.personText());
    at += 1;
  }
  if (number !== undefined) return values;
  const order = ranks.order();
  const base = text === undefined ? BEHIND_NUMBERS : 0;
  for (const [place, value] of values.entries()) if (value >= base) values[place] = base + (order[value - base] ?? 0);
  return values;
}

/** How many of the sorted numbers are below one. */
function below(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Messages in another order than that of the log; equal ones stay in that order, and those of which the log does not say it come last
 * whichever way it goes.
 *
 * @param places numbers of messages in ascending order, at most `MOST_SORTED`
 */
export function sorted(log: KeptLog, places: Uint32Array, { by, isDescending }: Order): Uint32Array {
  const values = valuesOf(log, places, by);
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const rankOf = (value: number): number => {
    if (Number.isNaN(value)) return known.length;
    const rank = below(known, value);
    return isDescending ? known.length - 1 - rank : rank;
  };
  const keys = values.map((value, at) => rankOf(value) * PLACES + (places[at] ?? 0)).sort();
  return Uint32Array.from(keys, (key) => key % PLACES);
}
