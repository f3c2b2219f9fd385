import type { Spread } from '../../report/report.ts';

/** Longer ones are added to the last. Half a day is more than a message may wait; it fits two bytes. */
export const LONGEST_SECONDS = 43_200;

const SECOND_MS = 1_000;

/** Whole seconds of a span of milliseconds; -1 where there is none or it runs backwards. */
export function secondsOf(span: number): number {
  const seconds = Math.round(span / SECOND_MS);
  return seconds >= 0 ? Math.min(LONGEST_SECONDS, seconds) : -1;
}

/**
 * Seconds by which durations are told, and up to which: two digits count. A warehouse rounds by the same ones (grouped/sql/durations.ts).
 */
export const durationSteps = [
  { below: 100, step: 1 },
  { below: 1_000, step: 10 },
  { below: 10_000, step: 100 },
  { below: Infinity, step: 1_000 },
] as const;

/** A duration with two digits that count: 0 to 99 seconds each, then by tens, then by hundreds. */
function rounded(seconds: number): number {
  const { step } = durationSteps.find(({ below }) => seconds < below) ?? durationSteps[3];
  return Math.round(seconds / step) * step;
}

export type SavedDurations = readonly (readonly [seconds: number, count: number])[];

/** How often each duration was met; some hundred different ones at most. */
export class Durations {
  readonly #counts = new Map<number, number>();

  /** @param seconds 0 or more */
  add(seconds: number, count = 1): void {
    const to = rounded(Math.min(LONGEST_SECONDS, seconds));
    this.#counts.set(to, (this.#counts.get(to) ?? 0) + count);
  }

  merge(saved: SavedDurations): void {
    for (const [seconds, count] of saved) this.add(seconds, count);
  }

  save(): SavedDurations {
    return [...this.#counts];
  }

  /** `undefined` where nothing was added. */
  spread(): Spread | undefined {
    const sorted = [...this.#counts].sort(([a], [b]) => a - b);
    const messages = sorted.reduce((sum, [, count]) => sum + count, 0);
    const longest = sorted.at(-1)?.[0];
    if (longest === undefined) return undefined;
    const within = (part: number): number => {
      let seen = 0;
      return sorted.find(([, count]) => (seen += count) >= part * messages)?.[0] ?? longest;
    };
    return { messages, half: within(0.5), nine: within(0.9), longest };
  }
}
