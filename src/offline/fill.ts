import type { Version } from './version.ts';

/** Files that are asked for at once. */
export const STEP = 8;

interface Filling {
  /** Address of the site, with a "/" at its end. */
  readonly root: URL;
  readonly files: Version['files'];
  readonly cache: Pick<Cache, 'keys' | 'put'>;
  /** Gets a file from an earlier version or from the site; rejects when it has another sum. */
  readonly take: (address: string, sum: string) => Promise<Response>;
  /** Asked before each step. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Waits between two steps. @param worked how long the last step took, in milliseconds */
  readonly rest: (worked: number) => Promise<void>;
}

/**
 * Puts the files of a version into its cache, in small steps. What is there already stays, so that a later call goes on where an
 * earlier one stopped.
 *
 * @returns whether all of them are there; `false` when it was told to stop. Rejects when a file cannot be had
 */
export async function fill({ root, files, cache, take, mayGoOn, rest }: Filling): Promise<boolean> {
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.entries(files)
    .map(([path, sum]) => [new URL(path, root).href, sum] as const)
    .filter(([address]) => !there.has(address));
  for (let from = 0; from < missing.length; from += STEP) {
    if (!(await mayGoOn())) return false;
    const started = performance.now();
    await Promise.all(
      missing.slice(from, from + STEP).map(async ([address, sum]) => {
        await cache.put(address, await take(address, sum));
      }),
    );
    await rest(performance.now() - started);
  }
  return true;
}
