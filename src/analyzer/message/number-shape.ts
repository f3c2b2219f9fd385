import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** What is wrong with an address that was to be a phone number in E.164 form. */
export const numberShapes = ['no-plus', 'double-zero', 'rounded', 'wrong-length', 'no-number'] as const;
export type NumberShape = (typeof numberShapes)[number];

/**
 * What keeps an address from being a number that can be texted, as far as it can be seen.
 *
 * @param text normalised as message/address.ts does
 * @returns `undefined` where it looks right: whether the number is in use no text shows
 */
export function numberShape(text: string): NumberShape | undefined {
  const bare = text.replace(/^[a-z]+:/, '');
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(bare)) return 'rounded';
  const digits = bare.replace(/[\s().-]/g, '');
  if (/^00\d+$/.test(digits)) return 'double-zero';
  if (/^\d+$/.test(digits)) return digits.length < 7 ? 'wrong-length' : 'no-plus';
  if (!/^\+\d+$/.test(digits)) return 'no-number';
  return parsePhoneNumberFromString(digits)?.isPossible() === true ? undefined : 'wrong-length';
}
