/** Senders that fail far more than the rest of the log: in which hours, against what, and who met it. */
import { expect, test } from 'vitest';
import { codeTimes } from '../../../../../src/analyzer/findings/shared/code-times-table.ts';
import { failingSenders } from '../../../../../src/analyzer/findings/shared/failing-senders.ts';
import { senderPace } from '../../../../../src/analyzer/findings/shared/pace-table.ts';
import { SLOT_MS } from '../../../../../src/analyzer/findings/shared/slots.ts';
import { reached } from '../../../../../src/analyzer/index/tables/reached.ts';
import { routes } from '../../../../../src/analyzer/index/tables/routes.ts';
import { troubles } from '../../../../../src/analyzer/index/tables/troubles.ts';
import { entryOf } from '../../../../../src/analyzer/memory/entry-of.ts';
import { times } from '../../../../fixtures/finding-rows.ts';
import { knowledge } from '../../../../knowledge.ts';
import { indexWith, messageOf, type MadeMessage } from './made-index.ts';

const CODE = '30007';
const refusals = codeTimes({ finding: 'sender-filtered', codes: [CODE], name: ({ sender }) => sender });
const asked = { code: CODE, refusals, minShare: 0.2, minHits: 5, rateRatio: 3 };

/** Messages of a sender to a country, and how many of them failed with the code and with another one. */
type MadeRoute = readonly [sender: string, country: string, outbound: number, failed: number, otherwise?: number];
function routesOf(made: readonly MadeRoute[]): ReadonlyMap<string, ReadonlyMap<string, unknown>> {
  const senders = new Map<string, Map<string, unknown>>();
  for (const [sender, country, outbound, count, otherwise = 0] of made) {
    const failures = new Map([
      [CODE, { count }],
      ['30003', { count: otherwise }],
    ]);
    entryOf(senders, sender, () => new Map<string, unknown>()).set(country, { counts: { outbound }, failures });
  }
  return senders;
}

