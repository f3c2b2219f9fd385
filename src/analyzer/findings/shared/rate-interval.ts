/** Two-sided 95 %. */
const Z = 1.96;

/**
 * The range in which the true rate behind "hits of total" lies with 95 % (Wilson's score interval): wide for small
 * samples, so that a rate of 5 in 6 says more than 1 in 1.
 */
export function rateInterval(hits: number, total: number): { readonly low: number; readonly high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const rate = hits / total;
  const square = Z * Z;
  const middle = rate + square / (2 * total);
  const spread = Z * Math.sqrt((rate * (1 - rate)) / total + square / (4 * total * total));
  const scale = 1 + square / total;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
