import { expect, test } from 'vitest';
import { standOut, type SlotCount, type Standing } from '../../../../../src/analyzer/findings/shared/stand-out.ts';

/** Slots from 1 on, as hits of messages; `times` slots each. */
function slots(...parts: readonly (readonly [times: number, hits: number, of: number])[]): readonly SlotCount[] {
  return parts
    .flatMap(([times, hits, of]) => Array.from({ length: times }, () => ({ hits, of })))
    .map((count, place) => ({ slot: place + 1, ...count }));
}
const told = (standing: Standing | undefined) =>
  standing && {
    stretches: standing.stretches.map(({ from, to }) => `${String(from)}-${String(to)}`).join(' '),
    inside: `${String(standing.inside.hits)} of ${String(standing.inside.of)}`,
    outside: `${String(standing.outside.hits)} of ${String(standing.outside.of)}`,
  };
const limits = { minHits: 10, minShare: 0.1 };

test('hours that stand out are found with their ends, and the rest is what is left', () => {
  expect(told(standOut(slots([40, 1, 100], [5, 30, 100], [55, 1, 100]), limits))).toEqual({
    stretches: '41-45',
    inside: '150 of 500',
    outside: '95 of 9500',
  });
});

test('several are found, in order of time whatever the order of the slots, and those that touch are one', () => {
  const all = slots([10, 0, 100], [2, 60, 100], [10, 0, 100], [1, 90, 100], [1, 0, 0], [3, 80, 100], [10, 0, 100]);
  const expected = { stretches: '11-12 23-27', inside: '450 of 600', outside: '0 of 3000' };
  expect(told(standOut(all, limits))).toEqual(expected);
  expect(told(standOut(all.toReversed(), limits))).toEqual(expected);
});

test('at both ends of a log', () => {
  expect(told(standOut(slots([1, 50, 100], [9, 0, 100], [1, 50, 100]), limits))).toEqual({
    stretches: '1-1 11-11',
    inside: '100 of 200',
    outside: '0 of 900',
  });
});

test('all of a log can stand out, and a log without times is one stretch', () => {
  expect(told(standOut(slots([10, 30, 100]), limits))).toEqual({ stretches: '1-10', inside: '300 of 1000', outside: '0 of 0' });
  expect(told(standOut([{ slot: 0, hits: 30, of: 100 }], limits))).toEqual({ stretches: '0-0', inside: '30 of 100', outside: '0 of 0' });
});

test('what has no time is left out where other messages have one', () => {
  expect(told(standOut([{ slot: 0, hits: 99, of: 100 }, ...slots([5, 0, 100], [1, 40, 100])], limits))).toEqual({
    stretches: '6-6',
    inside: '40 of 100',
    outside: '0 of 500',
  });
});

test('nothing stands out of nothing, of an even log, of too few hits', () => {
  expect(standOut([], limits)).toBeUndefined();
  expect(standOut(slots([50, 0, 100]), limits)).toBeUndefined();
  expect(standOut(slots([50, 9, 100]), limits)).toBeUndefined();
  expect(standOut(slots([9, 0, 100], [1, 9, 10]), limits)).toBeUndefined();
  expect(told(standOut(slots([9, 0, 100], [1, 10, 10]), limits))?.inside).toBe('10 of 10');
});

test('the least share holds for what stands out: the limit itself is enough', () => {
  const ofHits = (hits: number) => told(standOut(slots([50, 0, 100], [1, hits, 200], [50, 0, 100]), limits))?.inside;
  expect(ofHits(21)).toBe('21 of 200');
  expect(ofHits(19)).toBeUndefined();
});

test('more than chance: five deviations and the least number of hits above what the rest would make of as many', () => {
  // The rest fails at 1 %: of 400 messages it would make 4, so 4 + 5 * 2 + 6 = 20 are wanted.
  const inside = (hits: number) =>
    told(standOut(slots([100, 1, 100], [1, hits, 400], [100, 1, 100]), { minHits: 6, minShare: 0.04 }))?.inside;
  expect(inside(20)).toBe('20 of 400');
  expect(inside(19)).toBeUndefined();
});

test('a log that always fails a little below the least share shows its worse hours', () => {
  expect(told(standOut(slots([50, 8, 100], [5, 80, 100], [50, 8, 100]), limits))).toEqual({
    stretches: '51-55',
    inside: '400 of 500',
    outside: '800 of 10000',
  });
});

test('a log that always fails above it stands out as a whole', () => {
  expect(told(standOut(slots([50, 12, 100], [5, 80, 100], [50, 12, 100]), limits))?.stretches).toBe('1-105');
});

test('so many stretches are a state: no more than thirty are told', () => {
  const blinking = slots(...Array.from({ length: 40 }, () => [[1, 90, 100] as const, [20, 0, 100] as const]).flat());
  expect(standOut(blinking, limits)?.stretches).toHaveLength(30);
});

test('the worst hours of an even log are no event: each stretch is more than the best of so many', () => {
  // Two hits of every hundred messages, by chance of a fixed kind: the best stretches of them reach the least share.
  let state = 7;
  const chance = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const even = Array.from({ length: 1_000 }, (_, place) => ({
    slot: place + 1,
    hits: Array.from({ length: 15 }, chance).filter((one) => one < 0.02).length,
    of: 15,
  }));
  const few = { minHits: 5, minShare: 0.03 };
  expect(standOut(even, few)).toBeUndefined();
  const with5 = (more: number) => even.map((one) => (one.slot === 500 ? { ...one, hits: more, of: 15 + more } : one));
  expect(told(standOut(with5(16), few))?.stretches).toBe('500-500');
});

test('of a stretch the more is asked the more slots it could have been', () => {
  // Ten of a hundred against one of a hundred: e to the 14.4 likelier; so many slots make as many pairs of a beginning and an end.
  const among = (count: number) => standOut(slots([count, 1, 100], [1, 10, 100]), { minHits: 4, minShare: 0.05 });
  const enough = 10 * Math.log(10) + 90 * Math.log(0.9 / 0.99);
  const most = Math.floor(Math.exp(enough / 2));
  expect([among(most - 1), among(most)].map((standing) => standing !== undefined)).toEqual([true, false]);
});

test('odds below three times those of the rest are a worse day', () => {
  // The rest fails at one of eleven, so its odds are 0.1: from 0.3 on, 300 of 1,300, it is something else.
  const worse = (hits: number) =>
    standOut(slots([20, 100, 1_100], [1, hits, hits + 1_000], [20, 100, 1_100]), { minHits: 5, minShare: 0.1 });
  expect([worse(300), worse(299)].map((standing) => told(standing)?.stretches)).toEqual(['21-21', undefined]);
});
