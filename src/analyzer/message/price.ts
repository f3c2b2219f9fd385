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

/** Digits before the sign, and behind it: their value is exact in whole millionths. */
const WHOLE_DIGITS = 6;
const FRACTION_DIGITS = 6;
const SCALES = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

/**
 * Reads the plainest price between two places of a file, `-0.0083`: at most a sign, some digits, the sign that parts fractions, some digits.
 *
 * @returns millionths of the unit, or -1 for anything else, of which `parsePrice` says what it is
 */
export function plainPriceIn(bytes: Uint8Array, from: number, to: number, decimal: Dialect['decimal']): number {
  const sign = bytes[from];
  const start = sign === 45 || sign === 43 ? from + 1 : from;
  let value = 0;
  let point = to;
  for (let at = start; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (point === to && bytes[at] === decimal.charCodeAt(0)) point = at;
    else return -1;
  }
  const whole = point - start;
  const fraction = Math.max(0, to - point - 1);
  const isPlain = whole > 0 && whole <= WHOLE_DIGITS && fraction <= FRACTION_DIGITS && (point === to || fraction > 0);
  return isPlain ? value * (SCALES[fraction] ?? 1) : -1;
}
