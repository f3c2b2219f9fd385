import type { Dialect } from '../../message/dialect.ts';
import type { Field } from '../../message/fields.ts';
import type { Batch, RecordTable } from '../batch.ts';
import { ByteBatch } from './byte-batch.ts';
import { ByteScan } from './byte-scan.ts';

/** Places behind the bytes that are scanned. */
const MARGIN = 8;

/** Bytes that most records fit into. */
const SHORT = 256;

/** Reads single records of a table again, which were well-formed when they were met first. */
export class TableAgain implements RecordTable {
  readonly #scan: ByteScan;
  readonly #batch: ByteBatch;
  /** The bytes that are scanned: making room for each of thousands of records took most of the time of reading them. */
  #room = new Uint8Array(2 * SHORT + MARGIN);

  /** @param cells field -> place of its cell in a record */
  constructor(delimiter: string, width: number, cells: ReadonlyMap<Field, number>, dialect: Dialect) {
    // What looked suspect was not read as bytes.
    this.#scan = new ByteScan({ delimiter, width, suspect: Infinity });
    this.#batch = new ByteBatch(this.#scan, cells, new Map(), dialect, this);
  }

  read(bytes: Uint8Array): Batch | undefined {
    // No more than it takes: what comes behind the record may be anything.
    for (let length = Math.min(SHORT, bytes.length); ; length = Math.min(2 * length, bytes.length)) {
      if (length + MARGIN > this.#room.length) this.#room = new Uint8Array(length + MARGIN);
      this.#room.set(bytes.subarray(0, length));
      if (!this.#scan.scan(this.#room, length)) return undefined;
      if (this.#scan.rows > 0) return this.#batch;
      if (length === bytes.length) return undefined;
    }
  }
}