function failing(
  messages: readonly (readonly MadeMessage[])[],
  { overflow = 0, known = [] as readonly number[], ways = [] as readonly MadeRoute[], names = 50_000 } = {},
) {
  const [hits, pace] = [refusals.make(refusals.options(knowledge)), senderPace.make({ limits: { names, cells: 5_000 } })];
  const failed = messages.flat().filter(({ code }) => code !== undefined);
  for (const made of messages.flat()) pace.add(messageOf(made));
  for (const made of failed) hits.add(messageOf(made));
  return failingSenders(
    indexWith([
      [refusals, hits],
      [senderPace, pace],
      [routes, { senders: routesOf(ways) }],
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

test('a sender that fails in one country alone, where the others fail as well or nobody else sends, is not to blame', () => {
  const messages = [fine('B'), refused('A', 20)];
  const isTold = (...ways: readonly MadeRoute[]): boolean => failing(messages, { ways }).length === 1;
  const own: readonly MadeRoute[] = [
    ['A', 'FR', 40, 20],
    ['A', 'GB', 100, 0],
  ];
  expect(isTold(...own, ['B', 'FR', 40, 0])).toBe(true);
  expect(isTold(...own, ['B', 'FR', 40, 20])).toBe(false);
  expect(isTold(...own)).toBe(false);
  // Nine messages of others are nothing to compare with.
  expect(isTold(...own, ['B', 'FR', 9, 0], ['B', 'GB', 99, 0])).toBe(false);
  expect(isTold(...own, ['B', 'FR', 5, 0], ['C', 'FR', 5, 0])).toBe(true);
  // Those that failed with another code never met what is asked about.
  expect(isTold(...own, ['B', 'FR', 19, 0, 10])).toBe(false);
  expect(isTold(...own, ['B', 'FR', 20, 0, 10])).toBe(true);
  // Half as many failures in the country are the country's still.
  expect(isTold(...own, ['B', 'FR', 400, 100])).toBe(true);
  expect(isTold(...own, ['B', 'FR', 400, 101])).toBe(false);
});

test('a country has nine in ten of the failures to be the cause, and ten messages elsewhere show that it is', () => {
  const isTold = (...ways: readonly MadeRoute[]): boolean => failing([fine('B'), refused('A', 20)], { ways }).length === 1;
  expect(isTold(['A', 'FR', 40, 18], ['A', 'GB', 200, 2])).toBe(false);
  expect(isTold(['A', 'GB', 200, 2], ['A', 'FR', 40, 18])).toBe(false);
  expect(isTold(['A', 'GB', 200, 2], ['A', 'FR', 40, 17])).toBe(true);
  expect(isTold(['A', 'FR', 40, 20], ['A', 'GB', 10, 0])).toBe(false);
  expect(isTold(['A', 'FR', 40, 20], ['A', 'GB', 9, 0])).toBe(true);
  // Everywhere else it fails a third as often.
  expect(isTold(['A', 'FR', 400, 180], ['A', 'GB', 133, 20])).toBe(true);
  expect(isTold(['A', 'FR', 400, 180], ['A', 'GB', 134, 20])).toBe(false);
});

test('the more senders there are, and the more stretches of time, the clearer it must be', () => {
  const others = (count: number, slot: number): readonly MadeMessage[] => times(count, (n) => ({ sender: `S${String(n)}`, slot }));
  const ok = (sender: string, count: number, slot: number): readonly MadeMessage[] => times(count, () => ({ sender, slot }));
  // 5 of 20 where half a message of 21 is expected is 7.80 as a logarithm: enough for 121 looks beside the 3 of the first one.
  const stretch = (senders: number): number =>
    failing([refused('A', 5), ok('A', 15, 1_020), ok('A', 10, 1_010), ok('A', 10, 1_011), ok('B', 100, 1_020), others(senders - 2, 1_030)])
      .length;
  // Three quarters of an hour have six stretches.
  expect([stretch(20), stretch(21)]).toEqual([1, 0]);
  // 5 of 25 where half a message of 41 is expected: enough for 870 looks, and all the time is one stretch.
  const whole = (senders: number): number =>
    failing([refused('A', 5), ok('A', 20, 1_020), ok('B', 40, 1_020), others(senders - 2, 1_030)]).length;
  expect([whole(870), whole(871)]).toEqual([1, 0]);
});

test('a handful of other messages says nothing beside many, ten do', () => {
  const at = (count: number): number =>
    failing([
      refused('A', 12),
      times(18, () => ({ sender: 'A', slot: 1_020 })),
      times(count, () => ({ sender: 'A', slot: 1_010 })),
      fine('B'),
    ]).length;
  expect([at(1), at(9)]).toEqual([1, 1]);
  // One of ten failed at another time: then a third is not much more.
  const some = (count: number): number =>
    failing([
      refused('A', 6),
      times(14, () => ({ sender: 'A', slot: 1_020 })),
      times(count, (n): MadeMessage => ({ sender: 'A', slot: 1_010, ...(n === 0 ? { code: CODE } : {}) })),
      times(200, () => ({ sender: 'B', slot: 1_020 })),
    ]).length;
  expect([some(9), some(10)]).toEqual([1, 0]);
  const beside = (count: number) =>
    failing([refused('A', 12), fine('A'), times(count, () => ({ sender: 'B', slot: 1_020 }))]).map(({ against }) => against);
  expect([beside(9), beside(10)]).toEqual([['itself'], ['others']]);
  const alone = (count: number) =>
    failing([refused('A', 20), times(count, () => ({ sender: 'A', slot: 1_010 }))]).map(({ against }) => against);
  expect([alone(9), alone(10)]).toEqual([['nothing'], ['itself']]);
});

test('what others fail with in the same hours is multiplied by the ratio, however many there are', () => {
  const others = (failed: number): readonly MadeMessage[] =>
    times(200, (n): MadeMessage => ({ sender: 'B', slot: 1_020, ...(n < failed ? { code: CODE } : {}) }));
  const own = [refused('A', 40), times(60, () => ({ sender: 'A', slot: 1_020 }))];
  expect(failing([...own, others(26)])).toMatchObject([{ sender: 'A', others: { total: 200, failed: 26 } }]);
  expect(failing([...own, others(27)])).toEqual([]);
});

test('hours between its failures belong to the stretch, a quarter with less than half the share beside it does not', () => {
  const gap = failing([fine('B'), refused('A', 20, (n) => ({ slot: 1_020 + 2 * (n % 2) }))]);
  expect(gap).toMatchObject([{ time: { from: 1_020 * SLOT_MS, to: 1_023 * SLOT_MS }, others: { total: 36, failed: 0 } }]);
  const beside = (failed: number) =>
    failing([
      fine('B'),
      fine('C'),
      refused('A', 10),
      times(100, (n): MadeMessage => ({ sender: 'A', slot: 1_021, ...(n < failed ? { code: CODE } : {}) })),
    ]).map(({ own }) => own);
  expect(beside(8)).toEqual([{ total: 10, failed: 10 }]);
  expect(beside(12)).toEqual([{ total: 110, failed: 22 }]);
});

test('failures that are nowhere more than a sprinkling, and those of a sender that is not followed, are not told', () => {
  const sprinkled = times(5, (n): readonly MadeMessage[] => [
    { sender: 'A', slot: 1_010 + n, code: CODE },
    ...times(9, (): MadeMessage => ({ sender: 'A', slot: 1_010 + n })),
  ]);
  expect(failing([fine('B'), ...sprinkled])).toEqual([]);
  expect(failing([fine('B'), refused('A', 20)], { names: 2 })).toHaveLength(1);
  expect(failing([fine('B'), refused('A', 20)], { names: 1 })).toEqual([]);
});
