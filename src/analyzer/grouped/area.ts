/** Digits of a number whose length is not told. */
const USUAL_LENGTH = 11;

/** A number that has the area: its first digits and its length are right, the others are zeros. 0 for no area. */
export function digitsOfArea(area: string): number {
  const [digits = '', length] = area.split('/');
  return digits === '' ? 0 : Number(digits.padEnd(length === undefined ? USUAL_LENGTH : Number(length), '0'));
}
