import type { Decoder } from '../../bytes/decoder.ts';
import type { Field } from '../../message/fields.ts';
import type { Batch } from '../batch.ts';
import type { BlockReader } from '../records.ts';
import { ByteBatch } from './byte-batch.ts';
import { ByteScan } from './byte-scan.ts';
import type { CsvReader, OpenTable } from './csv-reader.ts';
import { SHORTEST_STATUS } from './note.ts';
import { Suspicion } from './suspicion.ts';
import { TableAgain } from './table-again.ts';

/** Places behind the bytes that are scanned. */
const MARGIN = 8;

const utf8 = new TextEncoder();

/** What is set up for the records under one heading. */
interface Scanned {
  readonly table: OpenTable;
  readonly scan: ByteScan;
  readonly batch: ByteBatch;
}

/**
 * Reads well-formed UTF-8 without making text of it, block by block; every other block goes to CsvReader, which knows all else:
 * encodings, headings, trailers, rows of another width, stray quotes, the end of the file. A block is taken whole or not at
 * all, so that nothing is told in another order.
 */
export class ByteReader implements BlockReader {
  readonly blocks = { asBytes: 0, asText: 0 };
  readonly #csv: CsvReader;
  readonly #decoder: Decoder;
  /** The beginning of the next record, while it is held here, and the block behind it. */
  #bytes = new Uint8Array(0);
  /** Bytes of that beginning; -1 while the readers of text hold it. */
  #rest = -1;
  /** Whether the beginning that is held was taken from the readers of text: how many bytes of the source it was is not sure. */
  #isTaken = false;
  /** Bytes of the source before the block. */
  #before = 0;
  #scanned: Scanned | undefined;

  constructor(csv: CsvReader, decoder: Decoder) {
    this.#csv = csv;
    this.#decoder = decoder;
  }

  get delimiter(): string {
    return this.#csv.delimiter;
  }

  get columns(): Readonly<Partial<Record<Field, string>>> {
    return this.#csv.columns;
  }

  get ignored(): readonly string[] {
    return this.#csv.ignored;
  }

  *read(block: Uint8Array, isLast: boolean): Generator<Batch, void> {
    const scanned = isLast ? undefined : this.#takeOver();
    if (scanned !== undefined && this.#scan(scanned, block)) {
      const { scan, batch } = scanned;
      this.blocks.asBytes += 1;
      if (scan.rows > 0) yield batch;
      if (scan.rows > 0) this.#isTaken = false;
      this.#rest += block.length - scan.end;
      this.#bytes.copyWithin(0, scan.end, scan.end + this.#rest);
      this.#before += block.length;
      return;
    }
    this.#before += block.length;
    if (block.length > 0) this.blocks.asText += 1;
    this.#giveBack();
    yield* this.#csv.read(this.#decoder.decode(block, isLast), isLast);
  }

  /** Takes what the readers of text hold of the next record; `undefined` where only they can go on. */
  #takeOver(): Scanned | undefined {
    const { table } = this.#csv;
    if (table === undefined || this.#decoder.encoding !== 'utf-8') return undefined;
    if (this.#rest < 0) {
      const text = this.#csv.takeRest();
      if (text === undefined) return undefined;
      const rest = utf8.encode(text);
      const cut = this.#decoder.takeCut();
      this.#rest = rest.length + cut.length;
      this.#isTaken = this.#rest > 0;
      this.#makeRoom(0, this.#rest);
      this.#bytes.set(rest);
      this.#bytes.set(cut, rest.length);
    }
    if (this.#scanned?.table !== table) this.#scanned = this.#under(table);
    return this.#scanned;
  }

  /** Gives the readers of text what was held of the next record, as they would have kept it. */
  #giveBack(): void {
    if (this.#rest < 0) return;
    this.#csv.giveRest(this.#decoder.decode(this.#bytes.subarray(0, this.#rest), false));
    this.#rest = -1;
  }

  #under(table: OpenTable): Scanned {
    const { layout, dialect } = table;
    const { delimiter, dictionaries } = this.#csv;
    const suspect = new Suspicion(layout, delimiter).delimiters;
    const scan = new ByteScan({ delimiter, width: layout.width, suspect });
    const again = new TableAgain(delimiter, layout.width, layout.cells, dialect);
    return { table, scan, batch: new ByteBatch(scan, layout.cells, dictionaries, dialect, again) };
  }

  /** Finds the records that end in this block. @returns false when something in it is not well-formed */
  #scan({ scan, batch, table }: Scanned, block: Uint8Array): boolean {
    const length = this.#rest + block.length;
    this.#makeRoom(this.#rest, length + MARGIN);
    this.#bytes.set(block, this.#rest);
    if (!scan.scan(this.#bytes, length) || !isPlain(scan, table)) return false;
    if (scan.isWide) this.#decoder.noteWide();
    batch.firstLine = this.#csv.line;
    batch.firstByte = this.#before - this.#rest;
    batch.firstSure = this.#isTaken ? 1 : 0;
    this.#csv.line += scan.lines;
    return true;
  }

  /** @param kept bytes from the beginning that stay */
  #makeRoom(kept: number, length: number): void {
    if (this.#bytes.length >= length) return;
    const bytes = new Uint8Array(2 * length);
    bytes.set(this.#bytes.subarray(0, kept));
    this.#bytes = bytes;
  }
}

/** Whether no record may be a heading or a note, and to none sticks a trailer: what CsvReader asks of rows of the right width. */
function isPlain(scan: ByteScan, { guess, trailers, layout }: OpenTable): boolean {
  const last = layout.width - 1;
  const { status } = layout;
  for (let row = 0; row < scan.rows; row += 1) {
    const first = scan.bytes[scan.from(row, 0)] ?? 0;
    // "+" or a digit: a phone number or a time.
    const isNumber = first === 43 || (first >= 48 && first <= 57);
    if (status >= 0 && scan.to(row, status) - scan.from(row, status) < SHORTEST_STATUS) return false;
    if (!isNumber && guess.isLikely(scan.text(row, 0))) return false;
    for (const trailer of trailers) {
      if (scan.to(row, last) - scan.from(row, last) >= trailer.length && scan.text(row, last).endsWith(trailer)) return false;
    }
  }
  return true;
}
