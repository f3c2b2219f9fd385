import { parseAnyTime } from './any-time.ts';
import { MONTHS, momentOf, offsetMinutes } from './calendar.ts';
import { WallClock } from './zone-offset.ts';

/** Which comes first in 8/9/2025. */
export const dateOrders = ['month-first', 'day-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** What a reader says of times that do not say it themselves. */
export interface TimeChoice {
  /** Zone of times without one, an IANA name; UTC when absent. */
  readonly zone?: string | undefined;
  /** Found in the log itself when absent. */
  readonly order?: DateOrder | undefined;
}

/** "11:22", "11:22:33.5", "11.22", "1:22 PM", and behind it a zone where there is one. */
const CLOCK = String.raw`(?:,?[\sT]+(?:at )?(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?(?:\s?([ap])\.?m\.?)?(?:\s?(Z|[A-Z]{3,4}|(?:GMT|UTC)?[+-]\d\d:?\d\d))?)?`;
const shape = (date: string): RegExp => new RegExp(`^${date}${CLOCK}$`, 'i');
const YEAR_FIRST = shape(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`);
const YEAR_LAST = shape(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)`);
const MONTH_NAMED = shape(String.raw`(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2}),? (\d{4})`);
const DAY_NAMED = shape(String.raw`(?:[a-z]{3,10},? )?(\d{1,2})\.?(?: de)?[ -]([a-z]{3,10})\.?(?: de)?[ -](\d{4}|\d\d)`);
/** Days since the end of 1899, as spreadsheets count them: 2008 to 2099. */
const SERIAL = /^(\d{5})(\.\d+)?$/;
const SERIAL_1970 = 25_569;
const FIRST_SERIAL = 39_448;
const LAST_SERIAL = 73_050;
const DAY = 86_400_000;

/** How months begin where they do not begin as in English: German, French, Spanish, Portuguese, Italian. */
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  ene: 1,
  gen: 1,
  fev: 2,
  avr: 4,
  abr: 4,
  mai: 5,
  mag: 5,
  giu: 6,
  lug: 7,
  aou: 8,
  ago: 8,
  set: 9,
  okt: 10,
  out: 10,
  ott: 10,
  dez: 12,
  dic: 12,
};

function monthOf(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  // "juin" and "juillet" begin alike.
  if (start === 'jui') return name[3]?.toLowerCase() === 'l' ? 7 : 6;
  return MONTHS.indexOf(start) + 1 || (OTHER_MONTHS[start] ?? 0);
}

/** Spellings that are made one of the others: what is looked for, and what it becomes. */
const RESPELLED: readonly (readonly [RegExp, string])[] = [
  // 2025-08-14T17:22:03Z[UTC], as Java prints a time with its zone.
  [/^(\d{4}-\d\d-\d\dT.*)\[[\w/+-]+\]$/, '$1'],
  [/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?:\.\d+)?(Z|[+-]\d{4})?$/, '$1-$2-$3T$4:$5:$6$7'],
  // Thu Aug 14 17:22:03 UTC 2025, as C and Java print a time.
  [/^[a-z]{3} ([a-z]{3}) +(\d{1,2}) (\d\d:\d\d:\d\d)(?: ([A-Z]{3,4}))? (\d{4})$/i, '$2 $1 $5 $3 $4'],
  // 17:22:03 UTC 2025-08-14, as the Console shows it.
  [/^(\d{1,2}:\d\d(?::\d\d)?) ([A-Z]{3,4}) (\d{4}-\d\d-\d\d)$/, '$3 $1 $2'],
  [/^\/Date\((\d{13})(?:[+-]\d{4})?\)\/$/, '$1'],
  [/^(\d{5}),(\d+)$/, '$1.$2'],
];
const yearOf = (text: string): number => (text.length === 2 ? 2000 : 0) + Number(text);

/**
 * Reads times that leave something out, as spreadsheets and people write them: `8/14/2025 19:22`, `14.08.2025 19:22`,
 * `2025-08-14 19:22:00`, `Aug 14, 2025, 7:22 PM`, `45883.5`. It remembers what had to be assumed.
 */
