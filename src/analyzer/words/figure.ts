/** A format of numbers, made once and not before a number is shown: the first ones take a browser some ten milliseconds. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): (value: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (value) => (format ??= new Intl.NumberFormat('en-US', options)).format(value);
}

/** "9,803". */
export const figure = numberFormat();

const whole = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** A message costs less than a hundredth. */
const small = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** An amount in a unit as the log spells it: "12.40 USD", "0.0079 USD". The unit is text of the log, never taken for a known currency. */
export const amount = (value: number, unit: string): string => `${(Math.abs(value) < 1 ? small : whole)(value)} ${unit}`.trim();

/** "1 message", "1,234 messages": a count with its noun; the plural is the word with an "s" unless given. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`;

/**
 * "4.2 %"; a share above 0 never reads "0.0 %", one below 1 never "100.0 %".
 *
 * @param gap what stands before the sign: a space that may break a line unless given
 * @returns a dash when there is nothing to share
 */
export function percent(part: number, of: number, gap = ' '): string {
  if (of <= 0) return '–';
  const rounded = Math.round((1000 * part) / of) / 10;
  if (part > 0 && rounded === 0) return `under 0.1${gap}%`;
  if (part < of && rounded === 100) return `over 99.9${gap}%`;
  return `${rounded.toFixed(1)}${gap}%`;
}
