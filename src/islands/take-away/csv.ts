import { pieces } from '../kit/in-slices.ts';

/** First characters that make a spreadsheet take a cell for a formula, or hide that it is one. */
const FORMULA = /^[=+\-@\p{Cc}]/u;

/**
 * Makes a value from a log safe to open in a spreadsheet: a cell that could start a formula gets an apostrophe in front
 * (OWASP, "CSV injection"), and control characters, which could break a row, become spaces.
 */
export const guarded = (text: string): string => `${FORMULA.test(text) ? "'" : ''}${text.replaceAll(/\p{Cc}/gu, ' ')}`;

const row = (text: string): string => `"${guarded(text).replaceAll('"', '""')}"\r\n`;

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
