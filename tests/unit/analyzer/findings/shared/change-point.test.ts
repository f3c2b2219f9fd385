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
  const from = START + 40 * HOUR;
  /** So many of a hundred messages in every hour but two; in the first minutes of hour 40 some strays, from its second half on two a minute. */
  const withStrays = (strays: number, usual = 1): readonly number[] => [
    ...Array.from({ length: 70 * usual }, (_, n) => START + ((n % 70) + (n % 70 < 40 ? 0 : 2)) * HOUR + 20 * MINUTE),
    ...every(MINUTE / 10, from, from + (strays * MINUTE) / 10),
    ...every(MINUTE / 2, from + 30 * MINUTE, from + 2 * HOUR),
  ];
  const began = (strays: number, usual?: number): number => ((changeOf(withStrays(strays, usual), even(100))?.from ?? NaN) - from) / MINUTE;

  test('is behind as many as the usual rate makes in an hour at most: one, and twice the root of one', () => {
    expect([0, 1, 2, 3].map((strays) => began(strays))).toEqual([30, 30, 30, 30]);
    // Four are more than that: the stretch begins with one of them.
    expect(began(4)).toBeLessThan(1);
    expect(began(8, 4)).toBe(30);
    expect(began(9, 4)).toBeLessThan(1);
  });

  test('is no earlier for an hour before it in which nothing was sent', () => {
    const { step, steps } = even(100);
    const quiet: Traffic = { step, steps: steps.map(([start, messages], hour) => [start, hour === 39 ? 0 : messages]) };
    const times = withStrays(3).filter((time) => time < from - HOUR || time >= from);
    expect(changeOf(times, quiet)?.from).toBe(from + 30 * MINUTE);
  });

  test('and its end come with the events and messages inside and outside of it', () => {
    const times = [...withStrays(0), from + 2 * HOUR];
    expect(changeOf(times, even(100))).toEqual({
      from: from + 30 * MINUTE,
      to: from + 2 * HOUR - MINUTE / 2,
      events: 180,
      // An event is a message, also where fewer are known: 100 and 120.
      messages: 220,
      otherEvents: 71,
      otherMessages: 7_000,
    });
  });
});

describe('the stretch that differs most', () => {
  /** Thirty within half an hour. */
  const burst = (hour: number): readonly number[] => every(MINUTE, START + hour * HOUR, START + hour * HOUR + 30 * MINUTE);

  test('may be any hour of the log, and is the first of two alike', () => {
    for (const hour of [0, 1, 41, 71])
      expect(changeOf(burst(hour), even(100))).toMatchObject({ from: START + hour * HOUR, events: 30, messages: 100 });
    expect(changeOf([...burst(10), ...burst(60)], even(100))).toMatchObject({ from: START + 10 * HOUR, events: 30 });
  });

  test('is one with more, never one with less', () => {
    const times = Array.from({ length: 72 }, (_, hour) => hour).flatMap((hour) =>
      every(hour >= 30 && hour < 42 ? HOUR : MINUTE, START + hour * HOUR, START + (hour + 1) * HOUR),
    );
    const found = changeOf(times, even(100));
    expect(found).toMatchObject({ from: START, events: 1_800, messages: 3_000 });
  });

  test('also holds hours of which nothing is known but its events', () => {
    const { step, steps } = even(100);
    const times = [...burst(41), ...burst(40), ...burst(39)];
    expect(changeOf(times, { step, steps: steps.filter((_, hour) => hour !== 40) })).toMatchObject({
      from: START + 39 * HOUR,
      to: START + 41 * HOUR + 29 * MINUTE,
      events: 90,
      messages: 230,
    });
  });

  test('is made of two hours each where there are more than 200, and of three where there are more than 400', () => {
    const messages = (hours: number): number | undefined => {
      const steps = Array.from({ length: hours }, (_, hour) => [START + hour * HOUR, 100] as const);
      return changeOf(burst(100), { step: HOUR, steps })?.messages;
    };
    expect([200, 201, 400, 401].map(messages)).toEqual([100, 200, 200, 300]);
  });
});
