/** Minutes east of UTC for the letters that logs print, where they mean one zone only (BST and IST mean several); the Console of 2013-14 always printed PST. */
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
  AKST: -540,
  AKDT: -480,
  HST: -600,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  SGT: 480,
  HKT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Minutes: no zone is farther from UTC. */
export const FARTHEST_OFFSET = 14 * 60;
/** Twilio began in 2008; a year beyond this century is a typing error or a program's "never". */
const FIRST_YEAR = 2008;
const LAST_YEAR = 2099;

/** Names of months as RFC 2822 and JavaScript print them, in lower case. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What `dayNumber` counts from its own beginning to 1970-01-01. */
const DAYS_BEFORE = 719_484;

/** From FIRST_YEAR to LAST_YEAR every fourth year is one: 2100 is the next that is not. */
const isLeap = (year: number): boolean => year % 4 === 0;

/** Days from 1970-01-01 to a day between FIRST_YEAR and LAST_YEAR; after Howard Hinnant's days_from_civil, without its eras. */
function dayNumber(year: number, month: number, day: number): number {
  // Years begin in March here, so that a leap day is the last of one.
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day;
  return y * 365 + Math.floor(y / 4) + dayOfYear - DAYS_BEFORE;
}

/** Two digits at a place of a text; NaN when they are none. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Minutes east of UTC that a zone suffix means ("-03:00", " +0530", "Z", " PST"); NaN for none or an unknown one. */
export function offsetMinutes(text: string): number {
  const suffix = text.charCodeAt(0) === 32 ? text.trim() : text;
  const sign = suffix.charCodeAt(0);
  if (sign === 43 || sign === 45) {
    const minutes = twoDigits(suffix, 1) * 60 + (suffix.length === 3 ? 0 : twoDigits(suffix, suffix.charCodeAt(3) === 58 ? 4 : 3));
    if (minutes > FARTHEST_OFFSET) return NaN;
    return sign === 45 ? -minutes : minutes;
  }
  return ZONES[suffix.trimEnd().toUpperCase()] ?? NaN;
}

/**
 * A moment of the Gregorian calendar that a message can have.
 *
 * @param month 1 to 12
 * @param second may be 60, a leap second
 * @param offset minutes east of UTC
 * @returns milliseconds since 1970 in UTC; NaN for a day or an hour that does not exist, and for years before Twilio or after this century
 */
export function momentOf(year: number, month: number, day: number, hour: number, minute: number, second: number, offset: number): number {
  const days = month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  // A NaN among them makes every comparison false.
  const exists =
    month >= 1 &&
    day >= 1 &&
    day <= days &&
    hour >= 0 &&
    hour < 24 &&
    minute >= 0 &&
    minute < 60 &&
    second >= 0 &&
    second < 61 &&
    year >= FIRST_YEAR &&
    year <= LAST_YEAR;
  return exists ? ((dayNumber(year, month, day) * 24 + hour) * 60 + minute - offset) * 60_000 + second * 1000 : NaN;
}

const FIRST = Date.UTC(FIRST_YEAR, 0, 1);
const END = Date.UTC(LAST_YEAR + 1, 0, 1);

/** Whether a message can have this time (milliseconds since 1970): not before Twilio, not after this century. */
export const isMessageTime = (time: number): boolean => time >= FIRST && time < END;
