const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A text without the characters that steer the direction of writing: they would turn the figures beside it round. */
export const withoutBidi = (text: string): string => text.replace(BIDI, '');

/** A piece of the log inside a sentence: no steering characters; text written from right to left is kept apart (FSI, PDI). */
export function isolated(text: string): string {
  const bare = withoutBidi(text);
  return RIGHT_TO_LEFT.test(bare) ? `\u2068${bare}\u2069` : bare;
}
