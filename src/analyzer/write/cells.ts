/** First characters that make a spreadsheet take a cell for a formula, or hide that it is one. */
const FORMULA = /^[=+\-@＝＋－＠\p{Cc}]/u;

/**
 * Makes a value from a log safe to open in a spreadsheet: a cell that could start a formula gets an apostrophe in front
 * (OWASP, "CSV injection"), and control characters, which could break a row, become spaces.
 */
export const guarded = (text: string): string => `${FORMULA.test(text) ? "'" : ''}${text.replaceAll(/\p{Cc}/gu, ' ')}`;

/** A row of a CSV: RFC 4180 with CRLF, every cell quoted and guarded. */
export const csvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
