import { RECORD_LIMIT, REPAIR_WINDOW } from './limits.ts';
import { isMessage, type Layout } from './layout.ts';
import { afterLineEnd, isLineEnd } from './line-ends.ts';
import type { Row } from '../row-batch.ts';
import { unquoted, type Stretch } from './stretch.ts';
import type { Suspicion } from './suspicion.ts';

const QUOTE = 34;
/** Quotes inside one body that are tried as its end. */
const CLOSINGS_TRIED = 16;
/** Line ends of the other kind in one body. */
const PLAIN_ENDS = 64;
/** Cells tried for one record, beyond four times the cells of its heading. */
const STEPS = 2_000;

/** One way to read a record. */
export interface Reading {
  readonly row: Row;
  /** Where the next record begins. */
  readonly end: number;
  /** Whether a quote was taken otherwise than RFC 4180 has it. */
  readonly isRepaired: boolean;
}

/** A place between two cells, and the way that led to it. */
interface Step {
  /** Where the next cell begins. */
  readonly at: number;
  /** Cells before it. */
  readonly cells: number;
  readonly before: Step | undefined;
  /** The cell before it, in the text, and whether it is quoted. */
  readonly start: number;
  readonly stop: number;
  readonly isQuoted: boolean;
  readonly isRepaired: boolean;
}

/** The cells of a way. Only texts keep a stray quote: in front of a number or a word it is nobody's. */
function rowOf(text: string, last: Step, body: number): Row {
  const row: string[] = [];
  for (let step: Step | undefined = last; step?.before !== undefined; step = step.before) {
    const cell = text.slice(step.start, step.stop);
    if (step.isQuoted) row.push(unquoted(cell));
    else row.push(step.cells - 1 === body || cell.charCodeAt(0) !== QUOTE ? cell : cell.replace(/^"+|"+$/g, ''));
  }
  return row.reverse();
}

/**
 * All ways to read the record at a place, tried in the order of how often they leave RFC 4180. They leave it so:
 *
 * - a quote that opens a cell is a plain character of it;
 * - in the column of the texts, a cell is closed by a later quote than its first, or by one of a doubled pair: always by
 *   one that stands before a delimiter or an end;
 * - in that column, a line end of the kind that the file does not use is a plain character.
 */
class Search {
  readonly #stretch: Stretch;
  readonly #layout: Layout;
  readonly #suspicion: Suspicion;
  readonly #plainEnd: number;
  readonly #limit: number;
  readonly #body: number;
  readonly #met = new Set<number>();
  #left: number;
  #later: Step[] = [];
  #now: Step[] = [];
  #best: Reading | undefined;

  constructor(stretch: Stretch, layout: Layout, suspicion: Suspicion, plainEnd: number, limit: number) {
    this.#stretch = stretch;
    this.#layout = layout;
    this.#suspicion = suspicion;
    this.#plainEnd = plainEnd;
    this.#limit = limit;
    this.#body = layout.cells.get('body') ?? -1;
    this.#left = STEPS + 4 * layout.width;
  }

  run(from: number): Reading | undefined {
    this.#later.push({ at: from, cells: 0, before: undefined, start: from, stop: from, isQuoted: false, isRepaired: false });
    while (this.#later.length > 0) {
      this.#now = this.#later;
      this.#later = [];
      for (let step = this.#now.pop(); step !== undefined && this.#left > 0; step = this.#now.pop()) this.#goOn(step);
    }
    return this.#best;
  }

  #goOn(step: Step): void {
    const { at } = step;
    const key = at * RECORD_LIMIT + step.cells;
    if (this.#met.has(key) || at >= (this.#best?.end ?? this.#limit + 1)) return;
    this.#met.add(key);
    this.#left -= 1;
    const { text, closings } = this.#stretch;
    if (text.charCodeAt(at) !== QUOTE) {
      this.#bare(step, at, this.#now, step.isRepaired);
      return;
    }
    const strict = closings.strict(at);
    if (strict >= 0) this.#quoted(step, strict, this.#now, step.isRepaired);
    if (step.cells === this.#body) {
      for (const closing of closings.following(at, CLOSINGS_TRIED)) if (closing !== strict) this.#quoted(step, closing, this.#later, true);
    }
    this.#bare(step, at, this.#later, true);
  }

  #quoted(step: Step, closing: number, steps: Step[], isRepaired: boolean): void {
    if (closing >= this.#limit) return;
    const { closings, delimiter } = this.#stretch;
    this.#add(step, step.at + 1, closing, closings.behind(closing, delimiter), steps, true, isRepaired);
  }

  #bare(step: Step, from: number, steps: Step[], isRepaired: boolean): void {
    const { text, isLast } = this.#stretch;
    let end = this.#stretch.bareEnd(from);
    this.#add(step, step.at, end, end, steps, false, isRepaired);
    if (step.cells !== this.#body) return;
    for (let ends = 0; ends < PLAIN_ENDS && end < this.#limit && text.charCodeAt(end) === this.#plainEnd; ends += 1) {
      // A CR before an LF is no bare CR.
      if (afterLineEnd(text, end, isLast) !== end + 1) return;
      end = this.#stretch.bareEnd(end + 1);
      this.#add(step, step.at, end, end, this.#later, false, isRepaired);
    }
  }

  /** Notes the cell between two places, after which the text goes on at `end`. */
  #add(step: Step, start: number, stop: number, end: number, steps: Step[], isQuoted: boolean, isRepaired: boolean): void {
    const { text, delimiter, isLast } = this.#stretch;
    if (end > this.#limit) return;
    const cells = step.cells + 1;
    // A record may have more cells than its heading if they are blank.
    if (cells > this.#layout.width && text.slice(start, stop).trim() !== '') return;
    const next = { cells, before: step, start, stop, isQuoted, isRepaired };
    if (end < text.length && text.charCodeAt(end) === delimiter) {
      steps.push({ ...next, at: end + 1 });
      return;
    }
    if (end < text.length ? !isLineEnd(text.charCodeAt(end)) : !isLast) return;
    const after = end < text.length ? afterLineEnd(text, end, isLast) : end;
    if (after < 0 || after > this.#limit || after >= (this.#best?.end ?? Infinity) || cells < this.#layout.needed) return;
    const row = rowOf(text, { ...next, at: after }, this.#body);
    if (isMessage(this.#layout, row) && !this.#suspicion.isRow(row)) this.#best = { row, end: after, isRepaired };
  }
}

export interface Rules {
  readonly layout: Layout;
  readonly suspicion: Suspicion;
  /** The character that ends lines in old files of the other kind: LF in a file of bare CR, CR in all others. */
  readonly plainEnd: number;
}

/**
 * The shortest reading of the record at a place that is a message without a sign of swallowed rows; of those that end in
 * one place, the nearest to RFC 4180.
 *
 * @param limit the reading ends here at the latest
 */
export const bestReading = (stretch: Stretch, { layout, suspicion, plainEnd }: Rules, from: number, limit: number): Reading | undefined =>
  new Search(stretch, layout, suspicion, plainEnd, Math.min(limit, from + REPAIR_WINDOW, stretch.text.length)).run(from);
