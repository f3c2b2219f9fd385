/** "9,803". */
export const figure = (count: number): string => count.toLocaleString('en-US');

/** "1 message", "1,234 messages": a count with its noun; the plural is the word with an "s" unless given. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`;

/** "412 of 9,803". */
export const ofBase = (part: number, base: number): string => `${figure(part)} of ${figure(base)}`;

/** "4.2 %"; a share above 0 never reads "0.0 %", one below 1 never "100.0 %". */
export function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  if (share > 0 && rounded === 0) return 'under 0.1 %';
  if (share < 1 && rounded === 100) return 'over 99.9 %';
  return `${rounded.toFixed(1)} %`;
}
