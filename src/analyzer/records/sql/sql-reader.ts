import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import { LONGEST_RECORD, NamedRows } from '../named-rows.ts';
import type { BatchReader, FieldNames, NamedRecords } from '../records.ts';
import { copiedCells, copiedEnd, copyForm, type CopyForm } from './copy.ts';
import { areOfMessages, BEGINNING, columnsDefined, COPY, CREATE, INSERT, namesIn, placeNames, tableName } from './names.ts';
import { tupleAt } from './tuple.ts';

/** Characters within which the head of a statement ends. */
const LONGEST_HEAD = 65_536;
/** Tables whose columns are remembered. */
const TABLES_KEPT = 5_000;
/** Where rows go on behind one that is broken: behind the brackets of it, or where another statement begins. */
const NEXT_ROW = /\)\s{0,40},\s{0,40}(?=\()|\)\s{0,40};|\n(?=[ \t]{0,40}(?:INSERT|REPLACE|COPY)\s)/gi;
/** Characters in which the above may begin. */
const REACH = 160;
/** The end of one row and the beginning of the next, inside what was taken for one. */
const BETWEEN = /\)\s{0,40},\s{0,40}\(/g;

/** The rows of one table that come next. */
interface Table {
  readonly name: string;
  /** Absent where nothing names them. */
  readonly columns: readonly string[] | undefined;
}

/** What comes next in the text. */
type Next = 'statement' | 'rest-of-line' | 'rows' | 'lost' | 'heading' | 'lines' | 'rest-of-row';

/**
 * Rows of a dump: INSERT of any number of rows, and COPY of Postgres. Columns that an INSERT does not name are those of the
 * definition before it; where there is none either, they have their places for names. Rows of tables that are not of messages are told as other records; all other statements are passed over.
 */
export class SqlReader implements BatchReader {
  readonly delimiter = '';
  readonly #rows: NamedRows;
  readonly #names: FieldNames;
  readonly #isEscaped: boolean;
  readonly #defined = new Map<string, readonly string[]>();
  #table: Table = { name: '', columns: [] };
  #form: CopyForm = copyForm('');
  #next: Next = 'statement';
  #text = '';
  #at = 0;
  #line = 1;
  #isLast = false;

  /** @param start the beginning of the text, which shows whose dump it is */
  constructor(records: NamedRecords, start: string, notices: Notices) {
    this.#rows = new NamedRows(records, notices);
    this.#names = records.fields;
    this.#isEscaped = /`|MySQL|MariaDB|[^\\]\\'[a-z]/.test(start);
  }

  get columns(): BatchReader['columns'] {
    return this.#rows.columns;
  }

  get ignored(): readonly string[] {
    return this.#rows.ignored;
  }

  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    this.#isLast = isLast;
    while (this.#at < this.#text.length && this.#step());
    if (isLast && this.#next === 'rows' && this.#at < this.#text.length) this.#skip('truncated-end', this.#text.length);
    const batch = this.#rows.batch();
    if (batch !== undefined) yield batch;
  }

  /** @returns whether to go on; false where more text is needed */
  #step(): boolean {
    switch (this.#next) {
      case 'statement':
        return this.#statement();
      case 'rest-of-line':
        return this.#passLine('statement');
      case 'rest-of-row':
        return this.#passLine('lines');
      case 'rows':
        return this.#row();
      case 'lost':
        return this.#find();
      case 'heading':
      case 'lines':
        return this.#copiedRow();
    }
  }

  /** Goes on at a place, counting lines. */
  #go(to: number): void {
    for (let end = this.#text.indexOf('\n', this.#at); end >= 0 && end < to; end = this.#text.indexOf('\n', end + 1)) this.#line += 1;
    this.#at = to;
  }

  /** Goes on behind the end of a line. @param end below 0 where the text ends before it */
  #goBehind(end: number): void {
    this.#go(end < 0 ? this.#text.length : end + 1);
  }

  /** The match of a pattern that looks at one place only. */
  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }

  #passLine(next: Next): boolean {
    const end = this.#text.indexOf('\n', this.#at);
    this.#goBehind(end);
    if (end >= 0) this.#next = next;
    return true;
  }

  #passBlanks(): boolean {
    const blank = /[\s\0;]*/y;
    this.#go(this.#at + (this.#match(blank)?.[0].length ?? 0));
    return this.#at < this.#text.length;
  }

  /** Whether the head of a statement may still become one of ours when more text comes. */
  #isUnsettled(): boolean {
    const seen = this.#text.length - this.#at;
    return !this.#isLast && seen < LONGEST_HEAD && (seen < 12 || this.#match(BEGINNING) !== null);
  }

  #statement(): boolean {
    if (!this.#passBlanks()) return true;
    const insert = this.#match(INSERT);
    if (insert !== null) {
      this.#open(insert[1] ?? '', insert[2]);
      this.#go(this.#at + insert[0].length);
      this.#next = 'rows';
      return true;
    }
    const copy = this.#match(COPY);
    if (copy !== null) {
      this.#open(copy[1] ?? '', copy[2]);
      this.#form = copyForm(copy[3] ?? '');
      this.#go(this.#at + copy[0].length);
      this.#next = this.#form.hasHeading ? 'heading' : 'lines';
      return true;
    }
    const create = this.#match(CREATE);
    if (create !== null) {
      const columns = columnsDefined(this.#text.slice(0, this.#at + LONGEST_HEAD), this.#at + create[0].length);
      if (columns === undefined && !this.#isLast && this.#text.length - this.#at < LONGEST_HEAD) return false;
      if (columns !== undefined && this.#defined.size < TABLES_KEPT) this.#defined.set(tableName(create[1] ?? ''), columns);
    } else if (this.#isUnsettled()) return false;
    this.#next = 'rest-of-line';
    return true;
  }

  #open(written: string, list: string | undefined): void {
    const name = tableName(written);
    this.#table = { name, columns: list === undefined ? this.#defined.get(name) : namesIn(list) };
  }

  #row(): boolean {
    const blank = /[\s\0,]*/y;
    this.#go(this.#at + (this.#match(blank)?.[0].length ?? 0));
    if (this.#at >= this.#text.length) return true;
    if (this.#text[this.#at] !== '(') {
      this.#next = 'statement';
      return true;
    }
    const tuple = tupleAt(this.#text, this.#at, this.#isEscaped);
    switch (tuple.kind) {
      case 'open':
        return false;
      case 'row':
        this.#add(tuple.values, this.#line);
        this.#go(tuple.end);
        return true;
      case 'broken': {
        this.#skip('broken-records', tuple.at);
        this.#go(tuple.at);
        this.#next = 'lost';
        return true;
      }
    }
  }

  /** Skips what began as a row, with all rows in it that a stray quote made part of it. @param to how far it was read */
  #skip(why: 'broken-records' | 'truncated-end', to: number): void {
    const inside = this.#text.slice(this.#at, to).match(BETWEEN)?.length ?? 0;
    for (let row = 0; row <= inside; row += 1) this.#rows.skip(why, this.#line);
  }

  /** Looks for the next row behind one that is broken. */
  #find(): boolean {
    NEXT_ROW.lastIndex = this.#at;
    const found = NEXT_ROW.exec(this.#text);
    if (found === null) {
      this.#go(this.#isLast ? this.#text.length : Math.max(this.#at, this.#text.length - REACH));
      return false;
    }
    this.#go(found.index + found[0].length);
    this.#next = found[0].includes(',') ? 'rows' : 'statement';
    return true;
  }

  #copiedRow(): boolean {
    const form = this.#form;
    const end = copiedEnd(this.#text, this.#at, form);
    const isTooLong = (end < 0 ? this.#text.length : end) - this.#at > LONGEST_RECORD;
    if (end < 0 && !this.#isLast && !isTooLong) return false;
    if (isTooLong) {
      this.#rows.skip('broken-records', this.#line);
      this.#next = 'rest-of-row';
      return true;
    }
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end).replace(/\r$/, '');
    const cells = copiedCells(line, form);
    if (line === '\\.') this.#next = 'statement';
    else if (this.#next === 'heading') this.#next = 'lines';
    else if (end < 0 && cells.length < (this.#table.columns?.length ?? 0)) this.#rows.skip('truncated-end', this.#line);
    else if (line !== '') this.#add(cells, this.#line);
    this.#goBehind(end);
    return true;
  }

  #add(values: readonly (string | null)[], line: number): void {
    const { name } = this.#table;
    const columns = this.#table.columns ?? placeNames(name, values.length);
    if (!areOfMessages(columns, this.#names)) this.#rows.skip('other-records', line);
    else if (values.length !== columns.length) this.#rows.skip('broken-records', line);
    else this.#rows.add(Object.fromEntries(columns.map((column, place) => [column, values[place]])), line);
  }
}
