/** Rows shown before the reader asks for more. */
export const FIRST_ROWS = 10;

/** The same on paper, which cannot be asked for more: the hours of a day. */
export const PAPER_ROWS = 24;

/** Rows of a page: what a browser lays out without keeping the reader waiting. */
export const PAGE_ROWS = 100;

/** The stretch of a long table that is shown: `from` up to but without `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const pageCount = (length: number): number => Math.ceil(length / PAGE_ROWS);

/**
 * @param page number of the page from 0, or `undefined` while the table is folded
 * @param folded rows that it has then
 */
export function stretchOf(length: number, page: number | undefined, folded = FIRST_ROWS): Stretch {
  if (page === undefined) return { from: 0, to: Math.min(length, folded) };
  const from = Math.max(0, Math.min(page, pageCount(length) - 1)) * PAGE_ROWS;
  return { from, to: Math.min(length, from + PAGE_ROWS) };
}
