/** Work that may rest between its stretches, each of some milliseconds on a slow phone; what it gives comes at the end. */
export type Stretches<Result> = Generator<undefined, Result>;

/** Does it all at once. */
export function toEnd<Result>(work: Stretches<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
