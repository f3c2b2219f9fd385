/** First characters that make a spreadsheet take a cell for a formula, or hide that it is one. */
const FORMULA = /^[=+\-@＝＋－＠\p{Cc}]/u;

/**
 * Makes a value from a log safe to open in a spreadsheet: a cell that could start a formula gets an apostrophe in front
 * (OWASP, "CSV injection"), and control characters, which could break a row, become spaces.
 */
export const guarded = (text: string): string => `${FORMULA.test(text) ? "'" : ''}${text.replaceAll(/\p{Cc}/gu, ' ')}`;

/** What can compute nothing and must be importable: an international number, a whole number. */
const INERT = /^\+?\d{1,15}$/;

/** A number as it is, anything else guarded: for a cell that is pasted. */
export const inert = (text: string): string => (INERT.test(text) ? text : guarded(text));

/** A number as it is, anything else guarded and quoted. */
const csvCell = (text: string): string => (INERT.test(text) ? text : `"${guarded(text).replaceAll('"', '""')}"`);

/** A row of a CSV: RFC 4180 with CRLF, every cell guarded. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
