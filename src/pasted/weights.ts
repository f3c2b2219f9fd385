/** Turns scores into probabilities. */
export function toProbabilities(scores: Float64Array): void {
  const most = scores.reduce((one, other) => Math.max(one, other), -Infinity);
  let sum = 0;
  for (const [at, score] of scores.entries()) {
    const part = Math.exp(score - most);
    scores[at] = part;
    sum += part;
  }
  for (const [at, part] of scores.entries()) scores[at] = part / sum;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** The letter of no weight. */
const ZERO = 12;

/**
 * Writes whole weights short: for each step the distance from the one before, unless it is 0, and a letter for the weight; those out of range
 * (-12 to 39) are cut to it.
 *
 * @param weights steps in ascending order
 */
export function writeWeights(weights: readonly (readonly [step: number, weight: number])[]): string {
  let before = 0;
  return weights
    .map(([step, weight]) => {
      const distance = step - before;
      before = step;
      const letter = letters[Math.min(letters.length - 1, Math.max(0, weight + ZERO))] ?? '';
      return `${distance === 0 ? '' : String(distance)}${letter}`;
    })
    .join('');
}

/** Reads what `writeWeights` wrote. */
export function readWeights(row: string): readonly (readonly [step: number, weight: number])[] {
  let step = 0;
  return [...row.matchAll(/(\d*)([A-Za-z])/g)].map(([, distance = '', letter = '']) => {
    step += Number(distance);
    return [step, letters.indexOf(letter) - ZERO] as const;
  });
}
