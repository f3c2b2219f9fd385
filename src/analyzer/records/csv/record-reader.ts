import Papa from 'papaparse';
import type { Row } from '../row-batch.ts';

export interface Records {
  /** Whole records, blank lines among them as one empty cell. */
  readonly rows: readonly Row[];
  /** Line of the file, 1 = first, on which the first of them begins. */
  readonly firstLine: number;
}

/** No record of a message log is longer: a body has at most 1,600 characters. Beyond it, a quote was never closed. */
const RUNAWAY = 65_536;

interface Parsed {
  readonly data: readonly Row[];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Text to records with PapaParse, fed in pieces: `ignoreLastRow` and `meta.cursor` tell where the last whole record of
 * a piece ends. Line ends are LF, CR LF (the CR is dropped) or bare CR.
 */
export class RecordReader {
  readonly #parser: Papa.Parser;
  readonly #newline: '\n' | '\r';
  readonly #width: number;
  #rest = '';
  #line = 1;
  /** Lines skipped because a quote opened in them is never closed. */
  readonly brokenLines: number[] = [];
  /** Line on which the last record begins, when the file ends inside its quotes. */
  unclosedEnd: number | undefined;

  /**
   * @param head the beginning of the text: without any line feed, bare CR parts the records
   * @param width cells of the header; a record of that width after an unclosed quote shows that the quote was a mistake
   */
  constructor(delimiter: string, head: string, width: number) {
    this.#width = width;
    this.#newline = !head.includes('\n') && head.includes('\r') ? '\r' : '\n';
    this.#parser = new Papa.Parser({ delimiter, newline: this.#newline });
  }

  /** Skips the beginning of the file, which holds this many lines. */
  skipLines(count: number): void {
    this.#line += count;
  }

  /** The records that end in this piece of text. */
  read(text: string, isLast: boolean): readonly Records[] {
    const found: Records[] = [];
    let input = this.#rest + text;
    for (;;) {
      const { data, meta } = this.#parse(input);
      if (data.length > 0) found.push({ rows: data, firstLine: this.#line });
      this.#line += this.#countLines(input, meta.cursor);
      input = input.slice(meta.cursor);
      if (input.length <= RUNAWAY) break;
      input = this.#dropLine(input);
    }
    this.#rest = input;
    if (isLast) this.#finish(found);
    return found;
  }

  /** What is left has no line end of its own. An unclosed quote may have swallowed whole records: they are tried without its line. */
  #finish(found: Records[]): void {
    let input = this.#rest;
    this.#rest = '';
    const startLine = this.#line;
    const dropped: number[] = [];
    while (input !== '') {
      const { data, errors } = this.#parser.parse(input, 0, false) as Parsed;
      const isClosed = !errors.some(({ code }) => code === 'MissingQuotes');
      if (isClosed && (dropped.length === 0 || data.some((row) => row.length === this.#width))) {
        this.brokenLines.push(...dropped);
        found.push({ rows: this.#trimmed(data), firstLine: this.#line });
        return;
      }
      const end = input.indexOf(this.#newline);
      if (isClosed || end < 0) break;
      dropped.push(this.#line);
      this.#line += 1;
      input = input.slice(end + 1);
    }
    if (dropped.length > 0 || input !== '') this.unclosedEnd = startLine;
  }

  #parse(input: string): Parsed {
    const parsed = this.#parser.parse(input, 0, true) as Parsed;
    return input.includes('\r') ? { ...parsed, data: this.#trimmed(parsed.data) } : parsed;
  }

  /** Drops the CR of CR LF from the last cell of each record. */
  #trimmed(rows: readonly Row[]): readonly Row[] {
    if (this.#newline === '\r') return rows;
    for (const row of rows as string[][]) {
      const last = row.length - 1;
      const cell = row[last] ?? '';
      if (cell.charCodeAt(cell.length - 1) === 13) row[last] = cell.replace(/\r+$/, '');
    }
    return rows;
  }

  #dropLine(input: string): string {
    this.brokenLines.push(this.#line);
    const end = input.indexOf(this.#newline);
    if (end < 0) return '';
    this.#line += 1;
    return input.slice(end + 1);
  }

  #countLines(text: string, end: number): number {
    let count = 0;
    for (let at = text.indexOf(this.#newline); at >= 0 && at < end; at = text.indexOf(this.#newline, at + 1)) count += 1;
    return count;
  }
}
