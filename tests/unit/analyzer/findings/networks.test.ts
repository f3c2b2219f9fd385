/** Whom failures of a place and some hours hit: the limits on each side, and what counts where. */
import { expect, test } from 'vitest';
import { failingRanges, suspect } from '../../../../src/analyzer/findings/carrier-incident/networks.ts';
import { SLOT_MS } from '../../../../src/analyzer/findings/shared/slots.ts';
import type { KeptMessage } from '../../../../src/analyzer/index/cells/kept-messages.ts';
import type { LogIndex } from '../../../../src/analyzer/index/log-index.ts';
import { reached } from '../../../../src/analyzer/index/tables/reached.ts';
import { troubles } from '../../../../src/analyzer/index/tables/troubles.ts';
import { kindOf } from '../../../../src/analyzer/message/kind.ts';
import { times } from '../../../fixtures/finding-rows.ts';

interface Some {
  readonly slot: number;
  readonly phone?: number;
  readonly person?: number;
  readonly sender?: string;
  readonly code?: string;
}

const PLACE = 447_700;
const message = ({ slot, phone = PLACE * 1e6 + 1, person = phone, sender = 'A', code }: Some): KeptMessage =>
  ({
    kind: code === undefined ? kindOf('delivered', 'outbound', '') : kindOf('undelivered', 'outbound', code),
    time: slot * SLOT_MS,
    phoneKey: phone,
    personKey: person,
    sender,
    sidWords: (into: Uint32Array, to: number) => into.fill(0, to, to + 5),
    sid: () => '',
  }) as unknown as KeptMessage;

/** What rules ask of an index, made of these messages. @param weight messages that each of the others stands for */
function indexOf(failed: readonly Some[], others: readonly Some[], weight = 1, known: readonly number[] = []): LogIndex {
  const tables = new Map<unknown, unknown>([
    [troubles, failed.map((one) => message({ code: '30003', ...one }))],
    [reached, new Set(known)],
  ]);
  const sampled = Object.assign(
    others.map((one) => message(one)),
    { weight },
  );
  return { get: (table: unknown) => tables.get(table) ?? sampled } as unknown as LogIndex;
}

const isThere = ({ phoneKey }: KeptMessage): boolean => Math.floor(phoneKey / 1e6) === PLACE;
const ELSEWHERE = 336_120 * 1e5;
const stretches = [{ from: 10, to: 19 }];
const look = (index: LogIndex) => suspect(index, ['30003', '30005'], isThere, stretches);

test('messages are counted by place and hours, the ends of the hours included, others by their weight', () => {
  const failed = [{ slot: 9 }, { slot: 10 }, { slot: 19 }, { slot: 20 }, { slot: 12, code: '21610' }, { slot: 12, phone: ELSEWHERE }];
  const others = [{ slot: 11 }, { slot: 11 }, { slot: 30 }, { slot: 30, phone: ELSEWHERE }];
  const found = look(indexOf(failed, others, 3));
  expect(found).toMatchObject({ messages: 2 + 1 + 6, before: 2 + 3, elsewhere: 1 + 3, codes: ['30003'], people: 1, known: 0 });
  expect(found.failed.count).toBe(2);
  expect([...found.byCode]).toEqual([['30003', 2]]);
});

test('people whom another message reached are known', () => {
  const failed = [1, 2, 3].map((person) => ({ slot: 12, person }));
  expect(look(indexOf([...failed, ...failed], [], 1, [2, 3, 4]))).toMatchObject({ people: 3, known: 2 });
});

test('the same happens elsewhere from a third of the rate on', () => {
  const there = times(30, () => ({ slot: 12 }));
  const reachedThere = times(70, () => ({ slot: 12 }));
  const elsewhere = (hits: number, of: number) =>
    look(
      indexOf(
        [...there, ...times(hits, () => ({ slot: 12, phone: ELSEWHERE }))],
        [...reachedThere, ...times(of - hits, () => ({ slot: 12, phone: ELSEWHERE }))],
      ),
    ).isEverywhere;
  expect(elsewhere(10, 100)).toBe(true);
  expect(elsewhere(9, 100)).toBe(false);
  expect(elsewhere(1, 1)).toBe(true);
  expect(elsewhere(0, 0)).toBe(false);
});

