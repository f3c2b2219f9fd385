import type { CountedMessage } from '../../index/counted-message.ts';
import type { CountingOptions, Table, TableKind } from '../../index/table.ts';
import { entryOf } from '../../memory/entry-of.ts';

const SECOND_MS = 1000;
/** A message waits ten hours at most; what seems to have lived longer is added to the last second. */
const LONGEST = 36_000;

type Saved = readonly (readonly [seconds: number, count: number])[];

/** How long messages with some codes lived, in seconds; ten hours of seconds need no other limit. */
class LifetimesTable implements Table<Saved> {
  readonly #counts = new Map<number, { count: number }>();
  readonly caps = [];

  add(message: CountedMessage): void {
    const lifetime = message.lifetime();
    if (lifetime >= 0) this.#see(Math.min(LONGEST, Math.round(lifetime / SECOND_MS)), 1);
  }

  /** How many messages there are, the middle of their lives in seconds, and how many lived within a tenth of it (or two seconds). */
  middle(): { readonly count: number; readonly seconds: number; readonly near: number } {
    const sorted = [...this.#counts].map(([seconds, { count }]) => ({ seconds, count })).sort((a, b) => a.seconds - b.seconds);
    const count = sorted.reduce((sum, one) => sum + one.count, 0);
    let seen = 0;
    const seconds = sorted.find((one) => (seen += one.count) * 2 >= count)?.seconds ?? 0;
    const reach = Math.max(2, seconds / 10);
    return { count, seconds, near: sorted.reduce((sum, one) => sum + (Math.abs(one.seconds - seconds) <= reach ? one.count : 0), 0) };
  }

  merge(saved: Saved): void {
    for (const [seconds, count] of saved) this.#see(seconds, count);
  }

  save(): Saved {
    return [...this.#counts].map(([seconds, { count }]) => [seconds, count]);
  }

  #see(seconds: number, count: number): void {
    entryOf(this.#counts, seconds, () => ({ count: 0 })).count += count;
  }
}

/** The table of how long messages lived that failed with these codes. */
export const lifetimes = (codes: readonly string[]): TableKind<LifetimesTable, Saved, CountingOptions> => ({
  id: `lifetimes with ${codes.join(' ')}`,
  version: 1,
  counts: 'failures',
  wants: ({ code }) => code !== undefined && codes.includes(code),
  needs: ['created', 'updated', 'errorCode'],
  options: () => ({ limits: {} }),
  make: () => new LifetimesTable(),
});
