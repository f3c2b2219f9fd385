const formats = new Map<string, Intl.DateTimeFormat>();

/** Builds are slow (a millisecond each), so each kind is built once. */
function format(zone: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${zone} ${key}`;
  const known = formats.get(id) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
  formats.set(id, known);
  return known;
}

const parse = (iso: string): Date | undefined => {
  const date = new Date(iso);
  return Number.isNaN(date.valueOf()) ? undefined : date;
};

/** "14 Aug 2025" in the zone; the text itself when it is no time. */
export function dayIn(zone: string, iso: string): string {
  const date = parse(iso);
  return date === undefined ? iso : format(zone, 'day', { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

/** "New York", "UTC": what is left of the name of a zone when its continent is taken away. */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** "14:05" in the zone; the text itself when it is no time. */
export function clockIn(zone: string, iso: string): string {
  const date = parse(iso);
  return date === undefined ? iso : format(zone, 'time', { hour: '2-digit', minute: '2-digit' }).format(date);
}

/** "14 Aug 2025 14:05" in the zone; the text itself when it is no time. */
export const timeIn = (zone: string, iso: string): string => (parse(iso) === undefined ? iso : `${dayIn(zone, iso)} ${clockIn(zone, iso)}`);

const DAY = 86_400;

/** The marks of a time axis whose steps take `stepSeconds`: "14:00" with "15 Aug" below at midnight, "15 Aug", "Aug" above its year, or a year. */
export function axisLabel(zone: string, epochMs: number, stepSeconds: number, first: boolean): string {
  const date = new Date(epochMs);
  const year = format(zone, 'axis-year', { year: 'numeric' }).format(date);
  if (stepSeconds >= 360 * DAY) return year;
  if (stepSeconds >= 28 * DAY) return `${format(zone, 'axis-month', { month: 'short' }).format(date)}\n${year}`;
  const day = format(zone, 'axis-day', { day: 'numeric', month: 'short' }).format(date);
  if (stepSeconds >= DAY) return first ? `${day}\n${year}` : day;
  const time = format(zone, 'time', { hour: '2-digit', minute: '2-digit' }).format(date);
  return first || time === '00:00' ? `${time}\n${day}` : time;
}

/** Minutes the zone's clock is ahead of UTC at that moment. */
export function offsetIn(zone: string, epochMs: number): number {
  const parts = format(zone, 'offset', { timeZoneName: 'longOffset' }).formatToParts(new Date(epochMs));
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}

/** "UTC", "UTC−3", "UTC+5:30": what the zone's clock shows at that moment. */
export function zoneLabel(zone: string, iso?: string): string {
  const minutes = offsetIn(zone, (iso === undefined ? undefined : parse(iso)?.valueOf()) ?? 0);
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  return `UTC${minutes < 0 ? '−' : '+'}${String(hours)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
