import { expect, test } from 'vitest';
import { refusalsBy, summed } from '../../../../../src/analyzer/findings/shared/refusals.ts';
import { Refusal, type RefusalsTable } from '../../../../../src/analyzer/findings/shared/refusals-table.ts';

const DAY = 86_400_000;

/** Failures of one person with one code, of which some are timed: [day, hour] each. */
function refusal(person: string, times: readonly (readonly [day: number, hour: number])[], untimed = 0): Refusal {
  const made = new Refusal(person);
  for (const [day, hour] of times) {
    const time = day * DAY + hour * 3_600_000;
    made.see(1, time, time, `SM${String(day)}${String(hour)}`);
    made.failedOn(day, 8);
  }
  for (let n = 0; n < untimed; n += 1) made.see(1, NaN, NaN, 'SMx');
  return made;
}

const tableOf = (codes: Readonly<Record<string, readonly (readonly [key: number, refusal: Refusal])[]>>): RefusalsTable =>
  ({ of: (code: string) => new Map(codes[code] ?? []) }) as unknown as RefusalsTable;

const table = tableOf({
  '30003': [
    [1, refusal('+1', [[10, 1]])],
    [
      2,
      refusal('+2', [
        [10, 1],
        [10, 9],
        [12, 0],
      ]),
    ],
    [3, refusal('+3', [], 3)],
  ],
  '30005': [
    [
      1,
      refusal('+1', [
        [10, 5],
        [13, 2],
      ]),
    ],
    [
      4,
      refusal('+0', [
        [11, 1],
        [11, 2],
        [11, 3],
      ]),
    ],
  ],
});

test('failures are told person by person, most first, then by address; days count once, whatever the code', () => {
  const all = refusalsBy(table, ['30003', '30005', '30006']);
  expect(all.map(({ key, person, count, days, lasted }) => [key, person, count, days, lasted / 3_600_000])).toEqual([
    [4, '+0', 3, 1, 2],
    [1, '+1', 3, 2, 73],
    [2, '+2', 3, 2, 47],
    [3, '+3', 3, 0, 0],
  ]);
  expect(all[1]?.parts.map(({ code, refusal: { count } }) => [code, count])).toEqual([
    ['30003', 1],
    ['30005', 2],
  ]);
  expect(refusalsBy(table, ['30003']).map(({ key, count }) => [key, count])).toEqual([
    [2, 3],
    [3, 3],
    [1, 1],
  ]);
  expect(refusalsBy(table, ['30006'])).toEqual([]);
});

test('of two messages of one moment the SID stands that comes first, whatever their order', () => {
  const newest = (...sids: readonly string[]): string => {
    const made = new Refusal('+1');
    for (const sid of sids) made.see(1, DAY, DAY, sid);
    return made.newestSid;
  };
  const sids = ['SMc', 'SMa', 'SMb'];
  const orders = [sids, [...sids].reverse(), ['SMa', 'SMc', 'SMb'], ['SMb', 'SMa', 'SMc']];
  expect(new Set(orders.map((order) => newest(...order))).size).toBe(1);
});

test('a group is summed: how many, since when, with which of the codes, the newest as examples', () => {
  const [zero, one] = refusalsBy(table, ['30003', '30005']);
  if (zero === undefined || one === undefined) throw new Error('there are four people');
  expect(summed([zero, one], ['30005', '30003', '30006'])).toEqual({
    failures: 6,
    since: 10 * DAY + 3_600_000,
    codes: ['30005', '30003'],
    examples: ['SM132', 'SM113', 'SM101'],
  });
  expect(summed([zero], ['30003', '30005'])).toMatchObject({ failures: 3, since: 11 * DAY + 3_600_000, codes: ['30005'] });
  expect(summed([], ['30003'])).toEqual({ failures: 0, since: Infinity, codes: [], examples: [] });
});
