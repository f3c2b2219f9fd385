import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import { LineSplitter } from '../form/line-splitter.ts';
import { LONGEST_RECORD, NamedRows } from '../named-rows.ts';
import type { BatchReader, NamedRecords } from '../records.ts';
import { foldedName } from '../../message/field-name.ts';
import { isClosing, isInPlace, isOpening, pairIn, type PairLayout } from './notation.ts';
import { valueOf } from './value.ts';

/** A record whose end has not been seen. */
interface OpenRecord {
  readonly line: number;
  /** Name -> the lines of its value. */
  readonly values: Map<string, string[]>;
  characters: number;
}

/** Records printed as lines of names and values to batches; a line without a name goes on with the value above it. */
export class PairsReader implements BatchReader {
  readonly delimiter = '';
  readonly #rows: NamedRows;
  readonly #layout: PairLayout;
  readonly #lines = new LineSplitter();
  #open: OpenRecord | undefined;
  #last: string[] | undefined;

  /** @throws Error without a layout: a bug of the format that took it for such a print-out */
  constructor(records: NamedRecords, notices: Notices) {
    if (records.pairs === undefined) throw new Error('Lines of names and values were recognised without the place of their names');
    this.#rows = new NamedRows(records, notices);
    this.#layout = records.pairs;
  }

  get columns(): BatchReader['columns'] {
    return this.#rows.columns;
  }

  get ignored(): readonly string[] {
    return this.#rows.ignored;
  }

  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    for (const { text, number } of this.#lines.read(piece, isLast)) {
      if (text === undefined) this.#rows.skip('broken-records', number);
      else this.#take(text, number);
    }
    if (isLast) this.#close();
    const batch = this.#rows.batch();
    if (batch !== undefined) yield batch;
  }

  #take(line: string, number: number): void {
    const layout = this.#layout;
    if (isOpening(line, layout)) {
      this.#close();
      return;
    }
    const pair = pairIn(line, layout.notation);
    if (pair !== undefined && isInPlace(pair, layout)) {
      const { name, rest, isEntry } = pair;
      if (isEntry || (layout.first !== undefined && foldedName(name) === layout.first)) this.#close();
      this.#open ??= { line: number, values: new Map(), characters: 0 };
      // A name that comes again stands in a text.
      if (!this.#open.values.has(name)) {
        this.#last = [rest];
        this.#open.values.set(name, this.#last);
        this.#open.characters += line.length;
        return;
      }
    }
    if (this.#open === undefined) return;
    if (isClosing(line, layout)) {
      this.#close();
      return;
    }
    this.#open.characters += line.length + 1;
    if (this.#open.characters <= LONGEST_RECORD) this.#last?.push(line);
  }

  /** Takes the record that is open, if one is. */
  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    if (open.characters > LONGEST_RECORD) {
      this.#rows.skip('broken-records', open.line);
      return;
    }
    const { notation, align, column } = this.#layout;
    const from = align === 'start' ? column : 0;
    this.#rows.add(Object.fromEntries([...open.values].map(([name, lines]) => [name, valueOf(lines, notation, from)])), open.line);
  }
}
