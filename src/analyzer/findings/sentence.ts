/** "1,234 messages": a count with its noun. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** "412 of 9,803". */
export const ofBase = (part: number, base: number): string => `${part.toLocaleString('en-US')} of ${base.toLocaleString('en-US')}`;

/** "4.2 %"; a share above 0 never reads "0.0 %", one below 1 never "100.0 %". */
export function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  if (share > 0 && rounded === 0) return 'under 0.1 %';
  if (share < 1 && rounded === 100) return 'over 99.9 %';
  return `${rounded.toFixed(1)} %`;
}

/** ISO 8601 in UTC, or `undefined` for a time that no message has (Infinity). */
export const isoTime = (milliseconds: number): string | undefined =>
  Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString().replace('.000Z', 'Z') : undefined;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A printer of moments in one zone.
 *
 * @param timeZone IANA name; an unknown one throws RangeError, so check it where it comes in
 */
export function momentIn(timeZone: string): (milliseconds: number) => string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  return (milliseconds) => {
    const found = new Map(parts.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
    const get = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
    const zone = get('timeZoneName').replace('GMT', 'UTC').replace('-', '−');
    return `${get('day')} ${MONTHS[Number(get('month')) - 1] ?? ''} ${get('year')} ${get('hour')}:${get('minute')} ${zone}`;
  };
}
