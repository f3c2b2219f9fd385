/** Messages that wait for each other, at the bounds of what a queue can explain. */
import { expect, test } from 'vitest';
import { backlogOf, usualMinutes, waits } from '../../../../src/analyzer/findings/queue-overflow/backlog.ts';
import { senderPace } from '../../../../src/analyzer/findings/shared/pace-table.ts';
import { times } from '../../../fixtures/finding-rows.ts';
import { knowledge } from '../../../knowledge.ts';
import { indexWith, messageOf, type MadeMessage } from './shared/made-index.ts';

const limits = { waitSeconds: 300, minHits: 10, minShare: 0.5 };
function indexOf(...messages: readonly (readonly MadeMessage[])[]) {
  const [waited, pace] = [waits.make(waits.options(knowledge)), senderPace.make(senderPace.options(knowledge))];
  for (const message of messages.flat().map(messageOf)) {
    waited.add(message);
    pace.add(message);
  }
  return indexWith([
    [waits, waited],
    [senderPace, pace],
  ]);
}

/** A day on which nothing waits, up to the quarter 1000. */
const calm = times(192, (n): MadeMessage => ({ slot: 904 + (n % 96) }));
const sent = (slot: number, count: number, queue = 0): readonly MadeMessage[] => times(count, () => ({ slot, queue }));

test('what comes in a quarter of an hour in which others did not wait can have waited that quarter and the least wait, no longer', () => {
  const found = (queue: number) => backlogOf(indexOf(calm, sent(1_000, 5), sent(1_000, 10, queue), sent(1_001, 10, 1_200)), limits);
  expect(found(1_200)).toMatchObject({
    names: ['A'],
    stretches: [{ from: 1_000, to: 1_001 }],
    refused: { value: 20 },
    total: { value: 25 },
  });
  // Waits are kept in doublings: 2,400 seconds are longer than a queue of these minutes.
  expect(found(2_399)).toBeDefined();
  expect(found(2_400)).toBeUndefined();
});

test('a fifth of the messages that did not wait are stray ones, more show that there was no queue yet', () => {
  const found = (others: number) =>
    backlogOf(
      indexOf(
        times(192, (n): MadeMessage => ({ slot: 800 + (n % 96) })),
        sent(1_000, others),
        sent(1_000, 40, 400),
        sent(1_001, 40, 400),
      ),
      limits,
    );
  expect(found(10)).toBeUndefined();
  expect(found(11)).toBeDefined();
});

test('waits in one quarter of an hour alone are no queue', () => {
  expect(backlogOf(indexOf(calm, sent(1_000, 20, 400)), limits)).toBeUndefined();
  expect(backlogOf(indexOf(calm, sent(1_000, 20, 400), sent(1_001, 1, 400)), limits)).toMatchObject({
    stretches: [{ from: 1_000, to: 1_001 }],
  });
});

test('the usual wait is the one that half of them reached, in whole minutes', () => {
  const minutes = (long: number, short: number) =>
    usualMinutes(indexOf(sent(1_000, long, 1_250), sent(1_000, short, 310), sent(1_009, 99, 9_999)), {
      names: ['A'],
      stretches: [{ from: 1_000, to: 1_001 }],
    });
  expect([minutes(5, 5), minutes(4, 5), minutes(0, 0)]).toEqual([20, 5, 0]);
});

test('others that did not wait show a queue for an hour, and no longer', () => {
  const quiet = times(96, (n): MadeMessage => ({ slot: 800 + n }));
  const found = (slot: number) => backlogOf(indexOf(quiet, sent(slot, 5), sent(1_000, 10, 400), sent(1_001, 10, 400)), limits);
  expect(found(996)).toBeDefined();
  expect(found(995)).toBeUndefined();
});

test('the quarters beside it in which some waited belong to it, one on each side', () => {
  const stretches = (...slots: readonly number[]) =>
    backlogOf(indexOf(calm, ...slots.map((slot) => sent(slot, 1, 400)), sent(1_001, 9), sent(1_002, 9), sent(1_000, 20, 400)), limits)
      ?.stretches;
  expect(stretches(999)).toEqual([{ from: 999, to: 1_000 }]);
  expect(stretches(1_001)).toEqual([{ from: 1_000, to: 1_001 }]);
  expect(stretches(998, 999, 1_001, 1_002)).toEqual([{ from: 999, to: 1_001 }]);
  expect(stretches(998, 1_002)).toBeUndefined();
});

test('the usual wait is that of the named senders, or of all where none is named', () => {
  const index = indexOf(
    sent(1_000, 3, 310),
    times(9, () => ({ sender: 'B', slot: 1_000, queue: 1_250 })),
  );
  const minutes = (...names: readonly string[]) => usualMinutes(index, { names, stretches: [{ from: 1_000, to: 1_000 }] });
  expect([minutes('A'), minutes('B'), minutes()]).toEqual([5, 20, 20]);
});
