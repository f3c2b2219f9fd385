import { expect, test } from 'vitest';
import { ALWAYS, during, isIn, joined, NO_SLOT, SLOT_MS, slotOf } from '../../../../../src/analyzer/findings/shared/slots.ts';

test('a slot is a quarter of an hour of UTC; what has no time is in none', () => {
  const moment = Date.parse('2025-08-14T14:22:00Z');
  expect(SLOT_MS).toBe(15 * 60 * 1000);
  expect(slotOf(moment)).toBe(Date.parse('2025-08-14T14:15:00Z') / SLOT_MS);
  expect(slotOf(SLOT_MS)).toBe(1);
  expect(slotOf(SLOT_MS - 1)).toBe(0);
  expect(slotOf(Number.NaN)).toBe(NO_SLOT);
});

test.each([
  [
    'apart',
    [
      [1, 2],
      [4, 5],
    ],
    [
      [1, 2],
      [4, 5],
    ],
  ],
  [
    'side by side',
    [
      [1, 2],
      [3, 5],
    ],
    [[1, 5]],
  ],
  [
    'one over another',
    [
      [1, 4],
      [3, 5],
    ],
    [[1, 5]],
  ],
  [
    'one inside another',
    [
      [1, 9],
      [3, 5],
      [10, 11],
    ],
    [[1, 11]],
  ],
  [
    'in any order',
    [
      [7, 7],
      [1, 2],
      [4, 5],
    ],
    [
      [1, 2],
      [4, 5],
      [7, 7],
    ],
  ],
  ['none', [], []],
])('stretches %s', (_, stretches, expected) => {
  const pairs = joined(stretches.map(([from = 0, to = 0]) => ({ from, to })));
  expect(pairs.map(({ from, to }) => [from, to])).toEqual(expected);
});

test('stretches are left as they were', () => {
  const given = [
    { from: 3, to: 4 },
    { from: 1, to: 2 },
  ];
  joined(given);
  expect(given).toEqual([
    { from: 3, to: 4 },
    { from: 1, to: 2 },
  ]);
});

test('the messages of stretches are those from the first to the last, without what lies between', () => {
  expect(during([{ from: 4, to: 5 }])).toEqual({ time: { from: 4 * SLOT_MS, to: 6 * SLOT_MS } });
  expect(
    during([
      { from: 4, to: 5 },
      { from: 8, to: 8 },
      { from: 20, to: 30 },
    ]),
  ).toEqual({
    time: { from: 4 * SLOT_MS, to: 31 * SLOT_MS },
    except: [{ time: { from: 6 * SLOT_MS, to: 8 * SLOT_MS } }, { time: { from: 9 * SLOT_MS, to: 20 * SLOT_MS } }],
  });
  expect(during([])).toEqual({});
  expect(during(ALWAYS)).toEqual({});
  expect(during([{ from: NO_SLOT, to: 9 }])).toEqual({});
});

test('both ends belong to a stretch', () => {
  const stretches = [
    { from: 4, to: 5 },
    { from: 8, to: 8 },
  ];
  expect([3, 4, 5, 6, 7, 8, 9].filter((slot) => isIn(slot, stretches))).toEqual([4, 5, 8]);
});
