import { countLineEnds } from './line-ends.ts';
import type { Row } from '../row.ts';

/** Lines a record spans beyond its first: the line ends inside its cells. */
function innerLines(row: Row): number {
  let count = 0;
  for (const cell of row) count += countLineEnds(cell);
  return count;
}

/** Lines of the records of one piece, found when asked: a notice needs them, a healthy log does not. */
export class LineCounter {
  readonly #rows: readonly Row[];
  readonly #lines: number[];

  constructor(rows: readonly Row[], firstLine: number) {
    this.#rows = rows;
    this.#lines = [firstLine];
  }

  /** Line of the file, 1 = first, on which a record begins. */
  line(row: number): number {
    for (let at = this.#lines.length; at <= row; at += 1) {
      this.#lines.push((this.#lines[at - 1] ?? 0) + 1 + innerLines(this.#rows[at - 1] ?? []));
    }
    return this.#lines[row] ?? 0;
  }
}
