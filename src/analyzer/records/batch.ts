import type { Dialect } from '../message/dialect.ts';
import type { Encoding } from '../message/avoidable-width.ts';
import { codedFields, textFields, type CodedField, type Field, type TextField } from '../message/fields.ts';

/**
 * One field of all rows of a batch. A cell answers what it means without becoming a string, where its reader can tell from
 * bytes; every answer is the one that its text gives (text-column.ts).
 */
export interface Column {
  /** The cell as the log has it, unquoted; '' for an empty cell. Made when asked, so do not ask for what is not needed. */
  text(row: number): string;
  /** Whether the cell says nothing, with or without a word for it (message/nothing.ts). */
  isEmpty(row: number): boolean;
  /** At least the length of the text, at most four times as much. */
  size(row: number): number;
  /** Milliseconds since 1970 in UTC, by the dialect of the batch; NaN for an empty cell and for what is no time. */
  time(row: number): number;
  /** Digits of a plain E.164 number, 0 for anything else (message/address.ts). */
  digits(row: number): number;
  /** Millionths of the unit, -1 where the cell is empty or no number (message/price.ts). */
  price(row: number): number;
  /** A number of segments, 0 for none (message/segments.ts). */
  segments(row: number): number;
  /** Fingerprint of a SID, 0 for anything else (message/sid.ts). */
  sid(row: number): number;
  /** Writes a SID as five numbers, the first of which is 0 for anything else (message/sid.ts). @param at place of the first of them */
  sidWords(row: number, into: Uint32Array, at: number): void;
  /** Hosts of the links in a text, in lower case, each once (message/links.ts). */
  linkHosts(row: number): readonly string[];
  /** Fingerprint of the template of a body, 0 for an empty one (message/template.ts). @param sender fingerprint of who sends it */
  template(row: number, sender: number): number;
  /** Fingerprint of a text to the last character, 32 bits; 0 for an empty one (message/text-hash.ts). */
  hash(row: number): number;
  /** Alphabet of a text (message/avoidable-width.ts). */
  encoding(row: number): Encoding;
}

/** A field of few values: each is numbered, once for the whole source. */
export interface CodedColumn extends Column {
  /** Index into `dictionary`. Values beyond DICTIONARY_LIMIT share the number 0. */
  id(row: number): number;
  /** Grows while a source is read; entry 0 is '' and stands for "empty" and, when the dictionary is full, for "any other". */
  readonly dictionary: readonly string[];
}

/** Most different values that a coded column numbers. */
export const DICTIONARY_LIMIT = 65_536;

export type Columns = { readonly [F in CodedField]?: CodedColumn | undefined } & { readonly [F in TextField]?: Column | undefined };

/** Reads a record again that was met under one heading. */
export interface RecordTable {
  /**
   * The record that begins with these bytes, as a batch of at least one row, the first of which is it; `undefined` where its end is not
   * among them or they are no such record. The batch is filled again by the next call.
   */
  read(bytes: Uint8Array): Batch | undefined;
}

/** Where the records of a batch are. */
export interface BatchOrigin {
  readonly table: RecordTable;
  /** The byte of the source at which the record begins, as the bytes were handed to the reader; -1 where it cannot be told. */
  offset(row: number): number;
}

/**
 * Some whole records of one source, as columns. A reader fills the same batch again for the next rows, so nothing may
 * keep it; whoever keeps a cell's text copies it (memory/own-text.ts).
 */
export interface Batch {
  readonly rows: number;
  readonly columns: Columns;
  /** How the cells of these records are written; another batch of the same source may have another. */
  readonly dialect: Dialect;
  /** Absent where the records are no bytes of the source. */
  readonly origin?: BatchOrigin | undefined;
  /** Line of the file, 1 = first, on which the record begins. Costly: for notices only. */
  line(row: number): number;
}

/** The columns of a layout, each made once. @param cells field -> place of its cell in a record */
export function columnsOf(
  cells: ReadonlyMap<Field, number>,
  makeCoded: (cell: number, field: CodedField) => CodedColumn,
  makePlain: (cell: number) => Column,
): Columns {
  const columns: { -readonly [F in keyof Columns]: Columns[F] } = {};
  for (const field of codedFields) {
    const cell = cells.get(field);
    if (cell !== undefined) columns[field] = makeCoded(cell, field);
  }
  for (const field of textFields) {
    const cell = cells.get(field);
    if (cell !== undefined) columns[field] = makePlain(cell);
  }
  return columns;
}
