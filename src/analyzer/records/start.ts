import type { KnownTables } from './csv/csv-reader.ts';
import type { Delimiter } from './csv/delimiter.ts';
import type { Row } from './row.ts';

/** Where the records of a source begin. */
export interface Start {
  /** The beginning of the text, as it was decoded. */
  readonly text: string;
  /** Characters and lines before the first record or the heading. */
  readonly skip: { readonly characters: number; readonly lines: number };
  /** The first row of a table and what parts its cells; absent for what is no table. */
  readonly heading?: { readonly cells: Row; readonly delimiter: Delimiter };
  /** What is known of other tables that may have been joined to this one. */
  readonly tables: KnownTables;
}
