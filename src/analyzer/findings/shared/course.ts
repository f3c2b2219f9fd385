/** Parts that the time of a log is cut into: as many as a line in a cell can show. */
const PARTS = 24;

/** From the first to the last moment of a log, both in it, milliseconds since 1970. */
interface Span {
  readonly oldest: number;
  readonly newest: number;
}

/**
 * How many of some messages lie in each of 24 equal parts of a log's time.
 *
 * @param times milliseconds since 1970
 * @returns `undefined` where the log has no stretch of time, or one of them lies outside it
 */
export function courseOf(times: readonly number[], { oldest, newest }: Span): readonly number[] | undefined {
  if (!(newest > oldest)) return undefined;
  const course = Array.from({ length: PARTS }, () => 0);
  for (const time of times) {
    if (time < oldest || time > newest) return undefined;
    const part = Math.min(PARTS - 1, Math.floor((PARTS * (time - oldest)) / (newest - oldest)));
    course[part] = (course[part] ?? 0) + 1;
  }
  return course;
}
