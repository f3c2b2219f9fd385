import { parseStatus } from '../../../catalog/status.ts';
import type { Field } from '../../message/fields.ts';
import { isNothing } from '../../message/nothing.ts';
import type { Notices } from '../../report/notices.ts';
import type { Batch } from '../batch.ts';
import { isSideOfRow, layoutOf, type Layout } from '../csv/layout.ts';
import { CELL_LIMIT } from '../csv/limits.ts';
import { afterLineEnd, nextLineEnd } from '../csv/line-ends.ts';
import type { BatchReader, LineRecords } from '../records.ts';
import { IGNORED_KEPT } from '../named-rows.ts';
import { RowBatch } from '../row-batch.ts';
import type { Row } from '../row.ts';
import { cutterOf, headingCells, isRule, isRuler, type CutLine } from './cut-line.ts';

/** How many rows a program printed: "(3 rows)", "3 rows in set (0.01 sec)", "(3 rows affected)", "Fetched 3 row(s)", "3 rows   5 columns" in a box. */
const isFooter = (line: string): boolean =>
  /^[|│]? *[[(]?(?:fetched )?\d+ row(?:s|\(s\))?(?: (?:in |affected| *x? *\d+ columns).*)?[\])]? *[|│]?$/i.test(line.trim());

/**
 * Whether a line says what became of a message, or which one it is and something of it. Nothing is quoted here: a line that says
 * neither is a text that runs on, or a piece of a torn one.
 */
function isRecord({ cells, status }: Layout, line: Row): boolean {
  if (parseStatus(line[status] ?? '') !== undefined) return true;
  const sid = cells.get('sid') ?? -1;
  return /^(?:SM|MM)/i.test(line[sid] ?? '') && line.some((cell, place) => place !== sid && cell !== '');
}

/** Everything that depends on the heading line. */
interface Table {
  /** The heading line, and the dashes under it that show where its columns begin. */
  readonly line: string;
  readonly ruler: string | undefined;
  readonly layout: Layout;
  readonly cutLine: CutLine;
  readonly batch: RowBatch;
  /** Place of the text of the message, -1 without one. */
  readonly body: number;
}

/** A record whose end has not been seen: a text may run on in the next line. */
interface OpenRecord {
  readonly line: number;
  text: string;
}

/**
 * Reads tables whose cells nothing quotes. A line that neither has all cells nor begins as a record does goes on with the text
 * of the record before it; cells too many belong to that text as well. So no line is lost and none is made up.
 */
export class LinesReader implements BatchReader {
  readonly delimiter: string;
  readonly columns: Partial<Record<Field, string>> = {};
  ignored: readonly string[] = [];
  readonly #records: LineRecords;
  readonly #notices: Notices;
  #skip: number;
  /** Line that comes next, 1 = first. */
  #line: number;
  #rest = '';
  #table: Table | undefined;
  /** Whether nothing has come under the heading. */
  #isFirst = true;
  #open: OpenRecord | undefined;
  #rows: Row[] = [];
  #lines: number[] = [];

  /** @param skip characters and lines before the table */
  constructor(records: LineRecords, skip: { readonly characters: number; readonly lines: number }, notices: Notices) {
    this.#records = records;
    this.#notices = notices;
    this.#skip = skip.characters;
    this.#line = 1 + skip.lines;
    this.delimiter = { tabs: '\t', bars: '|', columns: '' }[records.cut];
  }

