import { foldedNames } from '../../message/field-name.ts';
import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import { NamedRows } from '../named-rows.ts';
import type { Start } from '../start.ts';
import type { BatchReader, Named, NamedRecords, TableRecords } from '../records.ts';
import type { Row } from '../row.ts';
import { CsvReader } from './csv-reader.ts';

/** The object in a cell; `undefined` for anything else. */
function objectIn(cell: string): Named | undefined {
  try {
    const value: unknown = JSON.parse(cell);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Named) : undefined;
  } catch {
    return undefined;
  }
}

/** Rows of a table that have their record in one cell, as JSON, to batches of those records. */
export class CellsReader implements BatchReader {
  readonly #rows: NamedRows;
  readonly #table: CsvReader;

  /** @throws Error for a table without a heading: a bug of the format that took it for one */
  constructor(records: NamedRecords, { text, skip, heading, tables }: Start, notices: Notices) {
    if (heading === undefined) throw new Error('A table was recognised where there is no heading row');
    this.#rows = new NamedRows(records, notices);
    const { cells, delimiter } = heading;
    // Of the table one column is read, as any text.
    const column: TableRecords = {
      kind: 'table',
      fields: new Map([[records.cell ?? '', 'body']]),
      headings: cells,
      trailers: [],
      dialect: records.dialect,
    };
    const names = foldedNames(cells).join('\n');
    const recognise = (row: Row): TableRecords | undefined => (foldedNames(row).join('\n') === names ? column : undefined);
    this.#table = new CsvReader({ records: column, heading: cells, delimiter, skip, tables: { ...tables, recognise } }, text, notices);
  }

  get columns(): BatchReader['columns'] {
    return this.#rows.columns;
  }

  get ignored(): readonly string[] {
    return this.#rows.ignored;
  }

  get delimiter(): string {
    return this.#table.delimiter;
  }

  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    for (const batch of this.#table.read(piece, isLast)) {
      for (let row = 0; row < batch.rows; row += 1) this.#rows.add(objectIn(batch.columns.body?.text(row) ?? ''), batch.line(row));
      const read = this.#rows.batch();
      if (read !== undefined) yield read;
    }
  }
}
