/** Senders that fail far more than the rest of the log: in which hours, against what, and who met it. */
import { expect, test } from 'vitest';
import { codeTimes } from '../../../../../src/analyzer/findings/shared/code-times-table.ts';
import { failingSenders } from '../../../../../src/analyzer/findings/shared/failing-senders.ts';
import { senderPace } from '../../../../../src/analyzer/findings/shared/pace-table.ts';
import { SLOT_MS } from '../../../../../src/analyzer/findings/shared/slots.ts';
import { reached } from '../../../../../src/analyzer/index/tables/reached.ts';
import { routes } from '../../../../../src/analyzer/index/tables/routes.ts';
import { troubles } from '../../../../../src/analyzer/index/tables/troubles.ts';
import { times } from '../../../../fixtures/finding-rows.ts';
import { knowledge } from '../../../../knowledge.ts';
import { indexWith, messageOf, type MadeMessage } from './made-index.ts';

const CODE = '30007';
const refusals = codeTimes({ finding: 'sender-filtered', codes: [CODE], name: ({ sender }) => sender });
const asked = { code: CODE, refusals, minShare: 0.2, minHits: 5, rateRatio: 3 };

function failing(messages: readonly (readonly MadeMessage[])[], { overflow = 0, known = [] as readonly number[] } = {}) {
  const [hits, pace] = [refusals.make(refusals.options(knowledge)), senderPace.make(senderPace.options(knowledge))];
  const failed = messages.flat().filter(({ code }) => code !== undefined);
  for (const made of messages.flat()) pace.add(messageOf(made));
  for (const made of failed) hits.add(messageOf(made));
  return failingSenders(
    indexWith([
      [refusals, hits],
      [senderPace, pace],
      [routes, { senders: new Map() }],
      [troubles, Object.assign(failed.map(messageOf), { overflow })],
      [reached, new Set(known)],
    ]),
    asked,
  );
}

/** 192 that arrived in four hours, twelve in each quarter of an hour. */
const fine = (sender: string): readonly MadeMessage[] => times(192, (n) => ({ sender, slot: 1_010 + (n % 16) }));
const refused = (sender: string, count: number, given: (n: number) => MadeMessage = () => ({ slot: 1_020 })): readonly MadeMessage[] =>
  times(count, (n) => ({ sender, code: CODE, person: n + 1, ...given(n) }));

test('a sender that fails while others do not, with its hours from the first quarter to the end of the last', () => {
  const found = failing([fine('B'), fine('A'), refused('A', 20, (n) => ({ slot: 1_020 + (n % 4) }))]);
  expect(found).toMatchObject([
    {
      sender: 'A',
      all: { total: 212, failed: 20 },
      against: 'others',
      time: { from: 1_020 * SLOT_MS, to: 1_024 * SLOT_MS },
      since: 1_020 * SLOT_MS,
      people: 20,
      telling: 20,
      each: 1,
    },
  ]);
  expect(found[0]?.own.failed).toBe(20);
});

test('a log without times has no hours', () => {
  const timeless = times(200, (): MadeMessage => ({ sender: 'B' }));
  const [found] = failing([timeless, refused('A', 20, () => ({}))]);
  expect(found).toMatchObject({ sender: 'A', own: { total: 20, failed: 20 }, since: Infinity, people: 20 });
  expect(found).not.toHaveProperty('time');
});

test('messages of the sender without a time count for nothing where others have one', () => {
  const [found] = failing([fine('B'), refused('A', 20), times(300, () => ({ sender: 'A' }))]);
  expect(found).toMatchObject({ own: { total: 20, failed: 20 }, all: { total: 20, failed: 20 } });
  expect(found?.time).toEqual({ from: 1_020 * SLOT_MS, to: 1_021 * SLOT_MS });
});

test('fewer failures than asked, or a smaller share, are not told', () => {
  expect(failing([fine('B'), refused('A', 4)])).toEqual([]);
  expect(failing([fine('B'), refused('A', 5)])).toHaveLength(1);
  const among = (others: number): readonly MadeMessage[] => times(others, () => ({ sender: 'A', slot: 1_020 }));
  const many = times(5, () => fine('B'));
  expect(failing([...many, refused('A', 20), among(80)])).toHaveLength(1);
  expect(failing([...many, refused('A', 20), among(81)])).toEqual([]);
});

test('alone in its log a sender is held against its other times, or against nothing where it always fails', () => {
  expect(failing([fine('A'), refused('A', 20)])).toMatchObject([{ against: 'itself' }]);
  expect(failing([refused('A', 20)])).toMatchObject([{ against: 'nothing' }]);
  // A few failures within an hour of its own are no verdict.
  expect(failing([fine('A'), refused('A', 9)])).toEqual([]);
  expect(failing([fine('A'), refused('A', 10)])).toHaveLength(1);
});

test('most failures come first, of as many the first in the alphabet', () => {
  const at = (slot: number) => () => ({ slot });
  const found = failing([fine('Z'), refused('C', 12, at(1_011)), refused('B', 20, at(1_018)), refused('A', 12, at(1_024))]);
  expect(found.map(({ sender }) => sender)).toEqual(['B', 'A', 'C']);
});

test('who met it is counted in its hours, each person once, and not at all where some failures are not kept', () => {
  const twice = refused('A', 20, (n) => ({ slot: 1_020, person: n % 10 }));
  // The person 0 is nobody.
  expect(failing([fine('B'), twice])).toMatchObject([{ people: 9, telling: 9, each: 2 }]);
  expect(failing([fine('B'), twice], { overflow: 1 })).toMatchObject([{ people: 0, telling: 9 }]);
});

test('whom no sender reached is no witness against one of them', () => {
  const both = [fine('C'), refused('A', 20, (n) => ({ slot: 1_011, person: n + 1 })), refused('B', 8)];
  expect(failing(both).map(({ sender, people, telling }) => [sender, people, telling])).toEqual([
    ['A', 20, 12],
    ['B', 8, 0],
  ]);
  expect(failing(both, { known: [1, 2] }).map(({ telling }) => telling)).toEqual([14, 2]);
});

test('messages are counted, not their segments, and in whatever order they come', () => {
  const long = [...fine('B'), ...fine('A'), ...refused('A', 20)].map((message) => ({ ...message, segments: 3 }));
  const [found] = failing([long]);
  expect(found).toMatchObject({ all: { total: 212, failed: 20 } });
  expect(failing([[...long].reverse()])).toEqual([found]);
});
