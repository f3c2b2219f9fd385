/** Whether two strings of digits differ by one slip of the finger: a digit missing, too many, wrong, or two swapped. */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (long.length > short.length) return short.slice(start) === long.slice(start + 1);
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return short.slice(start + 1) === long.slice(start + 1) || (swapped && short.slice(start + 2) === long.slice(start + 2));
}

/**
 * Codes that may have been meant by one that nobody knows: slips of the finger first, then the nearest numbers.
 *
 * @param code digits, in none of `known`
 * @param known codes to choose from
 * @returns at most `limit`, best first
 */
export function nearCodes(code: string, known: readonly string[], limit = 4): readonly string[] {
  const distance = (other: string): number => Math.abs(Number(other) - Number(code));
  const byDistance = known.toSorted((a, b) => distance(a) - distance(b));
  const slips = byDistance.filter((other) => isSlip(code, other));
  const neighbours = byDistance.filter((other) => distance(other) <= 100);
  return [...new Set([...slips, ...neighbours])].slice(0, limit);
}
