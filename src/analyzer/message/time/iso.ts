import { momentOf, offsetMinutes, twoDigits } from './calendar.ts';

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
