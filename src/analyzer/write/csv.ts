import { csvRow } from './cells.ts';

/** Lines in one piece of a long text. */
const PIECE_LINES = 500;

/**
 * A long text in pieces, so that whoever makes it can do something else in between.
 *
 * @param line a row as it is printed, with its line end
 */
export function* inPieces<Row>(rows: readonly Row[], line: (row: Row) => string): Generator<string, void, void> {
  for (let from = 0; from < rows.length; from += PIECE_LINES)
    yield rows
      .slice(from, from + PIECE_LINES)
      .map(line)
      .join('');
}

/**
 * A table with its heading as CSV, in pieces.
 *
 * @param cells of a row; asked when its piece is made
 */
export function* toCsv<Row>(
  heading: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => readonly string[],
): Generator<string, void, void> {
  yield csvRow(heading);
  yield* inPieces(rows, (row) => csvRow(cells(row)));
}
