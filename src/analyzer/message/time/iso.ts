import { FARTHEST_OFFSET, momentOf, offsetMinutes, twoDigits } from './calendar.ts';

/**
 * Reads a time that states its zone: `2025-08-14T14:22:00-03:00`, `2025-08-14 17:22:00.5 UTC`, `2013-12-31 21:13:06 PST`.
 *
 * @returns milliseconds since 1970 in UTC, or NaN where the text is no such time or no message can have it; a time without a zone is not guessed at
 */
export function parseIsoTime(text: string): number {
  if (text.length < 20) return NaN;
  const separator = text.charCodeAt(10);
  const shaped =
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    (separator === 84 || separator === 32) &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58;
  if (!shaped) return NaN;
  let at = 19;
  let milliseconds = 0;
  if (text.charCodeAt(at) === 46) {
    const digits = /^\d+/.exec(text.slice(at + 1))?.[0] ?? '';
    milliseconds = Math.floor(Number(`0.${digits}`) * 1000);
    at += 1 + digits.length;
  }
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const moment = momentOf(
    year,
    twoDigits(text, 5),
    twoDigits(text, 8),
    twoDigits(text, 11),
    twoDigits(text, 14),
    twoDigits(text, 17),
    offsetMinutes(text.slice(at)),
  );
  return moment + milliseconds;
}

const numberIn = (bytes: Uint8Array, at: number): number => {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
};

/** `2025-08-14T14:22:00`, then `Z`, or `-03:00`. */
const LOCAL = 19;
const ZULU = 20;
const WITH_OFFSET = 25;

/**
 * Reads the plainest times that state their zone between two places of a file: `2025-08-14T14:22:00-03:00`, `2025-08-14 17:22:00Z`.
 *
 * @returns milliseconds since 1970 in UTC; NaN for anything else, of which `parseIsoTime` says what it is
 */
export function plainIsoTimeIn(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const separator = bytes[from + 10];
  const isShaped =
    (length === ZULU || length === WITH_OFFSET) &&
    bytes[from + 4] === 45 &&
    bytes[from + 7] === 45 &&
    (separator === 84 || separator === 32) &&
    bytes[from + 13] === 58 &&
    bytes[from + 16] === 58;
  if (!isShaped) return NaN;
  const sign = bytes[from + LOCAL];
  let offset = 0;
  if (length === WITH_OFFSET) {
    if ((sign !== 43 && sign !== 45) || bytes[from + 22] !== 58) return NaN;
    const minutes = numberIn(bytes, from + 20) * 60 + numberIn(bytes, from + 23);
    if (!(minutes <= FARTHEST_OFFSET)) return NaN;
    offset = sign === 45 ? -minutes : minutes;
  } else if (sign !== 90) return NaN;
  return momentOf(
    numberIn(bytes, from) * 100 + numberIn(bytes, from + 2),
    numberIn(bytes, from + 5),
    numberIn(bytes, from + 8),
    numberIn(bytes, from + 11),
    numberIn(bytes, from + 14),
    numberIn(bytes, from + 17),
    offset,
  );
}