test('failures elsewhere at other times, or with other codes, are not the same', () => {
  const failed = [
    ...times(30, () => ({ slot: 12 })),
    ...times(50, () => ({ slot: 30, phone: ELSEWHERE })),
    ...times(50, () => ({ slot: 12, phone: ELSEWHERE, code: '21610' })),
  ];
  expect(look(indexOf(failed, [])).isEverywhere).toBe(false);
});

test('one sender: four in five of the failures, while five messages of others meet a third as many at most', () => {
  const by = (mine: number, theirs: number, theirReached: number, mineReached = 0) =>
    look(
      indexOf(
        [...times(mine, () => ({ slot: 12 })), ...times(theirs, (n) => ({ slot: 12, sender: `B${String(n % 2)}` }))],
        [...times(theirReached, (n) => ({ slot: 12, sender: `B${String(n % 2)}` })), ...times(mineReached, () => ({ slot: 12 }))],
      ),
    ).isOneSender;
  expect(by(40, 0, 5)).toBe(true);
  expect(by(40, 0, 4)).toBe(false);
  expect(by(40, 10, 100)).toBe(true);
  expect(by(39, 10, 100)).toBe(false);
  // All of mine fail; of theirs 10 of 30 is a third, 10 of 31 less.
  expect(by(40, 10, 20)).toBe(false);
  expect(by(40, 10, 21)).toBe(true);
  // 40 of mine in 80 fail: half as often, and so must theirs.
  expect(by(40, 10, 50, 40)).toBe(false);
  expect(by(40, 10, 51, 40)).toBe(true);
});

test('the sender with most failures is asked, not the first that is met', () => {
  const failed = [{ slot: 12, sender: 'B' }, ...times(40, () => ({ slot: 12 }))];
  expect(
    look(
      indexOf(
        failed,
        times(20, () => ({ slot: 12, sender: 'B' })),
      ),
    ).isOneSender,
  ).toBe(true);
});

test('strangers: hardly known, where those who are reached mostly are reached again', () => {
  const failed = times(400, (n) => ({ slot: 12, person: 1_000 + n }));
  const again = (people: number, slots: readonly number[]) => times(people, (n) => slots.map((slot) => ({ slot, person: n }))).flat();
  const strange = (others: readonly Some[], hit: readonly Some[] = failed) => look(indexOf(hit, others)).areStrangers;
  expect(strange(again(9, [12, 40]))).toBe(true);
  expect(strange([])).toBe(false);
  // Nobody is written to twice: a log that cannot tell.
  expect(strange(again(4, [40]))).toBe(false);
  // Ten who got through in these hours decide: all new, a new audience; nine do not.
  expect(strange([...again(10, [12]), ...again(10, [40, 41]).map((one) => ({ ...one, person: one.person + 50 }))])).toBe(false);
  expect(strange([...again(9, [12]), ...again(10, [40, 41]).map((one) => ({ ...one, person: one.person + 50 }))])).toBe(true);
  // Twice in the same hours is the same sending; it says nothing of before.
  expect(strange(again(10, [12, 13]))).toBe(false);
  expect(strange(again(10, [12, 40]))).toBe(true);
  // People whom the place knows are no strangers: here 60 of 68 messages reach people again, and 8 of 40 or 16 of 40 are known.
  const known = (count: number) => [...again(30, [40, 41]), ...times(count, (n) => ({ slot: 40, person: 1_000 + n }))];
  expect(strange(known(8), failed.slice(0, 40))).toBe(true);
  expect(strange(known(16), failed.slice(0, 40))).toBe(false);
  // Few of them say little: the near end of chance counts.
  expect(strange(again(9, [12, 40]), failed.slice(0, 2))).toBe(false);
});

