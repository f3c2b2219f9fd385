import { consoleFields, headerName } from '../../formats/format.ts';
import type { Row } from './row.ts';

/** Columns of the Console's exports that nobody reads but that may be moved to the front. */
const UNREAD = ['apiversion', 'shortenedlinkenabled', 'shortenedlinkfirstclicked'];
/** No heading is longer, byte order marks included; SIDs are. */
const LONGEST = 30;

/**
 * Tells, by its first cell and quickly, which row of a log may be another heading row: in any case, with a byte order
 * mark, its columns in any order. It may be wrong; the formats have the last word.
 */
export class HeadingGuess {
  readonly #names: Set<string>;
  #lastOther: string | undefined;

  constructor(header: Row) {
    this.#names = new Set([...consoleFields.keys(), ...UNREAD, headerName(header[0] ?? '')]);
  }

  isLikely(first: string | undefined): boolean {
    if (first === undefined || first.length > LONGEST || first === this.#lastOther) return false;
    const unit = first.charCodeAt(0);
    // "+" or a digit: a phone number or a time.
    if (unit === 43 || (unit >= 48 && unit <= 57)) return false;
    if (this.#names.has(headerName(first))) return true;
    this.#lastOther = first;
    return false;
  }
}
