import { entryOf } from '../memory/entry-of.ts';

const DAY_MS = 86_400_000;
/** Beyond these days years have other than four digits. */
const FIRST_DAY = Date.UTC(1000, 0, 1) / DAY_MS;
const LAST_DAY = Date.UTC(9999, 11, 31) / DAY_MS;

const two = (value: number): string => `${value < 10 ? '0' : ''}${String(value)}`;

/** Dates that are remembered: some centuries. */
const DATES = 100_000;
const dates = new Map<number, string>();

/** The date of a day since 1970: a report tells thousands of times of a few days. */
function dateOf(day: number): string {
  if (dates.size >= DATES) dates.clear();
  return entryOf(dates, day, () => new Date(day * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length));
}

/** ISO 8601 in UTC, without parts of a second where there are none; `undefined` for a time that no message has (Infinity). */
export function isoTime(milliseconds: number): string | undefined {
  if (!Number.isFinite(milliseconds)) return undefined;
  const day = Math.floor(milliseconds / DAY_MS);
  const seconds = (milliseconds - day * DAY_MS) / 1_000;
  if (!Number.isInteger(seconds) || day < FIRST_DAY || day > LAST_DAY) return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
  return `${dateOf(day)}T${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`;
}

/**
 * A printer of moments in one zone: "2025-08-14 17:05 UTC", "2025-08-14 14:05 UTC−3".
 *
 * @param timeZone IANA name; an unknown one throws RangeError, so check it where it comes in
 */
export function momentIn(timeZone: string): (milliseconds: number) => string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  });
  return (milliseconds) => {
    const found = new Map(parts.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
    const get = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
    return `${get('year')}-${get('month')}-${get('day')} ${get('hour')}:${get('minute')} ${offsetLabel(get('timeZoneName'))}`;
  };
}

/** "GMT", "GMT-03:00", "GMT+05:30" to "UTC", "UTC−3", "UTC+5:30". */
function offsetLabel(name: string): string {
  const [, sign, hours = '', minutes = ''] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (sign === undefined || (Number(hours) === 0 && Number(minutes) === 0)) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${String(Number(hours))}${minutes === '00' ? '' : `:${minutes}`}`;
}