export class LooseTimes {
  /** Times whose zone was assumed. */
  zoneless = 0;
  /** Dates that mean one thing with the month first and another with the day first. */
  ambiguous = 0;
  /** Dates that only the one order makes a date. */
  monthFirst = 0;
  dayFirst = 0;
  readonly #clock: WallClock;
  /** The zone that the reader chose. */
  readonly zone: string | undefined;
  readonly order: DateOrder;

  /** @param order a choice of the reader, or what an earlier reading of the log found */
  constructor({ zone, order = 'month-first' }: TimeChoice) {
    this.#clock = new WallClock(zone ?? 'UTC');
    this.zone = zone;
    this.order = order;
  }

  /** The order that the log shows and that is not the one it was read in; `undefined` when all is right, or nobody can tell. */
  get other(): DateOrder | undefined {
    if (this.ambiguous === 0) return undefined;
    const shown = this.dayFirst === 0 ? 'month-first' : this.monthFirst === 0 ? 'day-first' : this.order;
    return shown === this.order || this.dayFirst + this.monthFirst === 0 ? undefined : shown;
  }

  /** @returns milliseconds since 1970 in UTC, NaN for what is no time of a message */
  read(cell: string): number {
    const text = cell.trim();
    const serial = SERIAL.exec(text);
    if (serial !== null) {
      const days = Number(text);
      if (days < FIRST_SERIAL || days > LAST_SERIAL) return NaN;
      this.zoneless += 1;
      return this.#clock.momentOf(Math.round(((days - SERIAL_1970) * DAY) / 1000) * 1000);
    }
    const first = YEAR_FIRST.exec(text);
    if (first !== null) return this.#moment(Number(first[1]), Number(first[3]), Number(first[4]), first.slice(5));
    const named = MONTH_NAMED.exec(text);
    if (named !== null) return this.#moment(Number(named[3]), monthOf(named[1] ?? ''), Number(named[2]), named.slice(4));
    const day = DAY_NAMED.exec(text);
    if (day !== null) return this.#moment(yearOf(day[3] ?? ''), monthOf(day[2] ?? ''), Number(day[1]), day.slice(4));
    const last = YEAR_LAST.exec(text);
    if (last === null) return this.#readOther(text);
    const [, one = '', sign = '', two = '', year = '', ...clock] = last;
    const [month, date] = this.#inOrder(Number(one), Number(two), sign);
    return this.#moment(yearOf(year), month, date, clock);
  }

  /** Spellings that few logs have: counts since 1970, those of languages, months with accents. */
  #readOther(text: string): number {
    const time = parseAnyTime(text);
    if (!Number.isNaN(time)) return time;
    const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
    for (const [pattern, becomes] of RESPELLED) if (pattern.test(bare)) return this.read(bare.replace(pattern, becomes).trim());
    return bare === text ? NaN : this.read(bare);
  }

  /** Month and day of two numbers; a point stands where the day comes first. */
  #inOrder(one: number, two: number, sign: string): readonly [month: number, day: number] {
    if (sign === '.') return [two, one];
    if (one > 12 && two <= 12) {
      this.dayFirst += 1;
      return [two, one];
    }
    if (two > 12 && one <= 12) {
      this.monthFirst += 1;
      return [one, two];
    }
    if (one !== two) this.ambiguous += 1;
    return this.order === 'day-first' ? [two, one] : [one, two];
  }

  #moment(
    year: number,
    month: number,
    day: number,
    [hours = '0', minutes = '0', seconds = '0', half, zone]: readonly (string | undefined)[],
  ): number {
    const isHalf = half !== undefined;
    const hour = Number(hours);
    if (isHalf && (hour < 1 || hour > 12)) return NaN;
    const at = isHalf ? (hour % 12) + (/p/i.test(half) ? 12 : 0) : hour;
    if (zone !== undefined) {
      const offset = offsetMinutes(zone.replace(/^(?:GMT|UTC)(?=[+-])/i, ''));
      return momentOf(year, month, day, at, Number(minutes), Number(seconds), offset);
    }
    const shown = momentOf(year, month, day, at, Number(minutes), Number(seconds), 0);
    if (!Number.isNaN(shown)) this.zoneless += 1;
    return this.#clock.momentOf(shown);
  }
}
