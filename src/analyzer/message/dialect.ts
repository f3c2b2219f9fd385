/**
 * How the records of a batch are written. It travels with the batch, because a file can hold records of two eras: exports
 * that were joined.
 */
export interface Dialect {
  /** Ten digits are a US or Canadian number without "+1": the Console of 2013-14. Nowhere else is a "+" made up. */
  readonly bareNanp: boolean;
  /**
   * Reads a time; milliseconds since 1970 in UTC, NaN where the cell is none. Empty cells are not handed in.
   *
   * A time that says all, `2025-08-14T14:22:00-03:00`, means the same in every dialect (time/iso.ts).
   */
  readonly time: (cell: string) => number;
  /** What parts whole numbers from fractions in a price; the other sign groups thousands. */
  readonly decimal: '.' | ',';
}
