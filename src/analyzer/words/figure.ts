/** "9,803". */
export const figure = (count: number): string => count.toLocaleString('en-US');

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
