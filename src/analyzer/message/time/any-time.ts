import { parseEpochTime } from './epoch.ts';
import { parseIsoTime } from './iso.ts';
import { parseJsDate } from './js-date.ts';
import { parseRfc2822Time } from './rfc-2822.ts';

/**
 * Reads a time that a program wrote and that states its zone: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or as
 * JavaScript prints a date. No spelling of one means something else in another.
 *
 * @returns milliseconds since 1970 in UTC, or NaN where the text is no such time or no message can have it
 */
export function parseAnyTime(cell: string): number {
  const text = cell.trim();
  for (const parse of [parseIsoTime, parseRfc2822Time, parseEpochTime, parseJsDate]) {
    const time = parse(text);
    if (!Number.isNaN(time)) return time;
  }
  return NaN;
}
