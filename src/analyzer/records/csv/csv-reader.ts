import type { Dialect } from '../../message/dialect.ts';
import type { Field } from '../../message/fields.ts';
import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import type { Dictionary } from '../dictionary.ts';
import { foldedName } from '../../message/field-name.ts';
import type { BatchReader, TableRecords } from '../records.ts';
import type { Row } from '../row.ts';
import { IGNORED_KEPT } from '../named-rows.ts';
import { RowBatch } from '../row-batch.ts';
import type { Delimiter } from './delimiter.ts';
import { HeadingGuess } from './heading-guess.ts';
import { isComplete, isInPlace, layoutOf, type Layout } from './layout.ts';
import { LineCounter } from './line-counter.ts';
import { isNote, SHORTEST_STATUS } from './note.ts';
import type { Records } from './record-group.ts';
import { RecordReader } from './record-reader.ts';
import type { Trouble } from './verdict.ts';

/** Whether a row with this trouble is not counted, or counts all the same. */
const isSkipped: Readonly<Record<Trouble, boolean>> = {
  'stray-quotes': false,
  'rows-in-text': false,
  'broken-quotes': true,
  'overlong-lines': true,
  'truncated-end': true,
};

/** What is known of tables besides the one that is read: exports of several kinds are joined to one file. */
export interface KnownTables {
  /** Every heading of every format that is a table, as it is spelled. */
  readonly headings: readonly string[];
  /** What the records under such a heading row are; `undefined` where the row is no heading. */
  recognise(row: Row): TableRecords | undefined;
}

/** Where the table begins and how its cells are parted. */
export interface TableStart {
  readonly records: TableRecords;
  readonly heading: Row;
  readonly delimiter: Delimiter;
  /** Characters and lines before the heading: byte order marks, blank lines, a line `sep=;`. */
  readonly skip: { readonly characters: number; readonly lines: number };
  readonly tables: KnownTables;
}

/** A heading row and what the records under it are. */
interface NextHeading {
  readonly row: Row;
  readonly records: TableRecords;
}

/** Everything that depends on the heading above the rows that are read now. */
export interface OpenTable {
  readonly heading: Row;
  readonly trailers: readonly string[];
  readonly layout: Layout;
  readonly guess: HeadingGuess;
  readonly dialect: Dialect;
  readonly batch: RowBatch;
}

/** Rows under a heading, in files as they are found: joined, cut short, with stray cells and quotes. */
export class CsvReader implements BatchReader {
  readonly delimiter: Delimiter;
  readonly columns: Partial<Record<Field, string>> = {};
  readonly ignored: string[] = [];
  readonly #records: RecordReader;
  readonly #notices: Notices;
  readonly #tables: KnownTables;
  readonly #known: ReadonlySet<string>;
  /** What the values of coded columns are numbered by; one for the whole source. */
  readonly dictionaries = new Map<Field, Dictionary>();
  #skip: number;
  #isHeadingRead = false;
  #table: OpenTable;

