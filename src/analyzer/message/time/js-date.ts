import { MONTHS, momentOf, offsetMinutes } from './calendar.ts';

/** "Thu Aug 14 2025 11:22:00 GMT-0600 (MDT)": the day's name and the zone's may be missing, the offset not. */
const SHAPE = /^(?:[a-z]{3} )?([a-z]{3}) (\d{1,2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC)?([+-]\d{4})?(?: \(.*\))?$/i;

/**
 * Reads a time as JavaScript prints it: `Thu Aug 14 2025 11:22:00 GMT-0600 (Mountain Daylight Time)`, `Aug 14 2025 11:22:00 GMT-0600`.
 *
 * @returns milliseconds since 1970 in UTC, or NaN where the text is no such time or no message can have it
 */
export function parseJsDate(text: string): number {
  const found = SHAPE.exec(text);
  if (found === null || !/GMT|UTC|[+-]\d{4}/.test(text)) return NaN;
  const [, month = '', day, year, hour, minute, second, offset = '+0000'] = found;
  const at = MONTHS.indexOf(month.toLowerCase()) + 1;
  return momentOf(Number(year), at, Number(day), Number(hour), Number(minute), Number(second), offsetMinutes(offset));
}
