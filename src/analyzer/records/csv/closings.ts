import { isLineEnd } from './line-ends.ts';

const QUOTE = 34;

/** Blanks as `String.trim` knows them; line ends are asked for elsewhere. */
const isBlank = (unit: number): boolean =>
  unit === 32 || unit === 9 || unit === 11 || unit === 12 || (unit >= 160 && String.fromCharCode(unit).trim() === '');

/** First of an ascending list that is greater than a value; the length of the list when none is. */
function firstAbove(places: readonly number[], value: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The quotes of a text that can close a cell: those before a delimiter, a line end or the end of the text (blanks between
 * are allowed, as PapaParse allows them). Found in one walk, so that asking for them costs next to nothing.
 *
 * In a run of quotes each pair stands for one quote of the text (RFC 4180). So the last of a run of odd length closes;
 * the last of a run of even length does so only for a writer that does not double quotes.
 */
export class Closings {
  readonly #text: string;
  /** The last quote of each run that stands before a delimiter or an end. */
  readonly #all: number[] = [];
  /** Those of them that end a run of odd length. */
  readonly #odd: number[] = [];
  /** A run of quotes, and at most blanks behind it, at the end of a text that goes on: nobody can tell yet. */
  readonly pending: boolean;

  constructor(text: string, delimiter: number, isLast: boolean) {
    this.#text = text;
    let isPending = false;
    for (let at = text.indexOf('"'); at >= 0;) {
      let end = at;
      while (text.charCodeAt(end + 1) === QUOTE) end += 1;
      let next = end + 1;
      while (next < text.length && text.charCodeAt(next) !== delimiter && isBlank(text.charCodeAt(next))) next += 1;
      const isEnd = next === text.length;
      isPending = isEnd && !isLast;
      if (isEnd ? isLast : text.charCodeAt(next) === delimiter || isLineEnd(text.charCodeAt(next))) {
        this.#all.push(end);
        if ((end - at) % 2 === 0) this.#odd.push(end);
      }
      at = text.indexOf('"', end + 1);
    }
    this.pending = isPending;
  }

  /** The quote that closes the cell opened at a place, by RFC 4180; -1 when none does. */
  strict(opening: number): number {
    const own = this.#runEnd(opening);
    if ((own - opening) % 2 === 1 && this.#all[firstAbove(this.#all, own - 1)] === own) return own;
    return this.#odd[firstAbove(this.#odd, own)] ?? -1;
  }

  /** Up to some quotes behind a place that could close its cell, in order, doubled or not. */
  following(opening: number, count: number): readonly number[] {
    const first = firstAbove(this.#all, opening);
    return this.#all.slice(first, first + count);
  }

  /** Where the cell goes on that is closed by a quote: its delimiter, its line end, or the end of the text. */
  behind(closing: number, delimiter: number): number {
    let at = closing + 1;
    while (at < this.#text.length && this.#text.charCodeAt(at) !== delimiter && isBlank(this.#text.charCodeAt(at))) at += 1;
    return at;
  }

  #runEnd(at: number): number {
    let end = at;
    while (this.#text.charCodeAt(end + 1) === QUOTE) end += 1;
    return end;
  }
}
