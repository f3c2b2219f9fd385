/** First characters that make a spreadsheet take a cell for a formula, or hide that it is one. */
const FORMULA = /^[=+\-@\p{Cc}]/u;

/**
 * Makes a value from a log safe to open in a spreadsheet: a cell that could start a formula gets an apostrophe in front
 * (OWASP, "CSV injection"), and control characters, which could break a row, become spaces.
 */
export const guarded = (text: string): string => `${FORMULA.test(text) ? "'" : ''}${text.replaceAll(/\p{Cc}/gu, ' ')}`;

const cell = (text: string): string => `"${guarded(text).replaceAll('"', '""')}"`;

/** RFC 4180 with CRLF and every cell quoted and guarded. */
export const toCsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/**
 * Numbers for the clipboard, one a line. A plain international number goes out as it is, because it is pasted into stop lists
 * and can compute nothing; anything else is guarded.
 */
export const toLines = (values: readonly string[]): string =>
  values.map((value) => (/^\+\d{7,15}$/.test(value) ? value : guarded(value))).join('\n');
