import { nextTask } from '../../worker/next-task.ts';

/**
 * Work in slices: a generator that yields after each piece of bounded size, so that the page can answer in between.
 * What it yields is how much that piece did, in rows.
 */
export type Slices<Result> = Generator<number, Result, void>;

/** Rows of a report that one piece of work takes at most: a millisecond or two. */
export const PIECE_ROWS = 500;

/** A task may take pieces for this long, in milliseconds; then comes the next. */
const TASK_MS = 10;

/** Takes pieces for as long as one task may; the result once there is one. */
export function oneTask<Result>(work: Slices<Result>): { readonly result: Result } | undefined {
  const end = performance.now() + TASK_MS;
  do {
    const step = work.next();
    if (step.done === true) return { result: step.value };
  } while (performance.now() < end);
  return undefined;
}

/**
 * Does the work, task after task, from a task of its own.
 *
 * @returns the result; `undefined` once the signal is aborted
 */
export async function inTasks<Result>(work: Slices<Result>, signal?: AbortSignal): Promise<Result | undefined> {
  for (;;) {
    await nextTask();
    if (signal?.aborted === true) return undefined;
    const done = oneTask(work);
    if (done !== undefined) return done.result;
  }
}

/** Does the work at one go, for what is small or may wait. */
export function atOnce<Result>(work: Slices<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The numbers from 0 to `length` in stretches of a piece: where each begins and ends. */
export function* pieces(length: number): Generator<readonly [from: number, to: number], void, void> {
  for (let from = 0; from < length; from += PIECE_ROWS) yield [from, Math.min(length, from + PIECE_ROWS)];
}

/** Gathers pieces that are made as they are asked for, task after task. */
export async function gathered<Piece>(made: Iterable<Piece>): Promise<readonly Piece[]> {
  const all: Piece[] = [];
  await inTasks(
    (function* () {
      for (const piece of made) {
        all.push(piece);
        yield 1;
      }
    })(),
  );
  return all;
}
