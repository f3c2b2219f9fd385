import { entryOf } from '../../memory/entry-of.ts';
import { OutcomeCounts } from '../cells/outcome-counts.ts';
import type { CountedMessage } from '../counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../table.ts';
import { say } from '../../report/sentence.ts';

export const HOUR_MS = 3_600_000;

interface Options extends CountingOptions {
  readonly limits: { readonly hours: number };
}

interface Saved {
  /** Hours since 1970 (UTC), each with its count by outcome. */
  readonly hours: readonly (readonly [hour: number, counts: readonly number[]])[];
  readonly overflow: number;
}

/** Messages by hour (UTC) and outcome. */
class Hours implements Table<Saved> {
  readonly #limit: number;
  readonly #hours = new Map<number, OutcomeCounts>();
  #lastHour = NaN;
  #lastCounts = new OutcomeCounts();
  /** Messages of hours that did not fit. */
  #overflow = 0;

  constructor({ limits }: Options) {
    this.#limit = limits.hours;
  }

  add({ time, kind }: CountedMessage): void {
    const hour = Math.floor(time / HOUR_MS);
    if (hour !== this.#lastHour) {
      if (Number.isNaN(hour)) return;
      const counts = this.#countsOf(hour, 1);
      if (counts === undefined) return;
      this.#lastHour = hour;
      this.#lastCounts = counts;
    }
    this.#lastCounts.add(kind.outcomeNumber);
  }

  merge({ hours: saved, overflow }: Saved): void {
    for (const [hour, counts] of saved)
      this.#countsOf(
        hour,
        counts.reduce((sum, count) => sum + count, 0),
      )?.merge(counts);
    this.#overflow += overflow;
  }

  save(): Saved {
    return { hours: [...this.#hours].map(([hour, counts]) => [hour, counts.save()]), overflow: this.#overflow };
  }

  get caps() {
    const text = say`More different hours than are kept: these messages are missing from the figures by hour.`;
    return [{ id: 'hours-capped', count: this.#overflow, text }];
  }

  /** Start of the hour in milliseconds and its counts, oldest first. */
  sorted(): readonly (readonly [number, OutcomeCounts])[] {
    return [...this.#hours].sort(([a], [b]) => a - b).map(([hour, counts]) => [hour * HOUR_MS, counts] as const);
  }

  /** Outbound messages by hour, oldest first; `step` is the length of an hour. */
  get traffic() {
    return { step: HOUR_MS, steps: this.sorted().map(([start, counts]) => [start, counts.outbound] as const) };
  }

  #countsOf(hour: number, messages: number): OutcomeCounts | undefined {
    if (this.#hours.size >= this.#limit && !this.#hours.has(hour)) {
      this.#overflow += messages;
      return undefined;
    }
    return entryOf(this.#hours, hour, () => new OutcomeCounts());
  }
}

export const hours: TableKind<Hours, Saved, Options> = {
  id: 'hours',
  version: 1,
  counts: 'all',
  needs: ['sent'],
  // Eleven years of hours.
  options: () => ({ limits: { hours: 100_000 } }),
  make: (options) => new Hours(options),
};
