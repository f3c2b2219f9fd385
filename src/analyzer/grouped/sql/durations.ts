import { durationSteps, LONGEST_SECONDS } from '../../index/cells/durations.ts';

const SECOND_MS = 1_000;

/** A time to the nearest step, in whole numbers; for none that is negative. */
const nearest = (value: string, step: number): string => {
  const raised = `${value} + ${String(step / 2)}`;
  return `${raised} - MOD(${raised}, ${String(step)})`;
};

/** Whether a span of milliseconds is one: its times are there and stand the right way round, to the nearest second. */
export const isSpan = (span: string): string => `${span} >= ${String(-SECOND_MS / 2)}`;

/** The shortest span that is so many seconds long, to the nearest of them. */
const shortestOf = (seconds: string): string => String(Number(seconds) * SECOND_MS - SECOND_MS / 2);

/** Whether a message waited for the shortest of these waits or longer. @param waits seconds, the shortest first */
export const isWait = ([shortest = 'NULL']: readonly string[]): string => `wait >= ${shortestOf(shortest)}`;

/** The longest of these waits that a message reached, as a text; for messages that waited. */
export const waitedSql = (waits: readonly string[]): string =>
  `CASE ${waits
    .toReversed()
    .map((seconds) => `WHEN wait >= ${shortestOf(seconds)} THEN '${seconds}'`)
    .join(' ')} END`;

/**
 * How often durations were met, as index/cells/durations.ts counts them: rows of `sender`, `spent` (milliseconds, whole seconds rounded to
 * two digits that count) and `n` (messages). Some hundred rows a sender at most.
 *
 * @param span a column of milliseconds; rows without one are left out
 * @param where of which messages
 */
export function durationsSql(span: string, where: string): string {
  const longest = String(LONGEST_SECONDS * SECOND_MS);
  const steps = durationSteps.map(({ below, step }) => {
    const value = step === 1 ? 'spent' : nearest('spent', step * SECOND_MS);
    return below === Infinity ? `ELSE ${value}` : `WHEN spent < ${String(below * SECOND_MS)} THEN ${value}`;
  });
  return `(SELECT sender, spent, COUNT(*) AS messages FROM (SELECT sender, CASE ${steps.join(' ')} END AS spent
  FROM (SELECT sender, CASE WHEN ${span} > ${longest} THEN ${longest} ELSE ${nearest(span, SECOND_MS)} END AS spent
    FROM u_messages WHERE ${where} AND ${isSpan(span)}) s) r GROUP BY sender, spent) m`;
}
