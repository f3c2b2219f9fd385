import type { Dialect } from '../message/dialect.ts';
import { codedFields, textFields, type Field } from '../message/fields.ts';
import type { Batch, CodedColumn, Column, Columns } from './batch.ts';
import { Dictionary } from './dictionary.ts';
import type { Row } from './row.ts';

class RowColumn implements Column {
  readonly #cell: number;
  rows: readonly Row[] = [];

  constructor(cell: number) {
    this.#cell = cell;
  }

  text(row: number): string {
    return this.rows[row]?.[this.#cell] ?? '';
  }
}

class CodedRowColumn extends RowColumn implements CodedColumn {
  readonly #values: Dictionary;
  readonly dictionary: readonly string[];

  constructor(cell: number, values: Dictionary) {
    super(cell);
    this.#values = values;
    this.dictionary = values.values;
  }

  id(row: number): number {
    return this.#values.id(this.text(row));
  }
}

/** A batch over rows of cells, as PapaParse gives them; filled again with `fill`. */
export class RowBatch implements Batch {
  rows = 0;
  readonly columns: Columns;
  readonly dialect: Dialect;
  readonly #all: readonly RowColumn[];
  #lineOf: (row: number) => number = () => 0;

  /** @param cells field -> place of its cell in a row */
  constructor(cells: ReadonlyMap<Field, number>, dictionaries: Map<Field, Dictionary>, dialect: Dialect) {
    this.dialect = dialect;
    const columns: { -readonly [F in keyof Columns]: Columns[F] } = {};
    const all: RowColumn[] = [];
    for (const field of codedFields) {
      const cell = cells.get(field);
      if (cell === undefined) continue;
      const values = dictionaries.get(field) ?? new Dictionary();
      dictionaries.set(field, values);
      const column = new CodedRowColumn(cell, values);
      columns[field] = column;
      all.push(column);
    }
    for (const field of textFields) {
      const cell = cells.get(field);
      if (cell === undefined) continue;
      const column = new RowColumn(cell);
      columns[field] = column;
      all.push(column);
    }
    this.columns = columns;
    this.#all = all;
  }

  fill(rows: readonly Row[], lineOf: (row: number) => number): void {
    this.rows = rows.length;
    this.#lineOf = lineOf;
    for (const column of this.#all) column.rows = rows;
  }

  line(row: number): number {
    return this.#lineOf(row);
  }
}
