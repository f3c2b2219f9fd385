/**
 * Characters that steer a terminal or the direction of writing, or cannot be seen. A line feed is never one of a text here: JSON
 * escapes those itself.
 */
const STEERS = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (sign: string): string =>
  Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** A value as JSON that does nothing where it is printed: what would is escaped, and reads back as it was. */
export const safeJson = (value: unknown, indent?: number): string => JSON.stringify(value, null, indent).replace(STEERS, escaped);
