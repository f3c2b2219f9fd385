import { headerNames, type LogFormat } from '../../formats/format.ts';
import { formats } from '../../formats/index.ts';
import type { Field } from '../../message/fields.ts';
import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import type { Dictionary } from '../dictionary.ts';
import { HeadingGuess } from './heading-guess.ts';
import { isComplete, isInPlace, layoutOf, type Layout } from './layout.ts';
import { LineCounter } from './line-counter.ts';
import type { RecognisedLog } from '../../formats/recognise.ts';
import { RecordReader } from './record-reader.ts';
import type { Records, Row } from './row.ts';
import { RowBatch } from '../row-batch.ts';

/** What the Console writes at the end of an export it gave up; research/log-formats.md, console-v1. */
const ABORTED = 'Could not finish exporting all records.';

/** Whether that sticks to the last cell of a row, for want of a line feed between. */
function endsAborted(row: Row): boolean {
  const last = row[row.length - 1];
  return last !== undefined && last.length >= ABORTED.length && last.endsWith(ABORTED);
}

/** The first headings of the Console's exports. */
const FIRST_HEADINGS = ['From', 'Body'];

/** Text of one recognised log to batches of whole records, with notices for everything that is no message. */
export class LogReader {
  readonly format: LogFormat;
  readonly delimiter: string;
  /** Field -> heading in the file. */
  readonly columns: Readonly<Record<string, string>>;
  readonly #records: RecordReader;
  readonly #notices: Notices;
  readonly #dictionaries = new Map<Field, Dictionary>();
  #skip: number;
  #isHeaderRead = false;
  #header: readonly string[];
  #layout: Layout;
  #headings: HeadingGuess;
  #batch: RowBatch;

  constructor({ format, delimiter, header, skip }: RecognisedLog, head: string, notices: Notices) {
    this.format = format;
    this.delimiter = delimiter;
    this.#notices = notices;
    this.#header = header;
    this.#layout = layoutOf(format, header);
    this.#headings = new HeadingGuess(header);
    this.#batch = new RowBatch(this.#layout.cells, this.#dictionaries);
    this.#records = new RecordReader({
      delimiter,
      head: head.slice(skip.characters),
      layout: this.#layout,
      tell: (trouble, line) => {
        notices.add(trouble, () => line);
      },
    });
    this.#records.skipLines(skip.lines);
    this.#skip = skip.characters;
    this.columns = Object.fromEntries([...this.#layout.cells].map(([field, place]) => [field, (header[place] ?? '').trim()]));
  }

  /** Whether the file's first heading row has a field. */
  has(field: Field): boolean {
    return field in this.columns;
  }

  /** Batches of the records that end in this piece; each must be used before the next is asked for. */
  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    const skipped = Math.min(this.#skip, piece.length);
    this.#skip -= skipped;
    for (const part of this.#records.read(skipped > 0 ? piece.slice(skipped) : piece, isLast)) yield* this.#messages(part);
  }

  *#messages({ rows, firstLine, isEnd }: Records): Generator<Batch, void> {
    const lines = new LineCounter(rows, firstLine);
    if (this.#isHeaderRead && rows.every((row) => this.#isPlain(row))) {
      this.#batch.fill(rows, (row) => lines.line(row));
      yield this.#batch;
      return;
    }
    let kept: Row[] = [];
    let places: number[] = [];
    const flush = (): Batch => {
      const at = places;
      this.#batch.fill(kept, (row) => lines.line(at[row] ?? 0));
      kept = [];
      places = [];
      return this.#batch;
    };
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place] ?? [];
      // The test that nearly every row passes; whatever fails it is looked at closely.
      if (this.#isHeaderRead && this.#isPlain(row)) {
        kept.push(row);
        places.push(place);
        continue;
      }
      const found = this.#inspect(row, isEnd && place === rows.length - 1, () => lines.line(place));
      if (found.message !== undefined) {
        kept.push(found.message);
        places.push(place);
      }
      if (found.header !== undefined) {
        if (kept.length > 0) yield flush();
        this.#useHeader(found.header.format, found.header.row);
      }
    }
    if (kept.length > 0) yield flush();
  }

  /** As wide as the heading, no heading itself, and no trailer sticking to it. */
  #isPlain(row: Row): boolean {
    return row.length === this.#layout.width && !this.#headings.isLikely(row[0]) && !endsAborted(row);
  }

  /** What a row is that is not as wide as the heading, or begins as a heading does. */
  #inspect(row: Row, isEnd: boolean, lineOf: () => number): { message?: Row; header?: { format: LogFormat; row: Row } } {
    const [first = ''] = row;
    if (row.every((cell) => cell.trim() === '')) return {};
    if (first.trim() === ABORTED) {
      this.#notices.add('export-aborted', lineOf);
      return {};
    }
    if (row.length > this.#layout.width) {
      const glued = this.#glued(row);
      if (glued !== undefined) {
        this.#notices.add('header-glued', lineOf);
        return glued;
      }
    }
    if (endsAborted(row)) {
      this.#notices.add('export-aborted', lineOf);
      return this.#inspect([...row.slice(0, -1), (row.at(-1) ?? '').slice(0, -ABORTED.length)], isEnd, lineOf);
    }
    const repeated = this.#asHeader(row);
    if (repeated !== undefined) {
      if (this.#isHeaderRead) this.#notices.add('header-repeated', lineOf);
      this.#isHeaderRead = true;
      layoutOf(repeated, row).twice.forEach(() => {
        this.#notices.add('heading-twice', lineOf);
      });
      return { header: { format: repeated, row } };
    }
    if (row.length === this.#layout.width) return { message: row };
    if (isComplete(this.#layout, row) && isInPlace(this.#layout, row) && !(isEnd && row.length < this.#layout.width))
      return { message: row };
    this.#notices.add(isEnd && row.length < this.#layout.width ? 'truncated-end' : 'ragged-rows', lineOf);
    return {};
  }

  #asHeader(row: Row): LogFormat | undefined {
    const names = headerNames(row);
    return formats.find((format) => format.matches(names));
  }

  /** `cat a.csv b.csv` without a line feed between: the last cell of a row and the first heading are one cell. */
  #glued(row: Row): { message: Row; header: { format: LogFormat; row: Row } } | undefined {
    const last = this.#layout.width - 1;
    const joined = row[last] ?? '';
    for (const heading of new Set([...this.#header, ...FIRST_HEADINGS])) {
      if (heading === '' || !joined.endsWith(heading)) continue;
      const header = [heading, ...row.slice(last + 1)];
      const format = this.#asHeader(header);
      if (format !== undefined)
        return {
          message: [...row.slice(0, last), joined.slice(0, -heading.length).replace(/\ufeff+$/, '')],
          header: { format, row: header },
        };
    }
    return undefined;
  }

  #useHeader(format: LogFormat, row: Row): void {
    this.#header = row;
    this.#layout = layoutOf(format, row);
    this.#records.useLayout(this.#layout);
    this.#headings = new HeadingGuess(row);
    this.#batch = new RowBatch(this.#layout.cells, this.#dictionaries);
  }
}
