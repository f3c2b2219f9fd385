import type { Row } from '../row.ts';

/** Some records of one text, in order. */
export interface Records {
  /** Whole records, blank lines among them as one empty cell. */
  readonly rows: readonly Row[];
  /** Line of the file, 1 = first, on which the first of them begins. */
  readonly firstLine: number;
  /** The file ends with the last of them, without a line end. */
  readonly isEnd: boolean;
}
