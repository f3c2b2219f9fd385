import { amount, counted, figure, numberFormat, percent as share } from '../../analyzer/words/figure.ts';

export { amount, counted, figure };

const whole = numberFormat({ maximumFractionDigits: 0 });

/** A per cent sign never stands alone at the start of a line. */
const NBSP = '\u00A0';

/** A share as text that stays on one line: "4.2 %"; a dash when there is nothing to share. */
export const percent = (part: number, of: number): string => share(part, of, NBSP);

/** "6.4 KB", "218 MB": powers of 1000, as file managers show them. */
export function size(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const units = ['KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? value.toFixed(1) : whole(value)} ${units[power - 1] ?? ''}`;
}

/** How long something still takes: "a few seconds", "40 s", "3 min". */
export function remaining(seconds: number): string {
  if (seconds < 5) return 'a few seconds';
  if (seconds < 90) return `${String(Math.ceil(seconds / 5) * 5)} s`;
  return `${String(Math.ceil(seconds / 60))} min`;
}
