import { BODY_LIMIT, CELL_LIMIT, RECORD_LIMIT, REPAIR_WINDOW } from './limits.ts';
import { isMessage, isSideOfRow } from './layout.ts';
import { afterLineEnd, nextLineEnd } from './line-ends.ts';
import { bestReading, type Rules } from './readings.ts';
import type { Row } from '../row.ts';
import type { Scan, Scanned, Stretch } from './stretch.ts';

/** What a reader tells besides rows; ids of notices (report/notices.ts). */
export type Trouble = 'stray-quotes' | 'broken-quotes' | 'rows-in-text' | 'overlong-lines' | 'truncated-end';

export type Verdict =
  | { readonly kind: 'row'; readonly row: Row; readonly end: number; readonly trouble?: Trouble }
  /** The line is no record that can be read; the next record begins on the next line. */
  | { readonly kind: 'skip'; readonly trouble: Trouble }
  /** The file ends inside this record. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'wait' };

const isOverlong = ({ row, end }: Scanned, from: number): boolean =>
  end - from > CELL_LIMIT && (end - from > RECORD_LIMIT || row.some((cell) => cell.length > CELL_LIMIT));

/** No line with a SID, or with a time and a status, is shorter. */
const SHORTEST_SIDE = 11;

/**
 * Whether a message can be read from the beginning of a line between two places, or a line there ends or begins as rows do.
 * Remembers what it found, so that it may be asked for every line.
 */
class RowSearch {
  readonly #stretch: Stretch;
  #from = 0;
  #to = 0;
  #limit = 0;
  #end = Infinity;
  #rules: Rules | undefined;

  constructor(stretch: Stretch) {
    this.#stretch = stretch;
  }

