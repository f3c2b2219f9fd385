/** Stretches of a calendar in a zone's clock. Moments are seconds since 1970. */
import { axisLabel, dayIn, offsetIn, timeIn } from '../kit/zone.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** A stretch that a bar of the time chart can stand for. */
export type Step = 'hour' | 'day' | 'week' | 'month' | 'year' | 'century';

/** Length of a stretch in seconds, the longest there is. */
export const stepSeconds: Readonly<Record<Step, number>> = {
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 31 * DAY,
  year: 366 * DAY,
  century: 36_525 * DAY,
};

/**
 * How far apart the marks of a time axis may stand, in seconds: no nearer than the bars, or a bar of an hour would seem to be of minutes.
 *
 * @param bar seconds of a bar; months and years of marks are a little shorter than the longest of bars
 */
export const axisSteps = (bar: number): number[] =>
  [
    ...[1, 2, 3, 4, 6, 8, 12].map((hours) => hours * HOUR),
    ...[1, 2, 3, 4, 5, 7, 10, 15].map((days) => days * DAY),
    ...[1, 2, 3, 4, 6].map((months) => months * 30 * DAY),
    ...[1, 2, 5, 10, 25, 50, 100, 200, 500, 1_000].map((years) => years * 365 * DAY),
  ].filter((step) => step > 0.9 * bar);

/** 1970-01-05 was a Monday. */
const MONDAY = 4 * DAY;

const midnight = (year: number, month: number): number => new Date(0).setUTCFullYear(year, month, 1) / 1000;

/** Start of the stretch that holds a moment, both as the zone's clock shows them, reckoned as if it were UTC. */
function startOf(step: Exclude<Step, 'hour'>, local: number): number {
  const date = new Date(local * 1000);
  switch (step) {
    case 'day':
      return Math.floor(local / DAY) * DAY;
    case 'week':
      return Math.floor((local - MONDAY) / (7 * DAY)) * 7 * DAY + MONDAY;
    case 'month':
      return midnight(date.getUTCFullYear(), date.getUTCMonth());
    case 'year':
      return midnight(date.getUTCFullYear(), 0);
    case 'century':
      return midnight(Math.floor(date.getUTCFullYear() / 100) * 100, 0);
  }
}

/** Start of the stretch after the one that starts here, both as the zone's clock shows them. */
function nextStart(step: Exclude<Step, 'hour'>, local: number): number {
  const date = new Date(local * 1000);
  switch (step) {
    case 'day':
      return local + DAY;
    case 'week':
      return local + 7 * DAY;
    case 'month':
      return midnight(date.getUTCFullYear(), date.getUTCMonth() + 1);
    case 'year':
      return midnight(date.getUTCFullYear() + 1, 0);
    case 'century':
      return midnight(date.getUTCFullYear() + 100, 0);
  }
}

/**
 * How far the zone's clock is ahead of UTC, in seconds. Asking the browser takes ten times as long as all else about a row, so
 * it is asked for the midnights (of UTC) around a moment and believed where they agree.
 */
export class ZoneClock {
  readonly #zone: string;
  readonly #midnights = new Map<number, number>();

  constructor(zone: string) {
    this.#zone = zone;
  }

  #atMidnight(day: number): number {
    const known = this.#midnights.get(day) ?? offsetIn(this.#zone, day * DAY * 1000) * 60;
    this.#midnights.set(day, known);
    return known;
  }

  #ahead(at: number): number {
    const day = Math.floor(at / DAY);
    const before = this.#atMidnight(day);
    return before === this.#atMidnight(day + 1) ? before : offsetIn(this.#zone, at * 1000) * 60;
  }

  /** The stretch that holds a moment, as a key: its start on the zone's clock. Hours need none: a report counts them in UTC. */
  keyOf(step: Exclude<Step, 'hour'>, at: number): number {
    return startOf(step, this.shownAt(at));
  }

  /** When the stretch of a key ends: the next one begins. */
  endOf(step: Exclude<Step, 'hour'>, key: number): number {
    return this.momentOf(nextStart(step, key));
  }

  /** What the zone's clock shows at a moment, reckoned as if it were UTC. */
  shownAt(at: number): number {
    return at + this.#ahead(at);
  }

  /** When the stretch of a key begins: when the zone's clock shows it. */
  momentOf(key: number): number {
    const guess = key - this.#ahead(key);
    return key - this.#ahead(guess);
  }
}

/** A stretch in words: "14 Aug 2025 09:00", "14 Aug 2025", "Aug 2025", "2025", "2000 to 2099". */
export function stepLabel(step: Step, zone: string, start: number): string {
  const iso = new Date(start * 1000).toISOString();
  switch (step) {
    case 'hour':
      return timeIn(zone, iso);
    case 'day':
    case 'week':
      return dayIn(zone, iso);
    case 'month':
    case 'year':
      return axisLabel(zone, start * 1000, stepSeconds[step], false).replace('\n', ' ');
    case 'century': {
      const year = Number(axisLabel(zone, start * 1000, stepSeconds.year, false));
      return `${String(year)} to ${String(year + 99)}`;
    }
  }
}
