import { foldedName } from '../../message/field-name.ts';
import type { Row } from '../row.ts';

/** No heading is longer, byte order marks included; SIDs are. */
const LONGEST = 30;

/**
 * Tells, by its first cell and quickly, which row of a log may be another heading row: in any case, with a byte order
 * mark, its columns in any order. It may be wrong; the formats have the last word.
 */
export class HeadingGuess {
  readonly #names: ReadonlySet<string>;
  #lastOther: string | undefined;

  /** @param known headings of every format that is a table, folded */
  constructor(known: ReadonlySet<string>, heading: Row) {
    this.#names = new Set([...known, foldedName(heading[0] ?? '')]);
  }

  isLikely(first: string | undefined): boolean {
    if (first === undefined || first.length > LONGEST || first === this.#lastOther) return false;
    const unit = first.charCodeAt(0);
    // "+" or a digit: a phone number or a time.
    if (unit === 43 || (unit >= 48 && unit <= 57)) return false;
    if (this.#names.has(foldedName(first))) return true;
    this.#lastOther = first;
    return false;
  }
}