test('people reached elsewhere say nothing of the place', () => {
  const failed = times(40, (n) => ({ slot: 12, person: 1_000 + n }));
  const elsewhere = times(9, (n) => [12, 40].map((slot) => ({ slot, person: n, phone: ELSEWHERE }))).flat();
  expect(look(indexOf(failed, elsewhere)).areStrangers).toBe(false);
});

const limits = { minHits: 10, minShare: 0.1 };
const range = (prefix: number, n: number): number => prefix * 1e6 + n;

test('ranges whose failures stand out, most failures first, then the lower range', () => {
  const burst = (prefix: number, count: number) => times(count, (n) => ({ slot: 12, phone: range(prefix, n) }));
  const calm = (prefix: number) => times(200, (n) => ({ slot: 20 + (n % 40), phone: range(prefix, n) }));
  const failed = [...burst(447_701, 30), ...burst(447_703, 40), ...burst(447_702, 30), ...burst(447_704, 19)];
  const others = [447_701, 447_702, 447_703, 447_704].flatMap(calm);
  const found = (least: number) => failingRanges(indexOf(failed, others), ['30003'], limits, least).map(({ prefix }) => prefix);
  expect(found(20)).toEqual([447_703, 447_701, 447_702]);
  expect(found(19)).toEqual([447_703, 447_701, 447_702, 447_704]);
  expect(found(30)).toEqual([447_703, 447_701, 447_702]);
  expect(found(31)).toEqual([447_703]);
  expect(found(41)).toEqual([]);
  expect(failingRanges(indexOf(failed, others), ['30005'], limits, 1)).toEqual([]);
});

test('a range that fails as often at other times has a habit, no event', () => {
  const phone = range(447_705, 1);
  const burst = times(30, () => ({ slot: 12, phone }));
  const spread = (count: number) => times(count, (n) => ({ slot: 20 + n, phone }));
  const others = times(3_000, (n) => ({ slot: 20 + (n % 100), phone }));
  const stretchesOf = (more: number) => failingRanges(indexOf([...burst, ...spread(more)], others), ['30003'], limits, 10);
  expect(stretchesOf(30)).toEqual([{ prefix: 447_705, stretches: [{ from: 12, to: 12 }] }]);
  expect(stretchesOf(31)).toEqual([]);
});

test('what got through, or failed otherwise, in the same hours speaks for the range', () => {
  const phone = range(447_706, 1);
  const burst = times(30, () => ({ slot: 12, phone }));
  const calm = times(300, (n) => ({ slot: 20 + (n % 50), phone }));
  const found = (failed: readonly Some[], others: readonly Some[], weight = 1, least = 10) =>
    failingRanges(indexOf(failed, others, weight), ['30003'], limits, least).map(({ stretches: told }) => told);
  const alone = [[{ from: 12, to: 12 }]];
  const meanwhile = (count: number) => times(count, () => ({ slot: 12, phone }));
  expect(found(burst, [...calm, ...meanwhile(100)])).toEqual(alone);
  expect(found(burst, [...calm, ...meanwhile(300)])).toEqual([]);
  expect(found(burst, [...calm, ...meanwhile(100)], 3)).toEqual([]);
  expect(found([...burst, ...meanwhile(300).map((one) => ({ ...one, code: '21610' }))], calm)).toEqual([]);
  // A message without a time says nothing of an hour, and a number that is none nothing of a range.
  expect(found(burst, [...calm, ...times(300, () => ({ slot: NaN, phone }))])).toEqual(alone);
  expect(found([...burst, { slot: NaN, phone }], calm, 1, 31)).toEqual([]);
  expect(
    found(
      burst.map((one) => ({ ...one, phone: 0 })),
      calm,
    ),
  ).toEqual([]);
});
