import { isMessageTime } from './calendar.ts';

/** Digits of a count of milliseconds; of smaller units the digits behind them are left out. */
const MILLISECONDS = 13;

/**
 * Reads a time counted since 1970: 1755187200, 1755187200.25, 1755187200000. How many digits it has tells its unit.
 *
 * @returns milliseconds since 1970 in UTC, or NaN where the text is no such time or no message can have it
 */
export function parseEpochTime(text: string): number {
  const [, digits = '', fraction = ''] = /^(\d{10}|\d{13}|\d{16}|\d{19})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  const isSeconds = digits.length < MILLISECONDS;
  const time = Number((isSeconds ? `${digits}${fraction.padEnd(3, '0')}` : digits).slice(0, MILLISECONDS) || NaN);
  return isMessageTime(time) ? time : NaN;
}
