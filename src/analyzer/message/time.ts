/** Minutes east of UTC for the letters that logs print; the Console of 2013-14 always printed PST (research/log-formats.md). */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Minutes: no zone is farther from UTC. */
const FARTHEST_OFFSET = 14 * 60;
/** Twilio began in 2008; a year beyond this century is a typing error or a program's "never". */
const FIRST_YEAR = 2008;
const LAST_YEAR = 2099;

/** Two digits at a place of a text; NaN when they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Days from 1970-01-01 to a day of the Gregorian calendar; after Howard Hinnant's days_from_civil. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Minutes east of UTC that a zone suffix means ("-03:00", "+0530", "Z", " PST"); NaN for none or an unknown one. */
function offsetMinutes(suffix: string): number {
  const sign = suffix.charCodeAt(0);
  if (sign === 43 || sign === 45) {
    const minutes = two(suffix, 1) * 60 + (suffix.length === 3 ? 0 : two(suffix, suffix.charCodeAt(3) === 58 ? 4 : 3));
    if (minutes > FARTHEST_OFFSET) return NaN;
    return sign === 45 ? -minutes : minutes;
  }
  return ZONES[suffix.trim().toUpperCase()] ?? NaN;
}

/**
 * Reads a time that states its zone: `2025-08-14T14:22:00-03:00`, `2025-08-14 17:22:00.5 UTC`, `2013-12-31 21:13:06 PST`.
 *
 * @returns milliseconds since 1970 in UTC, or NaN where the text is no such time or no message can have it; a time without a zone is not guessed at
 */
export function parseTime(text: string): number {
  if (text.length < 20) return NaN;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  const separator = text.charCodeAt(10);
  const shaped =
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    (separator === 84 || separator === 32) &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58;
  // A NaN among them makes every comparison false.
  if (!(
    shaped &&
    month >= 1 &&
    day >= 1 &&
    day <= (MONTH_DAYS[month - 1] ?? 0) &&
    hour < 24 &&
    minute < 60 &&
    second < 61 &&
    year >= FIRST_YEAR &&
    year <= LAST_YEAR
  )) {
    return NaN;
  }
  let at = 19;
  let milliseconds = 0;
  if (text.charCodeAt(at) === 46) {
    const digits = /^\d+/.exec(text.slice(at + 1))?.[0] ?? '';
    milliseconds = Math.floor(Number(`0.${digits}`) * 1000);
    at += 1 + digits.length;
  }
  const offset = offsetMinutes(text.slice(at));
  return ((dayNumber(year, month, day) * 24 + hour) * 60 + minute - offset) * 60_000 + second * 1000 + milliseconds;
}
