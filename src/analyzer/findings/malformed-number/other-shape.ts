/** Ten digits that are a number of the US or Canada without its "+1". */
const NANP = /^[2-9]\d{9}$/;

/**
 * The number that an address without "+" may have been meant as: its digits, behind "00" or not, and with the country code 1 where they are ten
 * that it has numbers of.
 *
 * @param text normalised as message/address.ts does
 * @returns digits of an E.164 number (a key of message/address.ts); `undefined` for an address that is no number, or has its "+"
 */
export function meantAs(text: string): number | undefined {
  const digits = text.replace(/[\s().-]/g, '');
  if (!/^\d{8,17}$/.test(digits)) return undefined;
  const bare = digits.replace(/^00/, '');
  return Number(NANP.test(bare) ? `1${bare}` : bare);
}