  /** @param limit the message ends here at the latest */
  isBetween(rules: Rules, from: number, limit: number): boolean {
    const { text, isLast } = this.#stretch;
    if (rules !== this.#rules) this.#to = 0;
    this.#rules = rules;
    // Between #from and #to no message begins; one begins at #to if #end is a place.
    const isKnown = from >= this.#from && from < this.#to && limit <= this.#limit;
    if (from >= this.#from && from < this.#to && this.#end <= limit) return true;
    let at = isKnown ? this.#to : from;
    if (!isKnown) this.#from = from;
    this.#limit = limit;
    this.#end = Infinity;
    while (at < limit) {
      const lineEnd = nextLineEnd(text, at);
      const next = lineEnd < text.length ? afterLineEnd(text, lineEnd, isLast) : -1;
      if (next < 0 || next >= limit) break;
      const isEdge = this.#isEdge(rules, at, lineEnd, next);
      at = next;
      const end = isEdge ? at : bestReading(this.#stretch, rules, at, limit)?.end;
      if (end === undefined) continue;
      this.#to = at;
      this.#end = end;
      return true;
    }
    this.#to = limit;
    return false;
  }

  /** Whether the line between two places ends as rows do, or the line behind it begins so. */
  #isEdge({ layout }: Rules, from: number, lineEnd: number, next: number): boolean {
    const { text, delimiter } = this.#stretch;
    const cellsOf = (start: number, end: number): Row =>
      end - start < SHORTEST_SIDE ? [] : text.slice(start, end).split(String.fromCharCode(delimiter));
    return (
      isSideOfRow(layout, cellsOf(from, lineEnd), 'end') ||
      isSideOfRow(layout, cellsOf(next, Math.min(nextLineEnd(text, next), next + BODY_LIMIT)), 'begin')
    );
  }
}

/**
 * Judges records of a stretch that show a sign of swallowed rows (suspicion.ts), or whose last quote is open.
 *
 * The rule. A quote closes a cell only before a delimiter, a line end or the end of the text, and all texts of one record
 * are read from such quotes. By what RFC 4180 reads, the record is
 *
 * 1. kept as it is, when nothing speaks against it: it is complete and in place, its suspect cell is the text of the
 *    message, not longer than a body may be, every quote inside is doubled, and no shorter reading is a message. Somebody
 *    sent lines of a log as a text then, and `rows-in-text` says so when a line of it would be a message by itself, or
 *    ends or begins as rows do. Where the text is the first column, that holds against a shorter reading too: only there
 *    a pasted line can end a record;
 * 2. replaced by the shortest other reading (readings.ts) that is a message without a sign: `stray-quotes`;
 * 3. given up with its first line (`broken-quotes`) when no reading is a message (or only one with quotes that are not doubled), but
 *    a line of it is, ends or begins as a row, or when its quote is not closed within CELL_LIMIT. Reading goes on with the next line;
 * 4. kept as it is in all other cases: as a text with quotes that are not doubled, or as a row of a wrong width, which is
 *    its own notice.
 *
 * At the end of the file an open quote is a record that was cut when the quote stands in the last line, or when what
 * follows may be a body with nothing in it that is a message or a stray quote.
 *
 * Only text within REPAIR_WINDOW of a record and within the record itself is looked at, so that the rule does not depend
 * on the pieces in which a text comes.
 */
export class Judge {
  readonly #stretch: Stretch;
  readonly #rows: RowSearch;

  constructor(stretch: Stretch) {
    this.#stretch = stretch;
    this.#rows = new RowSearch(stretch);
  }

  /** Whether a record, as scanned, needs no judgement; to be asked under the layout that is true for it. */
  isPlain(scan: Scan, from: number, { suspicion }: Rules): scan is Scanned {
    return scan.kind === 'record' && !isOverlong(scan, from) && !suspicion.isRow(scan.row);
  }

  judge(scan: Scan, from: number, rules: Rules): Verdict {
    const { text, isLast } = this.#stretch;
    const rest = text.length - from;
    switch (scan.kind) {
      case 'unfinished':
        return rest > RECORD_LIMIT ? { kind: 'skip', trouble: 'overlong-lines' } : { kind: 'wait' };
      case 'open':
        if (scan.opening + CELL_LIMIT > from + RECORD_LIMIT && rest > RECORD_LIMIT) return { kind: 'skip', trouble: 'overlong-lines' };
        break;
      case 'record':
        if (isOverlong(scan, from)) return { kind: 'skip', trouble: 'overlong-lines' };
    }
    if (!isLast && rest < REPAIR_WINDOW) return { kind: 'wait' };
    return scan.kind === 'open' ? this.#open(scan.opening, from, rules) : this.#closed(scan, from, rules);
  }

  #open(opening: number, from: number, rules: Rules): Verdict {
    const { text } = this.#stretch;
    const reading = bestReading(this.#stretch, rules, from, text.length);
    if (reading !== undefined) return { kind: 'row', ...reading, trouble: 'stray-quotes' };
    const isAtEnd = this.#stretch.isLast && text.length - opening <= CELL_LIMIT && this.#stretch.closings.strict(opening) < 0;
    const isCut =
      isAtEnd &&
      (nextLineEnd(text, opening) === text.length ||
        (text.length - opening <= BODY_LIMIT &&
          this.#isDoubled(opening + 1, text.length) &&
          !this.#rows.isBetween(rules, from, text.length)));
    return isCut ? { kind: 'cut' } : { kind: 'skip', trouble: 'broken-quotes' };
  }

  #closed(scan: Scanned, from: number, rules: Rules): Verdict {
    const { row, end } = scan;
    const asItIs: Verdict = { kind: 'row', row, end };
    const isRight = isMessage(rules.layout, row);
    if (!isRight || row.length !== rules.layout.width) {
      const reading = bestReading(this.#stretch, rules, from, Infinity);
      if (reading !== undefined) return { kind: 'row', ...reading, ...(reading.isRepaired ? { trouble: 'stray-quotes' } : {}) };
    }
    if (!isRight) return this.#rows.isBetween(rules, from, end) ? { kind: 'skip', trouble: 'broken-quotes' } : asItIs;
    const body = rules.layout.cells.get('body');
    const isProven = this.#isProven(scan, rules);
    const shorter = bestReading(this.#stretch, rules, from, end - 1, isProven);
    const holdsRows = shorter !== undefined || this.#rows.isBetween(rules, from, end);
    if (!holdsRows) return asItIs;
    if (isProven && (body === 0 || shorter === undefined)) return { ...asItIs, trouble: 'rows-in-text' };
    if (shorter !== undefined) return { kind: 'row', ...shorter, trouble: 'stray-quotes' };
    return { kind: 'skip', trouble: 'broken-quotes' };
  }

  /** Whether the only suspect cell is the text of the message, no longer than a body may be, with all quotes inside doubled. */
  #isProven({ row, starts }: Scanned, { layout, suspicion }: Rules): boolean {
    const body = layout.cells.get('body') ?? -1;
    return row.every((cell, place) => {
      if (!suspicion.isCell(cell)) return true;
      const start = starts[place] ?? 0;
      return place === body && cell.length <= BODY_LIMIT && this.#isDoubled(start + 1, this.#stretch.closings.strict(start));
    });
  }

  #isDoubled(from: number, to: number): boolean {
    return !this.#stretch.text.slice(from, to).replaceAll('""', '').includes('"');
  }
}
