import Papa from 'papaparse';
import type { Row } from '../row.ts';

interface Parsed {
  readonly data: readonly Row[];
  readonly meta: { readonly cursor: number };
}

/** Rows of a CSV that a program wrote, as cells, fed in pieces. It mends nothing: whoever takes the rows says what is wrong with them. */
export class PlainRows {
  readonly #delimiter: string;
  #rest = '';
  #skip: number;

  /** @param skip characters before the heading */
  constructor(delimiter: string, skip: number) {
    this.#delimiter = delimiter;
    this.#skip = skip;
  }

  /** The rows that end in this piece of text, the heading first; empty lines left out. */
  read(piece: string, isLast: boolean): readonly Row[] {
    const text = this.#rest + piece;
    const begun = text.slice(this.#skip);
    this.#skip = Math.max(0, this.#skip - text.length);
    const { data, meta } = new Papa.Parser({ delimiter: this.#delimiter, newline: '\n' }).parse(begun, 0, !isLast) as Parsed;
    this.#rest = isLast ? '' : begun.slice(meta.cursor);
    return data.map(withoutReturn).filter((row) => row.length > 1 || row[0] !== '');
  }
}

/** A row without the CR of CR LF. */
const withoutReturn = (row: Row): Row =>
  row.at(-1)?.endsWith('\r') === true ? [...row.slice(0, -1), (row.at(-1) ?? '').slice(0, -1)] : row;
