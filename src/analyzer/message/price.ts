/** Prices are added up as whole millionths of their unit, so that no sum depends on its order. */
export const MICROS = 1_000_000;

/**
 * Reads a price as the log prints it: `-0.0083`, `0.00750`, `-0,0083` where cells are parted by semicolons.
 *
 * The sign is dropped: logs differ in it and no message earns money (research/log-formats.md section 2).
 *
 * @returns millionths of the unit, or -1 where the cell is empty or no number: not priced, which is not 0
 */
export function parsePrice(text: string): number {
  const match = /^\s*[-+]?(\d{1,9}(?:[.,]\d{1,12})?)\s*$/.exec(text);
  return match?.[1] === undefined ? -1 : Math.round(Number(match[1].replace(',', '.')) * MICROS);
}
