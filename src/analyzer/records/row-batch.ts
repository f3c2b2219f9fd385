import type { Dialect } from '../message/dialect.ts';
import type { Field } from '../message/fields.ts';
import { entryOf } from '../memory/entry-of.ts';
import { columnsOf, type Batch, type CodedColumn, type Columns } from './batch.ts';
import { Dictionary } from './dictionary.ts';
import type { Row } from './row.ts';
import { TextColumn } from './text-column.ts';

class RowColumn extends TextColumn {
  readonly #cell: number;
  rows: readonly Row[] = [];

  constructor(cell: number, dialect: Dialect) {
    super(dialect);
    this.#cell = cell;
  }

  text(row: number): string {
    return this.rows[row]?.[this.#cell] ?? '';
  }
}

class CodedRowColumn extends RowColumn implements CodedColumn {
  readonly #values: Dictionary;
  readonly dictionary: readonly string[];

  constructor(cell: number, dialect: Dialect, values: Dictionary) {
    super(cell, dialect);
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
  readonly #all: RowColumn[] = [];
  #lineOf: (row: number) => number = () => 0;

  /** @param cells field -> place of its cell in a row */
  constructor(cells: ReadonlyMap<Field, number>, dictionaries: Map<Field, Dictionary>, dialect: Dialect) {
    this.dialect = dialect;
    const kept = <Kept extends RowColumn>(column: Kept): Kept => {
      this.#all.push(column);
      return column;
    };
    this.columns = columnsOf(
      cells,
      (cell, field) =>
        kept(
          new CodedRowColumn(
            cell,
            dialect,
            entryOf(dictionaries, field, () => new Dictionary()),
          ),
        ),
      (cell) => kept(new RowColumn(cell, dialect)),
    );
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
