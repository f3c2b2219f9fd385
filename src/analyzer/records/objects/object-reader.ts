import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import { NamedRows } from '../named-rows.ts';
import type { BatchReader, Named, NamedRecords } from '../records.ts';
import { objectIn } from './literal.ts';
import { isJsonText } from './notation.ts';
import { ObjectSplitter } from './object-splitter.ts';

/** Objects to batches, in whatever pages and lists they come. */
export class ObjectReader implements BatchReader {
  readonly delimiter = '';
  readonly #rows: NamedRows;
  readonly #splitter: ObjectSplitter<Named>;
  readonly #notices: Notices;

  /** @param start the beginning of the text, which shows how objects are written */
  constructor(records: NamedRecords, start: string, notices: Notices) {
    this.#rows = new NamedRows(records, notices);
    this.#splitter = new ObjectSplitter(isJsonText(start), objectIn);
    this.#notices = notices;
  }

  get columns(): BatchReader['columns'] {
    return this.#rows.columns;
  }

  get ignored(): readonly string[] {
    return this.#rows.ignored;
  }

  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    for (const { value, line } of this.#splitter.read(piece, isLast)) this.#rows.add(value, line);
    const batch = this.#rows.batch();
    if (batch !== undefined) yield batch;
    if (!isLast) return;
    const { unfinished, leftOut } = this.#splitter;
    if (unfinished !== undefined) this.#rows.skip('truncated-end', unfinished);
    if (leftOut > 0) this.#notices.add('items-left-out', undefined, leftOut);
  }
}
