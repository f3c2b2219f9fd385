/** ISO 8601 in UTC, or `undefined` for a time that no message has (Infinity). */
export const isoTime = (milliseconds: number): string | undefined =>
  Number.isFinite(milliseconds) ? withoutZeros(new Date(milliseconds).toISOString()) : undefined;

const ZEROS = '.000Z';

const withoutZeros = (iso: string): string => (iso.endsWith(ZEROS) ? `${iso.slice(0, -ZEROS.length)}Z` : iso);

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
