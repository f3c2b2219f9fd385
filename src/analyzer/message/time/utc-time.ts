import { parseAnyTime } from './any-time.ts';

/**
 * Reads a time of a program that writes UTC and may leave the letters out: `2025-08-14 17:22:00`, `2025-08-14T17:22:00.5`,
 * besides all that states its zone.
 *
 * @returns milliseconds since 1970 in UTC, or NaN where the text is no such time or no message can have it
 */
export function parseUtcTime(cell: string): number {
  const text = cell.trim();
  return parseAnyTime(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?$/.test(text) ? `${text}Z` : text);
}
