import type { Field } from '../../message/fields.ts';
import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import type { Dictionary } from '../dictionary.ts';
import type { BatchReader, JsonRecords } from '../records.ts';
import type { Row } from '../row.ts';
import { RowBatch } from '../row-batch.ts';
import { ObjectSplitter } from './object-splitter.ts';

/** A value of JSON as a cell: `null`, lists and objects are empty, a number is its digits. */
const cellOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** JSON objects to batches, in whatever pages and lists they come. */
export class JsonReader implements BatchReader {
  readonly delimiter = '';
  readonly columns: Partial<Record<Field, string>> = {};
  readonly #keys: readonly (readonly [key: string, field: Field])[];
  readonly #splitter: ObjectSplitter;
  readonly #notices: Notices;
  readonly #batch: RowBatch;

  constructor({ fields, list, dialect }: JsonRecords, notices: Notices) {
    this.#keys = [...fields];
    this.#splitter = new ObjectSplitter(list);
    this.#notices = notices;
    const cells = new Map(this.#keys.map(([, field], place) => [field, place]));
    this.#batch = new RowBatch(cells, new Map<Field, Dictionary>(), dialect);
  }

  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    const rows: Row[] = [];
    const lines: number[] = [];
    for (const { text, line } of this.#splitter.read(piece)) {
      const row = this.#rowOf(text);
      if (row === undefined) {
        this.#notices.skip('broken-records', () => line);
        continue;
      }
      rows.push(row);
      lines.push(line);
    }
    if (rows.length > 0) {
      this.#batch.fill(rows, (row) => lines[row] ?? 0);
      yield this.#batch;
    }
    if (!isLast) return;
    for (const line of this.#splitter.tooLong) this.#notices.skip('broken-records', () => line);
    const { unfinished } = this.#splitter;
    if (unfinished !== undefined) this.#notices.skip('truncated-end', () => unfinished);
  }

  /** The cells of a record; `undefined` for what is no JSON object with any of the keys. */
  #rowOf(text: string): Row | undefined {
    let record: Readonly<Record<string, unknown>>;
    try {
      record = JSON.parse(text) as Readonly<Record<string, unknown>>;
    } catch {
      return undefined;
    }
    if (!this.#keys.some(([key]) => record[key] !== undefined)) return undefined;
    return this.#keys.map(([key, field]) => {
      const value = record[key];
      if (value !== undefined) this.columns[field] ??= key;
      return cellOf(value);
    });
  }
}
