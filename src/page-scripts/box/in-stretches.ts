import type { Stretches } from '../../pasted/stretches.ts';

/** A stretch that is followed by another at once ends so soon that both fit between two pictures of a slow screen. */
const BUSY_MS = 4;

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Does work in stretches and lets the page live between them.
 *
 * @param isWanted asked after each rest
 * @returns `undefined` when it is not wanted any more
 */
export async function inStretches<Result>(work: Stretches<Result>, isWanted = () => true): Promise<Result | undefined> {
  for (;;) {
    // At first too: the event that asks for it, a key or a touch, ends before.
    await rest();
    if (!isWanted()) return undefined;
    const until = performance.now() + BUSY_MS;
    do {
      const { done, value } = work.next();
      if (done === true) return value;
    } while (performance.now() < until);
  }
}
