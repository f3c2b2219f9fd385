import { MONTHS, momentOf, offsetMinutes } from './calendar.ts';

/** "Thu, 14 Aug 2025 17:22:00 +0000": the day's name may be missing. */
const SHAPE = /^(?:[a-z]{3}, )?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-]\d{4}|[a-z]{1,4})$/i;

/**
 * Reads a time as the REST API prints it: `Thu, 14 Aug 2025 17:22:00 +0000` (RFC 2822).
 *
 * @returns milliseconds since 1970 in UTC, or NaN where the text is no such time or no message can have it
 */
export function parseRfc2822Time(text: string): number {
  const found = SHAPE.exec(text.trim());
  if (found === null) return NaN;
  const [, day, month = '', year, hour, minute, second, zone = ''] = found;
  return momentOf(
    Number(year),
    MONTHS.indexOf(month.toLowerCase()) + 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    offsetMinutes(zone),
  );
}