  constructor({ records, heading, delimiter, skip, tables }: TableStart, head: string, notices: Notices) {
    this.delimiter = delimiter;
    this.#notices = notices;
    this.#tables = tables;
    this.#known = new Set(tables.headings.map(foldedName));
    this.#table = this.#open({ row: heading, records });
    this.#records = new RecordReader({
      delimiter,
      head: head.slice(skip.characters),
      layout: this.#table.layout,
      tell: (trouble, line) => {
        if (isSkipped[trouble]) notices.skip(trouble, () => line);
        else notices.add(trouble, () => line);
      },
    });
    this.#records.line += skip.lines;
    this.#skip = skip.characters;
  }

  /** The table whose rows come next; `undefined` before its heading has gone by. */
  get table(): OpenTable | undefined {
    return this.#isHeadingRead ? this.#table : undefined;
  }

  /** Line of the file on which the next record begins. */
  get line(): number {
    return this.#records.line;
  }

  set line(line: number) {
    this.#records.line = line;
  }

  /** Gives away the beginning of the next record; `undefined` while another reader could not go on from there. */
  takeRest(): string | undefined {
    return this.#records.takeRest();
  }

  /** Takes back the beginning of the next record. */
  giveRest(text: string): void {
    this.#records.giveRest(text);
  }

  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    const skipped = Math.min(this.#skip, piece.length);
    this.#skip -= skipped;
    for (const part of this.#records.read(skipped > 0 ? piece.slice(skipped) : piece, isLast)) yield* this.#messages(part);
  }

  *#messages({ rows, firstLine, isEnd }: Records): Generator<Batch, void> {
    const lines = new LineCounter(rows, firstLine);
    if (this.#isHeadingRead && rows.every((row) => this.#isPlain(row))) {
      this.#table.batch.fill(rows, (row) => lines.line(row));
      yield this.#table.batch;
      return;
    }
    let kept: Row[] = [];
    let places: number[] = [];
    const flush = (): Batch => {
      const at = places;
      this.#table.batch.fill(kept, (row) => lines.line(at[row] ?? 0));
      kept = [];
      places = [];
      return this.#table.batch;
    };
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place] ?? [];
      // The test that nearly every row passes; whatever fails it is looked at closely.
      if (this.#isHeadingRead && this.#isPlain(row)) {
        kept.push(row);
        places.push(place);
        continue;
      }
      const found = this.#inspect(row, isEnd && place === rows.length - 1, () => lines.line(place));
      if (found.message !== undefined) {
        kept.push(found.message);
        places.push(place);
      }
      if (found.heading !== undefined) {
        if (kept.length > 0) yield flush();
        this.#table = this.#open(found.heading, () => lines.line(place));
        this.#records.useLayout(this.#table.layout);
      }
    }
    if (kept.length > 0) yield flush();
  }

  /** As wide as the heading, with a status, no heading itself, and no trailer sticking to it. */
  #isPlain(row: Row): boolean {
    const { layout, guess } = this.#table;
    if (row.length !== layout.width || (layout.status >= 0 && (row[layout.status] ?? '').length < SHORTEST_STATUS)) return false;
    return !guess.isLikely(row[0]) && this.#trailerOf(row) === undefined;
  }

  /** The trailer that sticks to the last cell of a row, for want of a line feed between. */
  #trailerOf(row: Row): string | undefined {
    const last = row[row.length - 1];
    if (last === undefined) return undefined;
    for (const trailer of this.#table.trailers) if (last.length >= trailer.length && last.endsWith(trailer)) return trailer;
    return undefined;
  }

  /** What a row is that is not as wide as the heading, or begins as a heading does. */
  #inspect(row: Row, isEnd: boolean, lineOf: () => number): { message?: Row; heading?: NextHeading } {
    if (row.every((cell) => cell.trim() === '')) return {};
    const trailer = this.#trailerOf(row);
    if (trailer !== undefined) {
      this.#notices.add('export-aborted', lineOf);
      let rest = row.at(-1) ?? '';
      // However often it stands there: it is one export.
      while (rest.endsWith(trailer)) rest = rest.slice(0, -trailer.length);
      return this.#inspect([...row.slice(0, -1), rest], isEnd, lineOf);
    }
    if (row.length > this.#table.layout.width) {
      const glued = this.#glued(row);
      if (glued !== undefined) {
        this.#notices.add('header-glued', lineOf);
        return glued;
      }
    }
    const records = this.#tables.recognise(row);
    if (records !== undefined) {
      if (this.#isHeadingRead) this.#notices.add('header-repeated', lineOf);
      this.#isHeadingRead = true;
      return { heading: { row, records } };
    }
    if (row.length <= this.#table.layout.width && isNote(this.#table.layout.cells, row)) {
      this.#notices.skip('notes', lineOf);
      return {};
    }
    if (row.length === this.#table.layout.width) return { message: row };
    const isCut = isEnd && row.length < this.#table.layout.width;
    if (isComplete(this.#table.layout, row) && isInPlace(this.#table.layout, row) && !isCut) return { message: row };
    this.#notices.skip(isCut ? 'truncated-end' : 'ragged-rows', lineOf);
    return {};
  }

  /** `cat a.csv b.csv` without a line feed between: the last cell of a row and the first heading are one cell. */
  #glued(row: Row): { message: Row; heading: NextHeading } | undefined {
    const last = this.#table.layout.width - 1;
    const joined = row[last] ?? '';
    for (const name of new Set([...this.#table.heading, ...this.#tables.headings])) {
      if (name === '' || !joined.endsWith(name)) continue;
      const heading = [name, ...row.slice(last + 1)];
      const records = this.#tables.recognise(heading);
      if (records === undefined) continue;
      const rest = joined.slice(0, -name.length).replace(/\ufeff+$/, '');
      return { message: [...row.slice(0, last), rest], heading: { row: heading, records } };
    }
    return undefined;
  }

  /** Makes ready for the rows under this heading. */
  #open({ row, records }: NextHeading, lineOf?: () => number): OpenTable {
    const layout = layoutOf(records.fields, row);
    // The first heading row comes by again with the rows: it is told then.
    if (lineOf !== undefined && layout.twice.length > 0) this.#notices.add('heading-twice', lineOf, layout.twice.length);
    for (const [field, place] of layout.cells) this.columns[field] ??= (row[place] ?? '').trim();
    for (const name of layout.ignored) if (this.ignored.length < IGNORED_KEPT && !this.ignored.includes(name)) this.ignored.push(name);
    const dialect = this.delimiter === ';' ? { ...records.dialect, decimal: ',' as const } : records.dialect;
    return {
      heading: row,
      trailers: records.trailers,
      layout,
      guess: new HeadingGuess(this.#known, row),
      dialect,
      batch: new RowBatch(layout.cells, this.dictionaries, dialect),
    };
  }
}
