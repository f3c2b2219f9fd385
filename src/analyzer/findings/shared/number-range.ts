/** Digits of a number that tell country and network or area. */
const DIGITS = 6;

/**
 * The first digits of a number: the range that a network was given, in most countries.
 *
 * @param digits of the number as one whole number; 0 for what is no phone number
 * @returns `undefined` for a number that has fewer
 */
export function rangeOf(digits: number): number | undefined {
  if (digits < 10 ** DIGITS) return undefined;
  let range = digits;
  while (range >= 10 ** DIGITS) range = Math.floor(range / 10);
  return range;
}
