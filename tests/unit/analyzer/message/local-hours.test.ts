import { describe, expect, test } from 'vitest';
import { zonesAt, zonesOf } from '../../../../src/analyzer/message/area-zones.ts';
import { inLocalHours } from '../../../../src/analyzer/message/local-hours.ts';
import { localDay, localHour } from '../../../../src/analyzer/message/local-time.ts';

const at = (iso: string): number => Date.parse(iso);
const washington = 12_025_550_100;

describe('area codes', () => {
  test.for([
    [12_025_550_100, 'America/New_York'],
    [13_125_550_100, 'America/Chicago'],
    [13_035_550_100, 'America/Denver'],
    [16_025_550_100, 'America/Phoenix'],
    [12_135_550_100, 'America/Los_Angeles'],
    [18_085_550_100, 'Pacific/Honolulu'],
    [18_505_550_100, 'America/Chicago America/New_York'],
    [19_855_550_100, 'America/Chicago'],
    [19_895_550_100, 'America/New_York'],
    // The first and the last number of an area code, whose neighbours are elsewhere.
    [13_030_000_000, 'America/Denver'],
    [13_039_999_999, 'America/Denver'],
  ] as const)('%i is in %s', ([digits, zones]) => {
    expect(zonesAt(zonesOf(digits)).join(' ')).toBe(zones);
  });

  test.for([
    ['none', 0],
    ['Toronto', 14_165_550_100],
    ['toll-free', 18_885_550_100],
    ['Britain', 447_700_900_100],
    ['one digit too few', 1_202_555_010],
    ['one digit too many', 120_255_501_000],
    ['below the first area code', 11_999_999_999],
    ['behind the last number of +1', 20_000_000_000],
  ] as const)('%s has no zone of the US', ([, digits]) => {
    expect(zonesOf(digits)).toBe(-1);
    expect(zonesAt(-1)).toEqual([]);
  });

  test('each of the zones is one that a calendar knows, and no area code stands in two lists', () => {
    const zones = new Set<string>();
    let count = 0;
    for (let area = 200; area < 1_000; area += 1) {
      const place = zonesOf(area * 1e7 + 1e10);
      if (place >= 0) count += 1;
      for (const zone of zonesAt(place)) zones.add(zone);
    }
    expect(count).toBe(359);
    for (const zone of zones) expect(localHour(at('2026-07-01T12:00:00Z'), zone)).toBeLessThan(12);
  });
});

describe('hours of the day at the recipient', () => {
  const isNight = inLocalHours({ from: 21, to: 8 });

  test('both ends of a night over midnight, with daylight saving', () => {
    // Washington is four hours behind in July, five in January.
    expect(isNight(washington, at('2026-07-02T00:59:59Z'))).toBe(false);
    expect(isNight(washington, at('2026-07-02T01:00:00Z'))).toBe(true);
    expect(isNight(washington, at('2026-07-02T11:59:59Z'))).toBe(true);
    expect(isNight(washington, at('2026-07-02T12:00:00Z'))).toBe(false);
    expect(isNight(washington, at('2026-01-02T01:59:59Z'))).toBe(false);
    expect(isNight(washington, at('2026-01-02T02:00:00Z'))).toBe(true);
    expect(isNight(washington, at('2026-01-02T12:59:59Z'))).toBe(true);
    expect(isNight(washington, at('2026-01-02T13:00:00Z'))).toBe(false);
  });

  test('hours within a day', () => {
    const isMorning = inLocalHours({ from: 8, to: 10 });
    expect(isMorning(washington, at('2026-07-02T11:59:00Z'))).toBe(false);
    expect(isMorning(washington, at('2026-07-02T12:00:00Z'))).toBe(true);
    expect(isMorning(washington, at('2026-07-02T13:59:00Z'))).toBe(true);
    expect(isMorning(washington, at('2026-07-02T14:00:00Z'))).toBe(false);
  });

  test('an area code in two zones is in the night when both are', () => {
    // 850: Chicago and New York. 21:00 in New York is 20:00 in Chicago.
    expect(isNight(18_505_550_100, at('2026-07-02T01:30:00Z'))).toBe(false);
    expect(isNight(18_505_550_100, at('2026-07-02T02:00:00Z'))).toBe(true);
    expect(isNight(18_505_550_100, at('2026-07-02T11:59:00Z'))).toBe(true);
    expect(isNight(18_505_550_100, at('2026-07-02T12:30:00Z'))).toBe(false);
  });

  test('no number, no time: no night; and hours in any order are told alike', () => {
    expect(isNight(0, at('2026-07-02T05:00:00Z'))).toBe(false);
    expect(isNight(washington, NaN)).toBe(false);
    expect(isNight(washington, 0)).toBe(inLocalHours({ from: 21, to: 8 })(washington, 0));
    const hours = Array.from({ length: 48 }, (_, hour) => at('2026-07-01T00:00:00Z') + hour * 3_600_000);
    const forth = hours.map((time) => isNight(washington, time));
    expect(hours.toReversed().map((time) => isNight(washington, time))).toEqual(forth.toReversed());
    expect(forth.filter(Boolean).length).toBe(22);
  });
});

test('the day of the daily cap ends at midnight Pacific, on both days on which clocks change', () => {
  const day = (iso: string): number =>
    localDay(at(iso), 'America/Los_Angeles') - localDay(at('2026-01-01T12:00:00Z'), 'America/Los_Angeles');
  // 8 March 2026: from UTC-8 to UTC-7; the day has 23 hours.
  expect([day('2026-03-08T07:59:59Z'), day('2026-03-08T08:00:00Z')]).toEqual([65, 66]);
  expect([day('2026-03-09T06:59:59Z'), day('2026-03-09T07:00:00Z')]).toEqual([66, 67]);
  // 1 November 2026: back again; the day has 25 hours.
  expect([day('2026-11-01T06:59:59Z'), day('2026-11-01T07:00:00Z')]).toEqual([303, 304]);
  expect([day('2026-11-02T07:59:59Z'), day('2026-11-02T08:00:00Z')]).toEqual([304, 305]);
});
