import type { Dialect } from '../message/dialect.ts';
import type { CodedField, TextField } from '../message/fields.ts';

/** One field of all rows of a batch. */
export interface Column {
  /** The cell as the log has it, unquoted; '' for an empty cell. Decoded when asked, so do not ask for what is not needed. */
  text(row: number): string;
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

/**
 * Some whole records of one source, as columns. A reader fills the same batch again for the next rows, so nothing may
 * keep it; whoever keeps a cell's text copies it (memory/own-text.ts).
 */
export interface Batch {
  readonly rows: number;
  readonly columns: Columns;
  /** How the cells of these records are written; another batch of the same source may have another. */
  readonly dialect: Dialect;
  /** Line of the file, 1 = first, on which the record begins. Costly: for notices only. */
  line(row: number): number;
}
