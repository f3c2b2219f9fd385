/** Runs jobs two at a time, as there are two cores on the smallest machine that this is run on. */
export interface Job {
  readonly name: string;
  /** Names of jobs that must have ended well before this one starts. */
  readonly needs?: readonly string[];
  /** Names of jobs that must have ended, well or not: they write what this one reads or overwrites. */
  readonly after?: readonly string[];
  /** Starts when nothing else runs, and nothing starts before it ends. */
  readonly alone?: true;
}
export type Ended = 'ok' | 'failed' | 'not run';

const SLOTS = 2;

/**
 * Runs every job once, in the order of the list where the rest allows it.
 *
 * @param run resolves to whether the job ended well
 * @param skip told of a job that cannot run because one that it needs did not end well
 * @returns how each ended
 * @throws Error when jobs wait for each other, or for one that is not in the list
 */
export async function twoAtATime<One extends Job>(
  jobs: readonly One[],
  run: (job: One) => Promise<boolean>,
  skip: (job: One) => void,
): Promise<ReadonlyMap<string, Ended>> {
  const ended = new Map<string, Ended>();
  const running = new Map<One, Promise<void>>();
  const waiting = new Set(jobs);
  const mayStart = (job: One): boolean => {
    if ([...(job.needs ?? []), ...(job.after ?? [])].some((name) => !ended.has(name))) return false;
    if ([...running.keys()].some(({ alone }) => alone)) return false;
    return job.alone === true ? running.size === 0 : running.size < SLOTS;
  };
  const start = (job: One): void => {
    waiting.delete(job);
    if (job.needs?.some((name) => ended.get(name) !== 'ok') === true) {
      ended.set(job.name, 'not run');
      skip(job);
      return;
    }
    running.set(
      job,
      run(job).then((ok) => {
        running.delete(job);
        ended.set(job.name, ok ? 'ok' : 'failed');
      }),
    );
  };
  while (waiting.size > 0 || running.size > 0) {
    let next;
    while ((next = [...waiting].find(mayStart)) !== undefined) start(next);
    if (running.size > 0) await Promise.race(running.values());
    else if (waiting.size > 0) throw new Error(`these wait for what never ends: ${[...waiting].map(({ name }) => name).join(', ')}`);
  }
  return ended;
}
