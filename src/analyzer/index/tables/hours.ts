import { OutcomeCounts } from '../cells/outcome-counts.ts';
import { mergeMaps } from '../cells/tally.ts';

const HOUR_MS = 3_600_000;
/** Eleven years of hours. */
const LIMIT = 100_000;

/** Messages by hour (UTC) and outcome. */
export class Hours {
  readonly #hours = new Map<number, OutcomeCounts>();
  #lastHour = NaN;
  #lastCounts = new OutcomeCounts();
  /** Messages of hours that did not fit. */
  overflow = 0;

  add(time: number, outcome: number): void {
    const hour = Math.floor(time / HOUR_MS);
    if (hour !== this.#lastHour) {
      if (Number.isNaN(hour)) return;
      let counts = this.#hours.get(hour);
      if (counts === undefined) {
        if (this.#hours.size >= LIMIT) {
          this.overflow += 1;
          return;
        }
        counts = new OutcomeCounts();
        this.#hours.set(hour, counts);
      }
      this.#lastHour = hour;
      this.#lastCounts = counts;
    }
    this.#lastCounts.add(outcome);
  }

  merge(other: Hours): void {
    mergeMaps(this.#hours, other.#hours, () => new OutcomeCounts());
    this.overflow += other.overflow;
  }

  /** Start of the hour in milliseconds and its counts, oldest first. */
  sorted(): readonly (readonly [number, OutcomeCounts])[] {
    return [...this.#hours].sort(([a], [b]) => a - b).map(([hour, counts]) => [hour * HOUR_MS, counts] as const);
  }
}
