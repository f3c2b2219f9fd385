/** Cells of one record. */
export type Row = readonly string[];
