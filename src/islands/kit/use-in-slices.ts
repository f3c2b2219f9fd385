import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { inTasks, oneTask } from './in-slices.ts';
import type { Slices } from './in-slices.ts';

/**
 * The result of work in slices. What fits in one task is there at once; more is done in tasks of their own, and until then
 * the result is the one before.
 *
 * @param start begins the work anew; memoised by the caller, a new one means new work
 */
export function useInSlices<Result>(start: () => Slices<Result>): Result | undefined {
  const latest = useRef<{ readonly result: Result }>();
  const [, redraw] = useState(0);
  const begun = useMemo(() => {
    const work = start();
    return { work, done: oneTask(work) };
  }, [start]);
  if (begun.done !== undefined) latest.current = begun.done;
  useEffect(() => {
    if (begun.done !== undefined) return undefined;
    const stop = new AbortController();
    void inTasks(begun.work, stop.signal).then((result) => {
      if (stop.signal.aborted || result === undefined) return;
      latest.current = { result };
      redraw((count) => count + 1);
    });
    return () => {
      stop.abort();
    };
  }, [begun]);
  return latest.current?.result;
}
