import { Closings } from './closings.ts';
import { CELL_LIMIT } from './limits.ts';
import { afterLineEnd, isLineEnd } from './line-ends.ts';
import type { Row } from '../row.ts';

const QUOTE = 34;

/** A record as RFC 4180 reads it. */
export interface Scanned {
  readonly kind: 'record';
  readonly row: Row;
  /** Where each cell begins in the text, its quote included. */
  readonly starts: readonly number[];
  /** Where the next record begins. */
  readonly end: number;
}

export type Scan =
  | Scanned
  /** The text ends before the record does, and goes on. */
  | { readonly kind: 'unfinished' }
  /** A quote at `opening` is closed neither in the text nor within CELL_LIMIT. */
  | { readonly kind: 'open'; readonly opening: number };

/** The content of a quoted cell. */
export const unquoted = (text: string): string => (text.includes('"') ? text.replaceAll('""', '"') : text);

/** A piece of text that is read with care, record by record: what it costs more than PapaParse buys places in the text and every kind of line end. */
export class Stretch {
  readonly text: string;
  readonly isLast: boolean;
  readonly delimiter: number;
  readonly closings: Closings;

  /** @param isLast the file ends with this text */
  constructor(text: string, delimiter: string, isLast: boolean) {
    this.text = text;
    this.isLast = isLast;
    this.delimiter = delimiter.charCodeAt(0);
    this.closings = new Closings(text, this.delimiter, isLast);
  }

  /** Place of the delimiter or line end that ends a cell without quotes; the length of the text when there is none. */
  bareEnd(from: number): number {
    const { text, delimiter } = this;
    let at = from;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (unit === delimiter || isLineEnd(unit)) break;
      at += 1;
    }
    return at;
  }

  /** Reads the record at a place as PapaParse does, but with LF, CR LF and bare CR as line ends. */
  scan(from: number): Scan {
    const { text, delimiter, closings, isLast } = this;
    const row: string[] = [];
    const starts: number[] = [];
    let at = from;
    for (;;) {
      starts.push(at);
      let end: number;
      if (text.charCodeAt(at) === QUOTE) {
        const closing = closings.strict(at);
        if (closing < 0 && closings.pending) return { kind: 'unfinished' };
        if (closing < 0 ? text.length - at > CELL_LIMIT || isLast : closing - at > CELL_LIMIT) return { kind: 'open', opening: at };
        if (closing < 0) return { kind: 'unfinished' };
        row.push(unquoted(text.slice(at + 1, closing)));
        end = closings.behind(closing, delimiter);
      } else {
        end = this.bareEnd(at);
        row.push(text.slice(at, end));
      }
      if (end === text.length) return isLast ? { kind: 'record', row, starts, end } : { kind: 'unfinished' };
      if (text.charCodeAt(end) === delimiter) {
        at = end + 1;
        continue;
      }
      const next = afterLineEnd(text, end, isLast);
      return next < 0 ? { kind: 'unfinished' } : { kind: 'record', row, starts, end: next };
    }
  }
}
