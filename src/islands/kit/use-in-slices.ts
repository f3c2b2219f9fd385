import { useEffect, useMemo, useState } from 'preact/hooks';
import { inTasks, oneTask } from './in-slices.ts';
import type { Slices } from './in-slices.ts';

/**
 * The result of work in slices. What fits in one task is there at once; more is done in tasks of their own, and until then
 * the result is the one before.
 *
 * @param start begins the work anew; memoised by the caller, a new one means new work
 */
export function useInSlices<Result>(start: () => Slices<Result>): Result | undefined {
  const [latest, setLatest] = useState<{ readonly result: Result }>();
  const begun = useMemo(() => {
    const work = start();
    return { work, done: oneTask(work) };
  }, [start]);
  useEffect(() => {
    if (begun.done !== undefined) {
      setLatest(begun.done);
      return undefined;
    }
    const stop = new AbortController();
    void inTasks(begun.work, stop.signal).then((result) => {
      if (!stop.signal.aborted && result !== undefined) setLatest({ result });
    });
    return () => {
      stop.abort();
    };
  }, [begun]);
  return (begun.done ?? latest)?.result;
}
