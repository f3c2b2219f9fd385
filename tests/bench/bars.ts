import type { LongestTask } from './trace.ts';

/** What a figure of a run may be at most. */
export interface Bar {
  readonly what: string;
  readonly is: number;
  readonly most: number;
}

/** Milliseconds of the processor that a task of the page may take, and what the box may add to a key on a slow phone (slow-phone.ts). */
const TASK_MS = 50;
const KEY_MS = 16;

/** The full report beside what others take for the same log: a part of PapaParse alone, a third of DuckDB's time for the same facts. */
export const besideOthers = (report: number, papa: number, facts: number): readonly Bar[] => [
  { what: 'our full report, as a part of PapaParse alone', is: report / papa, most: 0.85 },
  { what: 'our full report, as a part of DuckDB-WASM same facts', is: report / facts, most: 1 / 3 },
];

export const tasks = (found: readonly LongestTask[]): readonly Bar[] =>
  found.map(({ step, processor, isKey }) => ({ what: `${step}, ms`, is: processor, most: isKey ? KEY_MS : TASK_MS }));

/** Prints the bars as a table. @returns whether all are held; a figure that was not read holds none */
export function areHeld(bars: readonly Bar[]): boolean {
  const held = ({ is, most }: Bar): boolean => is <= most;
  console.table(
    bars.map((bar) => ({ bar: bar.what, is: bar.is.toFixed(2), 'at most': bar.most.toFixed(2), held: held(bar) ? 'yes' : 'NO' })),
  );
  return bars.length > 0 && bars.every(held);
}
