import { BODY_LIMIT } from './limits.ts';
import { countOf, type LineEnds } from './line-ends.ts';
import { isMessage, type Layout } from './layout.ts';
import type { Row } from '../row.ts';

/**
 * What shows in a row that a quote may have swallowed others:
 *
 * - it is not as wide as its heading, and not for want of cells that nobody reads;
 * - a cell has line ends and is longer than any message;
 * - a cell has line ends and about as many delimiters as a heading row: what lies between a cell and the same cell of a
 *   later row holds as many. Rows may lack cells at their end that nobody reads, so some fewer are a sign too.
 *
 * A row without these signs is what PapaParse says it is.
 */
export class Suspicion {
  readonly #layout: Layout;
  readonly #delimiter: string;
  /** Delimiters that make a cell of several lines suspect. */
  readonly delimiters: number;
  readonly #body: number;

  constructor(layout: Layout, delimiter: string) {
    const { width, needed } = layout;
    this.#layout = layout;
    this.#delimiter = delimiter;
    this.delimiters = Math.max(1, Math.ceil((needed - 1) / 2), 2 * needed - width - 1);
    this.#body = layout.cells.get('body') ?? -1;
  }

  /** Whether this cell may hold the rest of its row and the beginning of another. */
  isCell(cell: string): boolean {
    return cell.length > this.delimiters && (cell.includes('\n') || cell.includes('\r')) && this.#isLong(cell);
  }

  /** Whether a cell with line ends is longer than a message, or has the delimiters of a row. */
  #isLong(cell: string): boolean {
    return cell.length > BODY_LIMIT || countOf(cell, this.#delimiter) >= this.delimiters;
  }

  /** Whether a row has another width than its heading, and that is not for want of cells that nobody reads. */
  isWidth(row: Row): boolean {
    if (row.length === this.#layout.width || row.every((cell) => cell.trim() === '')) return false;
    return !isMessage(this.#layout, row) || row.some((cell) => cell.includes('"'));
  }

  isRow(row: Row): boolean {
    return this.isWidth(row) || row.some((cell) => this.isCell(cell));
  }

  /**
   * The first suspect of many rows, or their number when there is none; made for speed. Line ends are nearly always in
   * bodies: when those of the bodies are all that the text has, no other cell needs to be searched for them.
   *
   * @param inner line ends of the text that are inside cells
   */
  first(rows: readonly Row[], lineEnds: Exclude<LineEnds, 'mixed'>, inner: number): number {
    const found = this.#firstPlain(rows, lineEnds, inner);
    const before = found.left > 0 ? rows.slice(0, found.place).findIndex((row) => row.some((cell) => this.isCell(cell))) : -1;
    return before < 0 ? found.place : before;
  }

  /** The first row of a suspect width or body, and the line ends that were met in no body. */
  #firstPlain(rows: readonly Row[], lineEnds: string, inner: number): { readonly place: number; readonly left: number } {
    const { width } = this.#layout;
    const body = this.#body;
    let left = inner;
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place] ?? [];
      if (row.length !== width && this.isWidth(row)) return { place, left };
      if (left <= 0) continue;
      const text = row[body] ?? '';
      const lineEnd = text.indexOf(lineEnds);
      if (lineEnd < 0) continue;
      left -= countOf(text, lineEnds, lineEnd);
      if (this.#isLong(text)) return { place, left };
    }
    return { place: rows.length, left };
  }
}
