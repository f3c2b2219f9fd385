import { expect, test } from 'vitest';
import { zonesAt, zonesOf } from '../../../../src/analyzer/message/area-zones.ts';

/** The zones of a number with this area code, without the part of the world. */
const zonesIn = (area: number): string =>
  zonesAt(zonesOf(1e10 + area * 1e7 + 5_550_100))
    .map((zone) => zone.replace('America/', ''))
    .join(' ');

test.for([
  [201, 'New_York'],
  [989, 'New_York'],
  [205, 'Chicago'],
  [206, 'Los_Angeles'],
  [971, 'Los_Angeles'],
  [208, 'Boise Denver Los_Angeles'],
  [775, 'Boise Denver Los_Angeles'],
  [219, 'Chicago New_York'],
  [303, 'Denver'],
  [983, 'Denver'],
  [308, 'Chicago Denver'],
  [480, 'Phoenix'],
  [541, 'Denver Los_Angeles'],
  [605, 'Chicago Denver North_Dakota/Center'],
  [808, 'Pacific/Honolulu'],
  [907, 'Adak Anchorage Juneau Pacific/Honolulu'],
  [928, 'Denver Phoenix'],
  [986, 'Boise Los_Angeles'],
  // Of no place, and of territories and other countries of +1.
  [200, ''],
  [211, ''],
  [787, ''],
  [416, ''],
  [999, ''],
] as const)('an area code of +1: %d', ([area, zones]) => {
  expect(zonesIn(area)).toBe(zones);
});

test('only whole numbers of +1 have an area code', () => {
  expect([0, 2_025_550_100, 20_255_501_000, 120_255_501_000].map(zonesOf)).toEqual([-1, -1, -1, -1]);
  expect(zonesOf(12_015_550_100)).not.toBe(-1);
  expect(zonesAt(-1)).toEqual([]);
});
