import { expect, test } from 'vitest';
import { parseAnyTime } from '../../../../../src/analyzer/message/time/any-time.ts';

const NOON = Date.UTC(2025, 7, 14, 17, 22, 3);

test.for([
  ['2025-08-14T17:22:03Z', 0],
  ['2025-08-14T14:22:03-03:00', 0],
  ['2025-08-14 17:22:03 +0000', 0],
  ['2025-08-14 22:52:03 +0530', 0],
  ['2025-08-14 17:22:03.250 UTC', 250],
  ['Thu, 14 Aug 2025 17:22:03 +0000', 0],
  ['14 Aug 2025 17:22:03 GMT', 0],
  ['1755192123', 0],
  ['1755192123.25', 250],
  ['1755192123000', 0],
  ['1755192123250000', 250],
  ['1755192123250000000', 250],
  ['Thu Aug 14 2025 11:22:03 GMT-0600 (Mountain Daylight Time)', 0],
  ['Aug 14 2025 11:22:03 GMT-0600', 0],
  ['  Aug 14 2025 17:22:03 UTC ', 0],
] as const)('%j is the moment', ([text, more]) => {
  expect(parseAnyTime(text)).toBe(NOON + more);
});

test.for([
  '',
  'yesterday',
  '2025-08-14T17:22:03',
  '2025-08-14T17:22:03+15:00',
  'Aug 14 2025 17:22:03',
  'Foo 14 2025 17:22:03 GMT',
  'Aug 32 2025 17:22:03 GMT',
  '175519212',
  '17551921230',
  '1199145599',
  '4102444800',
  '-1755192123',
])('%j is none', (text) => {
  expect(parseAnyTime(text)).toBeNaN();
});

test('a count of seconds is a time from 2008 to 2099', () => {
  expect(parseAnyTime('1199145600')).toBe(Date.UTC(2008, 0, 1));
  expect(parseAnyTime('4102444799')).toBe(Date.UTC(2099, 11, 31, 23, 59, 59));
});
