import type { Dialect } from './dialect.ts';

/** Prices are added up as whole millionths of their unit, so that no sum depends on its order. */
export const MICROS = 1_000_000;

/** "1,234.50" and "1,234" where "." parts fractions: groups of three after a first group that does not begin with 0. */
const grouped = {
  '.': /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,12})?$/,
  ',': /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,12})?$/,
} as const;
const PLAIN = /^\d{1,9}(?:[.,]\d{1,12})?$/;

/**
 * Reads a price as the log prints it: `-0.0083`, `0.00750`, `-1,234.50`; `-0,0083` and `1.234,50` where "," parts fractions.
 * A lone sign that cannot group thousands ("0,0083" in a log with points) parts a fraction too: no spelling means anything else.
 *
 * The sign before the number is dropped: logs differ in it and no message earns money.
 *
 * @returns millionths of the unit, or -1 where the cell is empty or no number: not priced, which is not 0
 */
export function parsePrice(text: string, decimal: Dialect['decimal']): number {
  const digits = text.trim().replace(/^[-+]/, '');
  const bare = grouped[decimal].test(digits) ? digits.replaceAll(decimal === '.' ? ',' : '.', '') : digits;
  return PLAIN.test(bare) ? Math.round(Number(bare.replace(',', '.')) * MICROS) : -1;
}
