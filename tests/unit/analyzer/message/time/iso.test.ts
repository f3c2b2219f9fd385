import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIsoTime } from '../../../../../src/analyzer/message/time/iso.ts';

test.for([
  ['2025-08-14T14:22:00-03:00', '2025-08-14T17:22:00.000Z'],
  ['2025-08-14T14:22:00+05:30', '2025-08-14T08:52:00.000Z'],
  ['2025-08-14T14:22:00Z', '2025-08-14T14:22:00.000Z'],
  ['2025-08-14T14:22:00.250Z', '2025-08-14T14:22:00.250Z'],
  ['2025-08-14 14:22:00.768000 UTC', '2025-08-14T14:22:00.768Z'],
  ['2025-08-14 14:22:00+00:00', '2025-08-14T14:22:00.000Z'],
  ['2013-12-31 21:13:06 PST', '2014-01-01T05:13:06.000Z'],
  ['2013-07-01 10:00:00 PDT', '2013-07-01T17:00:00.000Z'],
  ['2013-07-01 10:00:00 EST', '2013-07-01T15:00:00.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
])('%s is %s', ([text, iso]) => {
  expect(new Date(parseIsoTime(text ?? '')).toISOString()).toBe(iso);
});

test.for([
  '',
  '8/14/2025 14:22',
  '14.08.2025 14:22',
  '2025-08-14T14:22:00',
  '2025-13-14T14:22:00Z',
  '2025-08-32T14:22:00Z',
  '2025-08-14T24:22:00Z',
  '2025-08-14 14:22:00 XYZ',
  'not a time at all, really',
  '2007-12-31T23:59:59Z',
  '9999-01-01T00:00:00Z',
  '2025-08-14T14:22:00+99:00',
  '2025-08-14T14:22:00-14:01',
])('a time without a zone, or none at all, is not guessed at: "%s"', (text) => {
  expect(parseIsoTime(text)).toBeNaN();
});

test('every moment from 2008 to the end of the century reads back as itself', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2008-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      expect(parseIsoTime(date.toISOString())).toBe(date.valueOf());
    }),
  );
});
