import { expect, test } from 'vitest';
import { Tally } from '../../../../../src/analyzer/index/cells/tally.ts';
import { sidOf } from '../../../../fixtures/console-row.ts';

function tallyOf(...messages: readonly (readonly [time: number, sid: string])[]): Tally {
  const tally = new Tally();
  for (const [time, sid] of messages) tally.add(time, sid);
  return tally;
}

test('a tally says how many, from when to when, and which were the newest', () => {
  const tally = tallyOf([20, sidOf(1)], [10, sidOf(2)], [30, sidOf(3)], [NaN, sidOf(4)]);
  expect([tally.count, tally.first, tally.last]).toEqual([4, 10, 30]);
  expect(tally.newest.sids).toEqual([3, 1, 2, 4].map(sidOf));
});

test('a group without any time has no first and no last', () => {
  const tally = tallyOf([NaN, sidOf(1)]);
  expect([tally.count, tally.first, tally.last]).toEqual([1, Infinity, -Infinity]);
  expect(tally.save()).toMatchObject({ count: 1, first: null, last: null });
});

test('two tallies as one are the tally of both, also where one of them knows no time', () => {
  const merged = tallyOf([20, sidOf(1)]);
  merged.merge(tallyOf([10, sidOf(2)], [30, sidOf(3)]).save());
  merged.merge(tallyOf([NaN, sidOf(4)]).save());
  expect(merged.save()).toEqual(tallyOf([20, sidOf(1)], [10, sidOf(2)], [30, sidOf(3)], [NaN, sidOf(4)]).save());
});
