import { isMessageTime } from './calendar.ts';

/** Digits of a count since 1970 -> milliseconds a unit: seconds, milliseconds, microseconds, nanoseconds. */
const units: Readonly<Record<number, number>> = { 10: 1000, 13: 1, 16: 1e-3, 19: 1e-6 };

/**
 * Reads a time counted since 1970: 1755187200, 1755187200.25, 1755187200000. How many digits it has tells its unit.
 *
 * @returns milliseconds since 1970 in UTC, or NaN where the text is no such time or no message can have it
 */
export function parseEpochTime(text: string): number {
  const found = /^(\d{10}|\d{13}|\d{16}|\d{19})(\.\d{1,9})?$/.exec(text);
  const digits = found?.[1] ?? '';
  const time = Math.floor(Number(digits + (found?.[2] ?? '')) * (units[digits.length] ?? NaN));
  return isMessageTime(time) ? time : NaN;
}
