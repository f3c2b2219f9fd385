import Papa from 'papaparse';
import { CarefulReader } from './careful-reader.ts';
import { firstRecord } from './delimiter.ts';
import type { Layout } from './layout.ts';
import { CELL_LIMIT, RECORD_LIMIT } from './limits.ts';
import { LineCounter } from './line-counter.ts';
import { lineEndsOf, measureLines } from './line-ends.ts';
import type { Row } from '../row.ts';
import type { Records } from './record-group.ts';
import type { Trouble } from './verdict.ts';

export interface RecordOptions {
  readonly delimiter: string;
  /** The text from the heading row on, that row at least: its line end is the file's. */
  readonly head: string;
  readonly layout: Layout;
  /** Is told of everything that is no row or no row as it stands, in the order of the lines. */
  readonly tell: (trouble: Trouble, line: number) => void;
}

/** UTF-16 units that are parsed at a time; longer pieces are parted, so that the limits hold for them too. */
const PIECE = 131_072;

interface Parsed {
  readonly data: readonly Row[];
  readonly meta: { readonly cursor: number };
}

const parserOf = (delimiter: string, newline: '\n' | '\r'): Papa.Parser => new Papa.Parser({ delimiter, newline });

/** Drops the CR of CR LF from the last cell of each record. */
function trimmed(rows: readonly Row[]): readonly Row[] {
  for (const row of rows as string[][]) {
    const last = row.length - 1;
    const cell = row[last] ?? '';
    if (cell.charCodeAt(cell.length - 1) === 13) row[last] = cell.slice(0, -1);
  }
  return rows;
}

/** Place behind so many line ends. */
function behindLines(text: string, newline: string, count: number): number {
  let at = 0;
  for (let met = 0; met < count; met += 1) at = text.indexOf(newline, at) + 1;
  return at;
}

/**
 * Text to records, fed in pieces; where they are cut changes nothing.
 *
 * PapaParse reads all text whose rows show no sign of a swallowed row (suspicion.ts) and whose line ends are of one kind:
 * `ignoreLastRow` and `meta.cursor` tell where the last whole record of a piece ends. From the first suspect row to the
 * end of a piece CarefulReader takes over. Line ends are LF, CR LF and bare CR.
 */
export class RecordReader {
  readonly #parsers: Readonly<Record<'\n' | '\r', Papa.Parser>>;
  readonly #careful: CarefulReader;
  #rest = '';
  /** Text that must be there before it is worth another try: twice what was not enough. */
  #enough = 0;
  /** Whether what is held waits for that. */
  #isWaiting = false;

  constructor({ delimiter, head, layout, tell }: RecordOptions) {
    this.#parsers = { '\n': parserOf(delimiter, '\n'), '\r': parserOf(delimiter, '\r') };
    const heading = firstRecord(head).length;
    const plainEnd = head[heading] === '\r' && head[heading + 1] !== '\n' ? '\n' : '\r';
    this.#careful = new CarefulReader({ delimiter, layout, plainEnd, tell });
  }

  /** Line of the file on which the next record begins. */
  get line(): number {
    return this.#careful.line;
  }

  set line(line: number) {
    this.#careful.line = line;
  }

  /** Gives away the beginning of the next record; `undefined` while more of it is waited for, a line is skipped, or damage stands in it. */
  takeRest(): string | undefined {
    const rest = this.#rest;
    if (this.#isWaiting || this.#careful.isSkipping || rest.length > CELL_LIMIT || rest.includes('\ufffd')) return undefined;
    this.#rest = '';
    this.#enough = 0;
    return rest;
  }

  /** Takes back the beginning of the next record, when nothing else is held. */
  giveRest(text: string): void {
    this.#rest = text;
    this.#enough = 2 * text.length;
  }

  /** Another heading row was met; holds from the group of records after the one that is handled. */
  useLayout(layout: Layout): void {
    this.#careful.useLayout(layout);
  }

  /** The records that end in this piece of text, in groups; each must be handled before the next is asked for. */
  *read(text: string, isLast: boolean): Generator<Records, void> {
    for (let at = 0; at + PIECE < text.length; at += PIECE) yield* this.#take(text.slice(at, at + PIECE), false);
    yield* this.#take(text.slice(Math.floor(Math.max(0, text.length - 1) / PIECE) * PIECE), isLast);
  }

  *#take(piece: string, isLast: boolean): Generator<Records, void> {
    const text = this.#rest + piece;
    this.#isWaiting = !isLast && text.length < this.#enough;
    if (this.#isWaiting) {
      this.#rest = text;
      return;
    }
    const rest = this.#careful.behindSkipped(text, isLast);
    this.#rest = this.#careful.isSkipping ? rest : yield* this.#records(rest, isLast);
    this.#enough = 2 * this.#rest.length;
  }

  /** @returns the beginning of a record that ends in the next piece */
  *#records(text: string, isLast: boolean): Generator<Records, string> {
    const careful = this.#careful;
    const lineEnds = lineEndsOf(text, isLast);
    if (lineEnds === 'mixed' || text.length > RECORD_LIMIT) return yield* careful.read(text, isLast);
    // A CR at the end may be half a CR LF.
    const whole = lineEnds === '\r' && !isLast && text.endsWith('\r') ? text.slice(0, -1) : text;
    const { data, meta } = this.#parsers[lineEnds].parse(whole, 0, true) as Parsed;
    const rows = lineEnds === '\n' && text.includes('\r') ? trimmed(data) : data;
    const { count: lines, longest } = measureLines(text, lineEnds, meta.cursor);
    if (longest > CELL_LIMIT) return yield* careful.read(text, isLast);
    const plain = careful.suspicion.first(rows, lineEnds, lines - rows.length);
    const firstLine = careful.line;
    if (plain === rows.length) {
      careful.line += lines;
      if (rows.length > 0) yield { rows, firstLine, isEnd: false };
      const rest = text.slice(meta.cursor);
      return isLast || rest.length > CELL_LIMIT ? yield* careful.read(rest, isLast) : rest;
    }
    const before = new LineCounter(rows, 0).line(plain);
    careful.line += before;
    if (plain > 0) yield { rows: rows.slice(0, plain), firstLine, isEnd: false };
    return yield* careful.read(text.slice(behindLines(text, lineEnds, before)), isLast);
  }
}
