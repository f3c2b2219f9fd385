import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isLostNumber } from './address.ts';

/** "+1" and the first digits behind it. */
const NANP_DIGITS = 6;
const NANP_KNOWN = 20_000;
const nanp = new Map<string, boolean>();

/** What is wrong with an address that was to be a phone number in E.164 form. */
export const numberShapes = ['no-plus', 'double-zero', 'lost', 'wrong-length', 'no-number'] as const;
export type NumberShape = (typeof numberShapes)[number];

/**
 * What keeps an address from being a number that can be texted, as far as it can be seen.
 *
 * @param text normalised as message/address.ts does
 * @returns `undefined` where it looks right: whether the number is in use no text shows
 */
export function numberShape(text: string): NumberShape | undefined {
  const bare = text.replace(/^[a-z]+:/, '');
  if (isLostNumber(bare)) return 'lost';
  const digits = bare.replace(/[\s().-]/g, '');
  if (/^00\d+$/.test(digits)) return 'double-zero';
  if (/^\d+$/.test(digits)) return digits.length < 7 ? 'wrong-length' : 'no-plus';
  if (!/^\+\d+$/.test(digits)) return 'no-number';
  return isPossible(digits) ? undefined : 'wrong-length';
}

/** Whether a number has a length that its country knows. */
function isPossible(number: string): boolean {
  // In +1 length and the first digits decide: a log refuses thousands of such numbers.
  const key = number.startsWith('+1') ? `${number.slice(0, NANP_DIGITS)} ${String(number.length)}` : undefined;
  const known = key === undefined ? undefined : nanp.get(key);
  if (known !== undefined) return known;
  const answer = parsePhoneNumberFromString(number)?.isPossible() === true;
  if (key !== undefined && nanp.size < NANP_KNOWN) nanp.set(key, answer);
  return answer;
}
