/** "9,803". */
export const figure = (count: number): string => count.toLocaleString('en-US');

/** "1 message", "1,234 messages": a count with its noun; the plural is the word with an "s" unless given. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`;

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A text without the characters that steer the direction of writing: they would turn the figures beside it round. */
export const withoutBidi = (text: string): string => text.replace(BIDI, '');

/** A piece of the log inside a sentence: no steering characters; text written from right to left is kept apart (FSI, PDI). */
export function isolated(text: string): string {
  const bare = withoutBidi(text);
  return RIGHT_TO_LEFT.test(bare) ? `\u2068${bare}\u2069` : bare;
}

/** A text of the log in quotes, as sentences hold it: “…”. */
export const quotedText = (text: string): string => `“${isolated(text)}”`;

/** "412 of 9,803". */
export const ofBase = (part: number, base: number): string => `${figure(part)} of ${figure(base)}`;

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

const MOMENT_IN_UTC = /\b(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC(?![\w+−])/g;

/** A sentence whose moments in UTC, as `momentIn` prints them, are printed by `print` (it gets ISO 8601); all other text stays. */
export const withMoments = (sentence: string, print: (iso: string) => string): string =>
  sentence.replaceAll(MOMENT_IN_UTC, (_, day: string, time: string) => print(`${day}T${time}:00Z`));

/** "GMT", "GMT-03:00", "GMT+05:30" to "UTC", "UTC−3", "UTC+5:30". */
function offsetLabel(name: string): string {
  const [, sign, hours = '', minutes = ''] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (sign === undefined || (Number(hours) === 0 && Number(minutes) === 0)) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${String(Number(hours))}${minutes === '00' ? '' : `:${minutes}`}`;
}
