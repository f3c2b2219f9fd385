import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countryName, countryWithCode } from '../../../../src/analyzer/words/country-name.ts';
import { isolated, withoutBidi } from '../../../../src/analyzer/words/direction.ts';
import { duration } from '../../../../src/analyzer/words/duration.ts';
import { amount, counted, figure, percent } from '../../../../src/analyzer/words/figure.ts';
import { isoTime, momentIn } from '../../../../src/analyzer/words/moment.ts';

test.for([
  [0, 0, '–'],
  [1, -1, '–'],
  [0, 1, '0.0 %'],
  [1, 1, '100.0 %'],
  [1, 1_999, '0.1 %'],
  [1, 2_000, '0.1 %'],
  [1, 2_001, 'under 0.1 %'],
  [1, 1_000_000, 'under 0.1 %'],
  [1_999, 2_000, 'over 99.9 %'],
  [998, 1_000, '99.8 %'],
  [9_994, 10_000, '99.9 %'],
  [9_995, 10_000, 'over 99.9 %'],
  [1, 3, '33.3 %'],
  [2, 3, '66.7 %'],
] as const)('%d of %d is %s', ([part, of, words]) => {
  expect(percent(part, of)).toBe(words);
  expect(percent(part, of, '\u00a0')).toBe(words.replace(' %', '\u00a0%'));
});

test('counts with their noun', () => {
  expect([figure(0), figure(999), figure(1_000), figure(1_234_567)]).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([0, 1, 2, 1_000].map((count) => counted(count, 'row'))).toEqual(['0 rows', '1 row', '2 rows', '1,000 rows']);
  expect([1, 2].map((count) => counted(count, 'person', 'people'))).toEqual(['1 person', '2 people']);
});

test('how long something took, in the largest unit of which there are one and a half', () => {
  expect([0, 1, 89, 90, 149, 150, 5_399].map(duration)).toEqual(['0 s', '1 s', '89 s', '2 min', '2 min', '3 min', '90 min']);
  expect([5_400, 7_199, 36_000, 43_199].map(duration)).toEqual(['1.5 h', '2 h', '10 h', '12 h']);
});

test('amounts have two digits, below one as many as four, and the unit of the log', () => {
  const amounts = [0, 0.0079, 0.00791, 0.5, 0.99999, 1, 1.005, 12.4, 1234.5, -0.0079, -1.5];
  expect(amounts.map((value) => amount(value, 'USD'))).toEqual(
    ['0.00', '0.0079', '0.0079', '0.50', '1.00', '1.00', '1.01', '12.40', '1,234.50', '-0.0079', '-1.50'].map((text) => `${text} USD`),
  );
  expect(amount(2, '')).toBe('2.00');
});

test('countries', () => {
  expect(['FR', 'unknown', 'ZZ9', 'fr', ''].map(countryName)).toEqual(['France', 'Unknown', 'ZZ9', 'fr', '']);
  expect(countryWithCode('FR')).toBe('France (FR)');
});

test('the direction of writing', () => {
  for (const sign of ['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069']) expect(withoutBidi(`a${sign}b`)).toBe('ab');
  for (const sign of ['\u061b', '\u200d', '\u2010', '\u2029', '\u202f', '\u2065', '\u206a'])
    expect(withoutBidi(`a${sign}b`)).toBe(`a${sign}b`);
  for (const letter of ['\u0590', '\u08ff', '\ufb1d', '\ufdff', '\ufe70', '\ufefc']) expect(isolated(letter)).toBe(`\u2068${letter}\u2069`);
  for (const letter of ['\u058f', '\u0900', '\ufb1c', '\ufe00', '\ufe6f', '\ufefd', 'a\u200e'])
    expect(isolated(letter)).toBe(withoutBidi(letter));
});

test('moments in any zone', () => {
  const moment = Date.UTC(2025, 0, 5, 4, 7, 9);
  expect(isoTime(moment)).toBe('2025-01-05T04:07:09Z');
  expect([isoTime(moment + 5), isoTime(Infinity), isoTime(-Infinity), isoTime(NaN)]).toEqual([
    '2025-01-05T04:07:09.005Z',
    undefined,
    undefined,
    undefined,
  ]);
  const zones = ['UTC', 'Asia/Kolkata', 'America/Sao_Paulo', 'Asia/Tokyo', 'America/St_Johns', 'Etc/GMT+12', '+00:30', '-00:30'];
  expect(zones.map((zone) => momentIn(zone)(moment))).toEqual([
    '2025-01-05 04:07 UTC',
    '2025-01-05 09:37 UTC+5:30',
    '2025-01-05 01:07 UTC−3',
    '2025-01-05 13:07 UTC+9',
    '2025-01-05 00:37 UTC−3:30',
    '2025-01-04 16:07 UTC−12',
    '2025-01-05 04:37 UTC+0:30',
    '2025-01-05 03:37 UTC−0:30',
  ]);
});

test('a time is written as the standard does, whatever the day', () => {
  const written = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
  fc.assert(
    fc.property(fc.integer({ min: -8_640_000_000, max: 8_640_000_000 }), fc.constantFrom(0, 1, 999), (thousands, more) => {
      const time = thousands * 1_000_000 + (thousands > 0 ? -more : more);
      expect(isoTime(time)).toBe(written(time));
    }),
  );
  for (const edge of [Date.UTC(1000, 0, 1), Date.UTC(10_000, 0, 1), Date.UTC(1970, 0, 1), Date.UTC(2025, 0, 1)])
    for (const time of [edge - 1_000, edge, edge + 86_399_000]) expect(isoTime(time)).toBe(written(time));
});
