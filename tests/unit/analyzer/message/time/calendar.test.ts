/** Every part of a time against JavaScript's own calendar, and one beyond each end of it. */
import { describe, expect, test } from 'vitest';
import { momentOf, offsetMinutes, twoDigits } from '../../../../../src/analyzer/message/time/calendar.ts';
import { parseIsoTime } from '../../../../../src/analyzer/message/time/iso.ts';
import { parseRfc2822Time } from '../../../../../src/analyzer/message/time/rfc-2822.ts';

/** In the order of the parameters. */
type Parts = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];
const noon: Parts = [2025, 8, 14, 17, 22, 33];
const withPart = (place: number, value: number): Parts => noon.map((part, at) => (at === place ? value : part)) as unknown as Parts;

test('every day from 2008 to 2099 is the day it is', () => {
  const wrong: string[] = [];
  for (let time = Date.UTC(2008, 0, 1); time < Date.UTC(2100, 0, 1); time += 86_400_000) {
    const date = new Date(time);
    if (momentOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), 0, 0, 0, 0) !== time) wrong.push(date.toISOString());
  }
  expect(wrong).toEqual([]);
});

describe('the ends of each part', () => {
  test.for([
    ['year', 0, [2008, 2099], [2007, 2100]],
    ['month', 1, [1, 12], [0, 13, -1]],
    ['day of August', 2, [1, 31], [0, 32]],
    ['hour', 3, [0, 23], [-1, 24]],
    ['minute', 4, [0, 59], [-1, 60]],
    ['second', 5, [0, 59, 60], [-1, 61]],
  ] as const)('%s', ([, place, good, bad]) => {
    for (const value of good) {
      const [year, month, day, hour, minute, second] = withPart(place, value);
      expect(momentOf(year, month, day, hour, minute, second, 0)).toBe(Date.UTC(year, month - 1, day, hour, minute, second));
    }
    for (const value of [...bad, NaN]) expect(momentOf(...withPart(place, value), 0)).toBeNaN();
  });

  test('the last day of every month, in a leap year and in others', () => {
    for (const year of [2023, 2024, 2000 + 96, 2025, 2048]) {
      for (let month = 1; month <= 12; month += 1) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(momentOf(year, month, last, 0, 0, 0, 0)).toBe(Date.UTC(year, month - 1, last));
        expect(momentOf(year, month, last + 1, 0, 0, 0, 0)).toBeNaN();
      }
    }
  });
});

test.for([
  ['Z', 0],
  [' UTC', 0],
  ['gmt', 0],
  [' EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
  ['AKST', -540],
  ['AKDT', -480],
  ['HST', -600],
  ['WET', 0],
  ['WEST', 60],
  ['CET', 60],
  ['CEST', 120],
  ['EET', 120],
  ['EEST', 180],
  ['MSK', 180],
  ['SGT', 480],
  ['HKT', 480],
  ['AWST', 480],
  ['JST', 540],
  ['KST', 540],
  ['AEST', 600],
  ['AEDT', 660],
  ['NZST', 720],
  ['NZDT', 780],
  ['+00', 0],
  ['+01', 60],
  ['-03:00', -180],
  ['+05:30', 330],
  ['+0530', 330],
  ['-0330', -210],
  ['+14:00', 840],
  ['-14:00', -840],
  ['+13:59', 839],
  ['+14:01', NaN],
  ['+15', NaN],
  ['', NaN],
  [' ', NaN],
  ['XYZ', NaN],
  ['*03:00', NaN],
  ['.03:00', NaN],
  [',03:00', NaN],
  ['+x3:00', NaN],
  ['+03:x0', NaN],
  ['+3:00', NaN],
] as const)('the zone "%s" is %d minutes east', ([suffix, minutes]) => {
  expect(offsetMinutes(suffix)).toBe(minutes);
});

test('an offset moves a moment the other way', () => {
  expect(momentOf(...noon, 90) - momentOf(...noon, 0)).toBe(-90 * 60_000);
});

test('two digits are two digits', () => {
  for (let first = 0; first < 128; first += 1) {
    for (const second of ['/', '0', '5', '9', ':']) {
      const text = `x${String.fromCharCode(first)}${second}`;
      expect(twoDigits(text, 1)).toBe(/^\d\d$/.test(text.slice(1)) ? Number(text.slice(1)) : NaN);
      const turned = `${second}${String.fromCharCode(first)}`;
      expect(twoDigits(turned, 0)).toBe(/^\d\d$/.test(turned) ? Number(turned) : NaN);
    }
  }
});

const ISO = '2025-08-14T14:22:33-03:00';
const RFC = 'Thu, 14 Aug 2025 17:22:33 +0000';
const MOMENT = Date.UTC(2025, 7, 14, 17, 22, 33);

describe('as ISO 8601 and as RFC 2822', () => {
  test.for([
    [ISO, MOMENT],
    ['2025-08-14 17:22:33Z', MOMENT],
    ['2025-08-14T17:22:33Z', MOMENT],
    ['2025-08-14T17:22:33.5Z', MOMENT + 500],
    ['2025-08-14T17:22:33.0019Z', MOMENT + 1],
    ['2025-08-14T17:22:33.123456789+00:00', MOMENT + 123],
    ['2025-08-14 17:22:33.250 UTC', MOMENT + 250],
    ['2025-08-14T17:22:33', NaN],
    ['2025-08-14T17:22:33.', NaN],
    ['2025-08-14T17:22Z', NaN],
    ['', NaN],
  ] as const)('%s', ([text, moment]) => {
    expect(parseIsoTime(text)).toBe(moment);
  });

  test('a sign that stands wrong or a digit that is none, anywhere', () => {
    for (let at = 0; at < 19; at += 1) {
      for (const sign of ['x', '/', ';', '5']) {
        if (sign === '5' && /\d/.test(ISO[at] ?? '')) continue;
        expect(parseIsoTime(`${ISO.slice(0, at)}${sign}${ISO.slice(at + 1)}`), `${sign} at ${String(at)}`).toBeNaN();
      }
    }
  });

  test.for([
    [RFC, MOMENT],
    [` ${RFC} `, MOMENT],
    ['14 Aug 2025 17:22:33 +0000', MOMENT],
    ['thu, 14 AUG 2025 14:22:33 -0300', MOMENT],
    ['Thu, 14 Aug 2025 10:22:33 PDT', MOMENT],
    ['1 Aug 2025 00:00:00 GMT', Date.UTC(2025, 7, 1)],
    ['Thu, 14 Aux 2025 17:22:33 +0000', NaN],
    ['Thu, 14 Aug 25 17:22:33 +0000', NaN],
    ['Thu, 14 Aug 2025 17:22:33', NaN],
    ['Thu, 14 Aug 2025 17:22:33 +00:00', NaN],
    ['', NaN],
  ] as const)('%s', ([text, moment]) => {
    expect(parseRfc2822Time(text)).toBe(moment);
  });

  test('every month by its name', () => {
    const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    expect(names.map((name) => parseRfc2822Time(`2 ${name} 2025 00:00:00 Z`))).toEqual(names.map((_, month) => Date.UTC(2025, month, 2)));
  });
});
