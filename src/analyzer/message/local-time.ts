const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const printers = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const OFFSETS_KEPT = 100_000;

/** Milliseconds that local time is ahead of UTC, from what the zone's calendar prints for an hour. */
function lookUp(timeZone: string, hour: number): number {
  const printer =
    printers.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  printers.set(timeZone, printer);
  const [day = 1, month = 1, year = 1970, hours = 0, minutes = 0] = (printer.format(hour * HOUR_MS).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes) - hour * HOUR_MS;
}

/**
 * A moment as the clocks of a zone show it, daylight saving included.
 *
 * @param time milliseconds since 1970 in UTC
 * @param timeZone IANA name
 * @returns milliseconds that read as UTC give the local date and hour
 */
export function localTime(time: number, timeZone: string): number {
  // Clocks change on full hours of UTC in all zones that are asked for.
  const hour = Math.floor(time / HOUR_MS);
  const key = `${timeZone} ${String(hour)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = lookUp(timeZone, hour);
    if (offsets.size < OFFSETS_KEPT) offsets.set(key, offset);
  }
  return time + offset;
}

/** The day of a zone's calendar, numbered from 1970. */
export const localDay = (time: number, timeZone: string): number => Math.floor(localTime(time, timeZone) / DAY_MS);

/** Hour of the day in UTC, 0 to 23; NaN for no time. */
export const utcHourOf = (time: number): number => {
  const hours = Math.floor(time / HOUR_MS);
  return hours - 24 * Math.floor(hours / 24);
};

/** Hour of the day in a zone, 0 to 23. */
export const localHour = (time: number, timeZone: string): number => utcHourOf(localTime(time, timeZone));
