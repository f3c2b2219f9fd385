import { counted } from '../../analyzer/words/figure.ts';

export { counted };

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** A per cent sign never stands alone at the start of a line. */
const NBSP = '\u00A0';

/** "9,803". */
export const figure = (value: number): string => whole.format(value);

/**
 * A share as text: one decimal, "under 0.1 %" and "over 99.9 %" where rounding would claim none or all.
 *
 * @returns a dash when there is nothing to share
 */
export function percent(part: number, of: number): string {
  if (of <= 0) return '–';
  const value = (100 * part) / of;
  if (value > 0 && value < 0.1) return `under 0.1${NBSP}%`;
  if (value < 100 && value > 99.9) return `over 99.9${NBSP}%`;
  return `${Number.isInteger(value) ? String(value) : value.toFixed(1)}${NBSP}%`;
}

/** "6.4 KB", "218 MB": powers of 1000, as file managers show them. */
export function size(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const units = ['KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? value.toFixed(1) : whole.format(value)} ${units[power - 1] ?? ''}`;
}

/** An amount in a unit as the log spells it: "12.40 USD". The unit is text of the log, never taken for a known currency. */
export const amount = (value: number, unit: string): string => `${money.format(value)} ${unit}`.trim();

/** How long something still takes: "a few seconds", "40 s", "3 min". */
export function remaining(seconds: number): string {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 90) return `${String(Math.ceil(seconds / 5) * 5)} s`;
  return `${String(Math.ceil(seconds / 60))} min`;
}
