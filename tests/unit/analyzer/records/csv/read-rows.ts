import { formatOfHeading } from '../../../../../src/analyzer/formats/recognise.ts';
import { detectDelimiter } from '../../../../../src/analyzer/records/csv/delimiter.ts';
import { layoutOf, type Layout } from '../../../../../src/analyzer/records/csv/layout.ts';
import { LineCounter } from '../../../../../src/analyzer/records/csv/line-counter.ts';
import { RecordReader } from '../../../../../src/analyzer/records/csv/record-reader.ts';
import type { Row } from '../../../../../src/analyzer/records/row.ts';
import type { Trouble } from '../../../../../src/analyzer/records/csv/verdict.ts';

/** The layout of a heading row without quotes. */
export function layoutOfHeading(heading: string): Layout {
  const delimiter = detectDelimiter(heading);
  const cells = heading.split(delimiter);
  const records = formatOfHeading(cells, delimiter)?.records;
  if (records?.kind !== 'table') throw new Error(`no format has the headings ${heading}`);
  return layoutOf(records.fields, cells);
}

export interface ReadRows {
  readonly rows: readonly Row[];
  /** The line each row begins on. */
  readonly lines: readonly number[];
  /** `trouble line`, in the order they were told. */
  readonly told: readonly string[];
  /** Whether a last row without a line end was met. */
  readonly isEnd: boolean;
}

/**
 * Reads a text that begins with its heading row.
 *
 * @param pieces lengths of the pieces in turn, the last one for all that follow
 */
export function readRows(
  text: string,
  pieces: readonly number[] = [Infinity],
  layout = layoutOfHeading(/^[^\r\n]*/.exec(text)?.[0] ?? ''),
): ReadRows {
  const told: string[] = [];
  const reader = new RecordReader({
    delimiter: detectDelimiter(/^[^\r\n]*/.exec(text)?.[0] ?? ''),
    head: text,
    layout,
    tell: (trouble: Trouble, line: number) => told.push(`${trouble} ${String(line)}`),
  });
  const rows: Row[] = [];
  const lines: number[] = [];
  let isEnd = false;
  const take = (piece: string, isLast: boolean): void => {
    for (const group of reader.read(piece, isLast)) {
      const counter = new LineCounter(group.rows, group.firstLine);
      group.rows.forEach((row, place) => {
        rows.push(row);
        lines.push(counter.line(place));
      });
      isEnd ||= group.isEnd;
    }
  };
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const size = pieces[Math.min(turn, pieces.length - 1)] ?? Infinity;
    take(text.slice(at, at + size), false);
    at += size;
  }
  take('', true);
  return { rows, lines, told, isEnd };
}
