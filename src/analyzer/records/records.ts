import type { Dialect } from '../message/dialect.ts';
import type { Field } from '../message/fields.ts';
import type { Batch } from './batch.ts';

/** Name in the file -> field. Names not listed are ignored. */
export type FieldNames = ReadonlyMap<string, Field>;

/** Records that are rows of a table under a heading. */
export interface TableRecords {
  readonly kind: 'table';
  /** Headings, folded (`foldedName`) -> field. */
  readonly fields: FieldNames;
  /** Every heading the format is known to have, as it is spelled: the first cell of another heading row is one of them. */
  readonly headings: readonly string[];
  /** Rows that a program writes at the end and that are no message; each has its notice. */
  readonly trailers: readonly string[];
  readonly dialect: Dialect;
}

/** Records that are JSON objects: one, several one after another, in arrays, or in the list of a page. */
export interface JsonRecords {
  readonly kind: 'json';
  /** Keys of a record as they are spelled -> field. */
  readonly fields: FieldNames;
  /** Key of the list that a page of records has ("messages"). */
  readonly list: string;
  readonly dialect: Dialect;
}

/** Records that are lines under a heading line, whose cells nothing quotes: programs print such tables for the eye. */
export interface LineRecords {
  readonly kind: 'lines';
  /** How a line is cut: at tabs, where the words of the heading begin, or at bars ("|"), with or without lines drawn between. */
  readonly cut: 'tabs' | 'columns' | 'bars';
  /** Headings, folded (`foldedName`) -> field. */
  readonly fields: FieldNames;
  readonly dialect: Dialect;
}

/** What the records of a format look like: plain data, so that recognising a log loads no parser. */
export type Records = TableRecords | LineRecords | JsonRecords;

/** Text of one source to batches of whole records, with notices for everything that is no message. */
export interface BatchReader {
  /** Field -> its name in the file, for the fields met so far. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** What parts cells; '' where nothing does. */
  readonly delimiter: string;
  /**
   * Batches of the records that end in this piece of text; each must be used before the next is asked for.
   *
   * @param isLast whether this is the end of the text; the piece may be empty then
   */
  read(piece: string, isLast: boolean): Iterable<Batch>;
}
