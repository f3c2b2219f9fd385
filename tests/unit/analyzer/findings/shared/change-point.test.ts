import { describe, expect, test } from 'vitest';
import { changeOf, onsetOf, timesMore, type Traffic } from '../../../../../src/analyzer/findings/shared/change-point.ts';
import { MINUTE, NOON } from '../../../../fixtures/console-row.ts';

const HOUR = 60 * MINUTE;
const START = NOON - 72 * HOUR;

/** As many messages in every hour of three days. */
const even = (messages: number): Traffic => ({
  step: HOUR,
  steps: Array.from({ length: 72 }, (_, hour) => [START + hour * HOUR, messages] as const),
});
/** Times from one moment to another, a step apart. */
const every = (step: number, from: number, to: number): readonly number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, n) => from + n * step);

describe('the beginning of what became more frequent', () => {
  test('is told to the minute where nothing happened before', () => {
    const from = START + 40 * HOUR + 17 * MINUTE;
    const change = changeOf(every(3 * MINUTE, from, NOON), even(100));
    expect(change?.from).toBe(from);
    expect(change?.otherEvents).toBe(0);
    expect(change?.events).toBe(every(3 * MINUTE, from, NOON).length);
  });

  test('is told within the hour where the same happened now and then before, and it may end', () => {
    const from = START + 30 * HOUR + 25 * MINUTE;
    const to = from + 4 * HOUR;
    const times = [...every(5 * HOUR, START, NOON), ...every(2 * MINUTE, from, to)];
    const change = changeOf(times, even(200));
    expect(Math.abs((change?.from ?? 0) - from)).toBeLessThan(HOUR / 2);
    expect(Math.abs((change?.to ?? 0) - to)).toBeLessThan(HOUR);
  });

  test('does not depend on the order of the times', () => {
    const times = [...every(7 * HOUR, START, NOON), ...every(4 * MINUTE, START + 50 * HOUR, NOON)];
    expect(changeOf([...times].reverse(), even(100))).toEqual(changeOf(times, even(100)));
  });
});

describe('there is no beginning', () => {
  test('where it is as frequent all along', () => {
    expect(changeOf(every(HOUR / 2, START, NOON), even(100))).toBeUndefined();
  });

  test('where more of it only means that more was sent', () => {
    const traffic: Traffic = {
      step: HOUR,
      steps: Array.from({ length: 72 }, (_, hour) => [START + hour * HOUR, hour === 40 ? 5_000 : 50] as const),
    };
    const times = [...every(2 * HOUR, START, NOON), ...every(HOUR / 50, START + 40 * HOUR, START + 41 * HOUR)];
    expect(changeOf(times, traffic)).toBeUndefined();
  });

  test('where there are too few to tell', () => {
    expect(changeOf([NOON - HOUR, NOON - HOUR + MINUTE], even(100))).toBeUndefined();
    expect(changeOf([], even(100))).toBeUndefined();
    expect(changeOf([NOON], { step: HOUR, steps: [] })).toBeUndefined();
  });
});

test('how many times more often: 1 where chance alone could do it', () => {
  expect(timesMore({ from: 0, to: 1, events: 3, messages: 100, otherEvents: 20, otherMessages: 1_000 })).toBe(1);
  const clear = timesMore({ from: 0, to: 1, events: 60, messages: 100, otherEvents: 10, otherMessages: 1_000 });
  expect(clear).toBeGreaterThan(45);
  expect(clear).toBeLessThan(60);
});

describe('since when it is more than ordinary', () => {
  /** A hundred messages an hour by day, one by night, over three days; the log begins at 17:00. */
  const byDay: Traffic = {
    step: HOUR,
    steps: Array.from(
      { length: 72 },
      (_, hour) => [START + hour * HOUR, (hour + 17) % 24 >= 8 && (hour + 17) % 24 < 20 ? 100 : 1] as const,
    ),
  };

  test('is not the first quiet night of what a program sends day and night', () => {
    expect(changeOf(every(HOUR, START + 20 * MINUTE, NOON), byDay)).toBeDefined();
    expect(onsetOf(every(HOUR, START + 20 * MINUTE, NOON), byDay)).toBeUndefined();
  });

  test('is the change where it is one by the clock and among the messages', () => {
    const from = START + 64 * HOUR;
    expect(onsetOf([START + 20 * HOUR, ...every(6 * MINUTE, from, NOON)], byDay)).toBe(from);
  });

  test('is not a change only among few messages', () => {
    const from = START + 64 * HOUR;
    // Twice as many by the clock is no change, however quiet the hours were.
    expect(onsetOf([...every(2 * HOUR, START, from), ...every(HOUR, from, NOON)], byDay)).toBeUndefined();
  });
});

describe('the beginning within the hour in which it began', () => {
  /** One in a hundred messages of every hour but two; in the first minutes of hour 40 some strays, from its second half on one a minute. */
  const withStrays = (strays: number): readonly number[] => {
    const from = START + 40 * HOUR;
    return [
      ...Array.from({ length: 70 }, (_, hour) => START + (hour < 40 ? hour : hour + 2) * HOUR + 20 * MINUTE),
      ...every(MINUTE / 10, from, from + (strays * MINUTE) / 10),
      ...every(MINUTE / 2, from + 30 * MINUTE, from + 2 * HOUR),
    ];
  };

  test('is behind as many as the usual rate makes in an hour at most: one, and twice the root of one', () => {
    const began = (strays: number): number => ((changeOf(withStrays(strays), even(100))?.from ?? NaN) - START) / MINUTE - 40 * 60;
    expect([0, 1, 2, 3].map(began)).toEqual([30, 30, 30, 30]);
    // Four are more than that: the stretch begins with one of them.
    expect(began(4)).toBeLessThan(1);
  });
});
