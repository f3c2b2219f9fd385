import { csvRow, guarded } from '../../analyzer/write/cells.ts';
import { pieces } from '../kit/in-slices.ts';

const row = (text: string): string => csvRow([text]);

/** A column with its heading, in pieces: RFC 4180 with CRLF and every cell quoted and guarded. */
export function* toCsv(heading: string, cells: readonly string[]): Generator<string, void, void> {
  yield row(heading);
  for (const [from, to] of pieces(cells.length)) yield cells.slice(from, to).map(row).join('');
}

const line = (value: string): string => (/^\+\d{7,15}$/.test(value) ? value : guarded(value));

/**
 * Numbers for the clipboard, one a line, in pieces. A plain international number goes out as it is, because it is pasted into
 * stop lists and can compute nothing; anything else is guarded.
 */
export function* toLines(values: readonly string[]): Generator<string, void, void> {
  for (const [from, to] of pieces(values.length)) yield `${from === 0 ? '' : '\n'}${values.slice(from, to).map(line).join('\n')}`;
}
