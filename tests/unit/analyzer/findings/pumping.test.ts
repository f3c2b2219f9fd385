/** Bursts of new numbers in one block: how many, how near to each other, and within which time. */
import { expect, test } from 'vitest';
import { consoleLog, DAY, MINUTE, NOON, type MessageRow } from '../../../fixtures/console-row.ts';
import { ordinary, times } from '../../../fixtures/finding-rows.ts';
import { report, source } from '../../../log.ts';

const HOUR = 60 * MINUTE;
const SECOND = 1_000;
const START = NOON - 5 * HOUR;
/** A message to a number of one block. */
const to = (number: number, after: number): MessageRow => ({
  to: `+234803555${String(number).padStart(4, '0')}`,
  time: START + after,
  body: 'Your Acme code is 482913.',
});
/** Far enough from each other that they do not follow one another. */
const far = (n: number): number => 100 + n * 20;
const spread = (count: number, last: number, from = 0): readonly MessageRow[] =>
  times(count, (n) => to(far(from + n), Math.floor((last * n) / (count - 1) / SECOND) * SECOND));

/** How many messages are told, and from when to when, of each burst. */
const told = (...rows: readonly (readonly MessageRow[])[]) => toldOf([...ordinary, { time: START - DAY }, ...rows.flat()]);

async function toldOf(rows: readonly MessageRow[]) {
  const log = consoleLog(rows);
  return (await report([source('log.csv', log)])).findings
    .filter(({ id }) => id === 'pumping')
    .map(({ affected, rows: { any = [] } }) => [
      affected,
      ...any.map(({ time }) => [((time?.from ?? NaN) - START) / MINUTE, ((time?.to ?? NaN) - 1 - START) / MINUTE]),
    ]);
}

test('ten different numbers are a burst where less than an hour lies between the first and the last', async () => {
  expect(await told(spread(10, 59 * MINUTE))).toEqual([[10, [0, 59]]]);
  expect(await told(spread(10, HOUR))).toEqual([]);
  expect(await told(spread(9, 59 * MINUTE))).toEqual([]);
});

test('who was written to again within the hour still counts, once', async () => {
  const again = to(far(0), 30 * MINUTE);
  expect(
    await told(
      times(10, (n) => to(far(n), n === 9 ? HOUR : n * 6 * MINUTE)),
      [again],
    ),
  ).toEqual([[10, [6, 60]]]);
  expect(
    await told(
      times(9, (n) => to(far(n), n * 6 * MINUTE)),
      [again],
    ),
  ).toEqual([]);
});

test('five numbers that follow one another with gaps of ten are a burst, with a wider gap, or four, they are none', async () => {
  const gaps = (...between: readonly number[]): readonly MessageRow[] => {
    let number = 500;
    return [to(number, 0), ...between.map((gap, n) => to((number += gap), (n + 1) * MINUTE))];
  };
  expect(await told(gaps(10, 10, 10, 10))).toEqual([[5, [0, 4]]]);
  expect(await told(gaps(10, 10, 10, 11))).toEqual([]);
  expect(await told(gaps(10, 10, 10))).toEqual([]);
  expect(await told(gaps(10, 11, 10, 10, 10))).toEqual([]);
  expect(await told(gaps(11, 10, 10, 10, 10))).toEqual([[6, [0, 5]]]);
});

test('what goes on without a pause is one burst, what comes hours later another', async () => {
  const steady = times(20, (n) => to(far(n), n * 6 * MINUTE));
  expect(await told(steady)).toEqual([[20, [0, 114]]]);
  const later = times(10, (n) => to(far(50 + n), 4 * HOUR + n * MINUTE));
  expect(await told(spread(10, 54 * MINUTE), later)).toEqual([[20, [0, 54], [240, 249]]]);
});

test('a country is new where the burst holds more than five times the messages of a day before it', async () => {
  const before = (count: number): readonly MessageRow[] => times(count, (n) => to(9_000 + n * 300, -2 * HOUR - n * 2 * HOUR));
  expect(await told(before(1), spread(10, 54 * MINUTE))).toEqual([[10, [0, 54]]]);
  expect(await told(before(2), spread(10, 54 * MINUTE))).toEqual([]);
});

test('on the first day of a log it is new after three hours, if those were not its quiet ones', async () => {
  const found = (minutes: number, every: number) =>
    toldOf([
      ...times(Math.floor(minutes / every) + 1, (n) => ({ time: START - minutes * MINUTE + n * every * MINUTE })),
      ...times(18, (n) => ({ time: START + n * 10 * MINUTE })),
      ...spread(10, 54 * MINUTE),
    ]);
  expect(await found(180, 2)).toEqual([[10, [0, 54]]]);
  expect(await found(179, 2)).toEqual([]);
  expect(await found(180, 30)).toEqual([]);
});
