import { REPAIR_WINDOW } from './limits.ts';
import { isMessage, type Layout } from './layout.ts';
import { afterLineEnd, isLineEnd } from './line-ends.ts';
import type { Row } from '../row.ts';
import { unquoted, type Stretch } from './stretch.ts';
import type { Suspicion } from './suspicion.ts';

const QUOTE = 34;
/** Quotes inside one body that are tried as its end. */
const CLOSINGS_TRIED = 12;
/** Blank cells that a row may have more than its heading. */
const SURPLUS = 64;
/** Line ends of the other kind in one body. */
const PLAIN_ENDS = 64;
/** Cells tried for one record, beyond eight times the cells of its heading: a real row takes a tenth of it. */
const STEPS = 400;

/** One way to read a record. */
export interface Reading {
  readonly row: Row;
  /** Where the next record begins. */
  readonly end: number;
  /** Whether a quote was taken otherwise than RFC 4180 has it. */
  readonly isRepaired: boolean;
}

export interface Rules {
  readonly layout: Layout;
  readonly suspicion: Suspicion;
  /** The character that ends lines in old files of the other kind: LF in a file of bare CR, CR in all others. */
  readonly plainEnd: number;
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
  for (let step = last; step.before !== undefined; step = step.before) {
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
  readonly #isDoubling: boolean;
  readonly #body: number;
  readonly #met = new Set<number>();
  #from = 0;
  #left: number;
  #later: Step[] = [];
  #now: Step[] = [];
  #best: Reading | undefined;

  constructor(stretch: Stretch, { layout, suspicion, plainEnd }: Rules, limit: number, isDoubling: boolean) {
    this.#stretch = stretch;
    this.#layout = layout;
    this.#suspicion = suspicion;
    this.#plainEnd = plainEnd;
    this.#limit = limit;
    this.#isDoubling = isDoubling;
    this.#body = layout.cells.get('body') ?? -1;
    this.#left = STEPS + 8 * layout.width;
  }

  run(from: number): Reading | undefined {
    this.#from = from;
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
    const key = this.#key(at, step.cells);
    if (this.#met.has(key) || at > (this.#best?.end ?? this.#limit)) return;
    this.#met.add(key);
    this.#left -= 1;
    const { text, closings } = this.#stretch;
    if (text.charCodeAt(at) !== QUOTE) {
      this.#bare(step, at, this.#now, step.isRepaired);
      return;
    }
    const strict = closings.strict(at);
    if (strict >= 0) this.#quoted(step, strict, this.#now, step.isRepaired);
    // The last one noted is the first one tried.
    this.#bare(step, at, this.#later, true);
    if (step.cells === this.#body && !this.#isDoubling) {
      for (const closing of closings.following(at, CLOSINGS_TRIED)) if (closing !== strict) this.#quoted(step, closing, this.#later, true);
    }
  }

  /** A number for a place and the cells before it. */
  #key(at: number, cells: number): number {
    return (at - this.#from) * (this.#layout.width + SURPLUS + 1) + cells;
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
    const surplus = cells - this.#layout.width;
    if (surplus > 0 && (surplus > SURPLUS || text.slice(start, stop).trim() !== '')) return;
    if (end < text.length && text.charCodeAt(end) === delimiter) {
      const at = end + 1;
      if (!this.#met.has(this.#key(at, cells))) steps.push({ at, cells, before: step, start, stop, isQuoted, isRepaired });
      return;
    }
    if (end < text.length ? !isLineEnd(text.charCodeAt(end)) : !isLast) return;
    const after = end < text.length ? afterLineEnd(text, end, isLast) : end;
    if (after < 0 || after > this.#limit || cells < this.#layout.needed || !this.#isBetter(after, cells)) return;
    const row = rowOf(text, { at: after, cells, before: step, start, stop, isQuoted, isRepaired }, this.#body);
    if (!isMessage(this.#layout, row) || row.some((cell) => this.#suspicion.isCell(cell))) return;
    this.#best = { row, end: after, isRepaired };
  }

  /** Shorter than the best so far, or as long and, unlike it, as wide as the heading. */
  #isBetter(end: number, cells: number): boolean {
    if (this.#best === undefined || end < this.#best.end) return true;
    return end === this.#best.end && cells === this.#layout.width && this.#best.row.length !== cells;
  }
}

/** Whether a line has no quote and too few cells, so that there is only one way to read it, and that is no message. */
function isHopeless({ text, delimiter }: Stretch, { layout, plainEnd }: Rules, from: number): boolean {
  let cells = 1;
  let at = from;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return false;
    if (isLineEnd(unit)) break;
    if (unit === delimiter && ++cells >= layout.needed) return false;
  }
  return text.charCodeAt(at) !== plainEnd || layout.cells.get('body') === undefined;
}

/**
 * The shortest reading of the record at a place that is a message without a cell that may hold others; of those that end
 * in one place, one as wide as the heading, then the nearest to RFC 4180.
 *
 * @param limit the reading ends here at the latest
 * @param isDoubling the writer doubles the quotes in texts: none but the quotes of RFC 4180 close them
 */
export function bestReading(stretch: Stretch, rules: Rules, from: number, limit: number, isDoubling = false): Reading | undefined {
  if (isHopeless(stretch, rules, from)) return undefined;
  return new Search(stretch, rules, Math.min(limit, from + REPAIR_WINDOW, stretch.text.length), isDoubling).run(from);
}
