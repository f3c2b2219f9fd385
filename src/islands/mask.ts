/** A phone number as logs and sentences spell it, possibly behind a channel ("whatsapp:+…"), not part of a longer word or SID. */
const NUMBER = /(?<![\w.,])(?:\+1 \d{3} \d{3} \d{4}|\+?\d{7,15})(?![\w]|[.,]\d)/g;

/**
 * Hides the middle of every phone number in a text: "+14155550117" becomes "+1••••••0117".
 * Short codes (3 to 6 digits) and names of senders are not personal and stay; a count has thousands separators.
 */
export const masked = (text: string): string =>
  text.replaceAll(NUMBER, (number) => {
    const digits = number.replaceAll(/\D/g, '');
    const plus = number.startsWith('+') ? '+' : '';
    const head = plus !== '' && digits.length > 9 ? digits.slice(0, 1) : '';
    return `${plus}${head}${'•'.repeat(digits.length - head.length - 4)}${digits.slice(-4)}`;
  });
