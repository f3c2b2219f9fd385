import { useEffect, useState } from 'preact/hooks';

/** Rows of a table that one task draws: a browser makes and lays out so many in some ten milliseconds. */
export const TASK_ROWS = 25;

/** How many rows are drawn after one more task. */
export const grown = (drawn: number, length: number): number => Math.min(length, drawn + TASK_ROWS);

interface Growing {
  readonly length: number;
  /** What the rows are of: when it changes, drawing begins anew. */
  readonly of: unknown;
  /** Draws all at once, as paper needs it. */
  readonly whole?: boolean;
}

/**
 * Draws long tables in pieces, task after task, so that no single one keeps the page from answering.
 *
 * @returns how many of the rows may be drawn by now
 */
export function useGrowing({ length, of, whole = false }: Growing): number {
  const [drawn, setDrawn] = useState({ of, rows: grown(0, length) });
  const rows = whole ? length : drawn.of === of ? Math.min(length, drawn.rows) : grown(0, length);
  useEffect(() => {
    if (rows >= length) return undefined;
    const timer = setTimeout(() => {
      setDrawn({ of, rows: grown(rows, length) });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [rows, length, of]);
  return rows;
}