  *read(piece: string, isLast: boolean): Generator<Batch, void> {
    const skipped = Math.min(this.#skip, piece.length);
    this.#skip -= skipped;
    const text = this.#rest + piece.slice(skipped);
    let at = 0;
    // No line end stands in what was left of the piece before, but for a CR at its end.
    let from = Math.max(0, this.#rest.length - 1);
    while (at < text.length) {
      const end = nextLineEnd(text, from);
      const next = end < text.length ? afterLineEnd(text, end, isLast) : isLast ? end : -1;
      if (next < 0) break;
      this.#take(text.slice(at, end));
      this.#line += 1;
      at = next;
      from = next;
    }
    const rest = text.slice(at);
    // Of a line that is too long no more is kept than shows that it is.
    this.#rest = rest.length > 2 * CELL_LIMIT ? rest.slice(-CELL_LIMIT - 2) : rest;
    if (isLast) this.#close(true);
    if (this.#table === undefined || this.#rows.length === 0) return;
    const lines = this.#lines;
    this.#table.batch.fill(this.#rows, (row) => lines[row] ?? 0);
    this.#rows = [];
    this.#lines = [];
    yield this.#table.batch;
  }

  #take(line: string): void {
    const table = this.#table;
    const { cut } = this.#records;
    if ((cut === 'bars' && isRule(line)) || (cut !== 'tabs' && isFooter(line))) return;
    if (table === undefined) {
      if (line.trim() !== '') this.#table = this.#opened(line, line);
      return;
    }
    if (cut === 'columns' && isRuler(line) && (table.ruler === undefined ? this.#isFirst : table.ruler === line)) {
      this.#table = this.#opened(table.line, line);
      return;
    }
    this.#isFirst = false;
    if (line.trim() === table.line.trim()) {
      this.#close(false);
      this.#notices.add('header-repeated', () => this.#line);
      return;
    }
    const open = this.#open;
    if (open === undefined || this.#begins(table, line, open)) {
      this.#close(false);
      if (line.trim() !== '') this.#open = { line: this.#line, text: line };
    } else if (open.text.length <= CELL_LIMIT) open.text += `\n${line}`;
  }

  /** @param shape the line that shows where columns begin: the heading, or dashes under it */
  #opened(line: string, shape: string): Table {
    const { cut, fields, dialect } = this.#records;
    const cutLine = cutterOf(cut, shape);
    const heading = headingCells(cutLine, line);
    const layout = layoutOf(fields, heading);
    if (layout.twice.length > 0) this.#notices.add('heading-twice', () => this.#line, layout.twice.length);
    for (const [field, place] of layout.cells) this.columns[field] ??= heading[place] ?? '';
    this.ignored = layout.ignored.slice(0, IGNORED_KEPT);
    return {
      line,
      ruler: shape === line ? undefined : shape,
      layout,
      cutLine,
      batch: new RowBatch(layout.cells, new Map(), dialect),
      body: layout.cells.get('body') ?? -1,
    };
  }

  /** Whether a line begins a record, and does not go on with the text of the one before. */
  #begins({ layout, body, cutLine }: Table, line: string, open: OpenRecord): boolean {
    if (body < 0) return true;
    const cells = cutLine(line);
    if (this.#records.cut === 'bars' && cells.length >= layout.width) return isRecord(layout, cells);
    // A text in the first column begins with anything: the record before must have all its cells.
    if (body === 0) return cutLine(open.text).length >= layout.width;
    return cells.length === layout.width || isSideOfRow(layout, cells, 'begin');
  }

  /** Takes the record that is open, if one is. */
  #close(isEnd: boolean): void {
    const open = this.#open;
    const table = this.#table;
    this.#open = undefined;
    if (open === undefined || table === undefined) return;
    const { layout, body } = table;
    if (open.text.length > CELL_LIMIT) {
      this.#notices.skip('overlong-lines', () => open.line);
      return;
    }
    const cells = this.#cellsOf(table, open.text.replace(/\n+$/, ''));
    const extra = cells.length - layout.width;
    if (extra < 0 && cells.length < layout.needed) {
      this.#notices.skip(isEnd ? 'truncated-end' : 'ragged-rows', () => open.line);
      return;
    }
    if ((extra > 0 && body < 0) || !isRecord(layout, cells)) {
      this.#notices.skip('ragged-rows', () => open.line);
      return;
    }
    const between = this.delimiter === '' ? '  ' : this.delimiter;
    const row =
      extra > 0 ? [...cells.slice(0, body), cells.slice(body, body + extra + 1).join(between), ...cells.slice(body + extra + 1)] : cells;
    this.#rows.push(row.map((cell, place) => (place !== body && isNothing(cell) ? '' : cell)));
    this.#lines.push(open.line);
  }

  /** The cells of a record that may stand in several lines. */
  #cellsOf({ cutLine, body, layout }: Table, text: string): Row {
    const [first = '', ...others] = text.split('\n');
    if (others.length === 0) return cutLine(text);
    switch (this.#records.cut) {
      case 'tabs':
        return cutLine(text);
      case 'columns':
        return cutLine(first).map((cell, place) => (place === body ? [cell, ...others.map((line) => line.trim())].join('\n') : cell));
      case 'bars': {
        // psql ends a line of a cell that goes on with "+".
        const textOf = (cells: Row): string => cells.slice(body, cells.length - layout.width + body + 1).join(' | ');
        return cutLine(first).map((cell, place) =>
          place === body
            ? [cell, ...others.map((line) => (line.includes('|') ? textOf(cutLine(line)) : line))]
                .map((part) => part.replace(/ *\+$/, ''))
                .join('\n')
            : cell,
        );
      }
    }
  }
}
