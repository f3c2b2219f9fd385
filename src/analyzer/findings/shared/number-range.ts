/** Digits of a number that tell country and network or area. */
export const RANGE_DIGITS = 6;

/**
 * The first digits of a number: the range that a network was given, in most countries.
 *
 * @param digits of the number as one whole number; 0 for what is no phone number
 * @returns `undefined` for a number that has fewer
 */
export function rangeOf(digits: number): number | undefined {
  if (digits < 10 ** RANGE_DIGITS) return undefined;
  let range = digits;
  while (range >= 10 ** RANGE_DIGITS) range = Math.floor(range / 10);
  return range;
}
