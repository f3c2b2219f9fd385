import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIsoTime, plainIsoTimeIn } from '../../../../../src/analyzer/message/time/iso.ts';

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

describe('times between two places of a file', () => {
  const from = 3;
  const inBytes = (text: string): number => {
    const bytes = new TextEncoder().encode(`99:${text}00:00`);
    return plainIsoTimeIn(bytes, from, bytes.length - 5);
  };

  test.for([
    '2025-08-14T14:22:00-03:00',
    '2025-08-14 14:22:00+05:30',
    '2025-08-14T14:22:59Z',
    '2025-08-14 00:00:00Z',
    '2024-02-29T23:59:59Z',
    '2025-08-14T14:22:00+14:00',
    '2025-08-14T14:22:00-14:00',
    '2025-12-31T23:59:59-00:30',
  ])('%s is read as the text is', (text) => {
    expect(inBytes(text)).toBe(parseIsoTime(text));
    expect(inBytes(text)).not.toBeNaN();
  });

  test.for([
    '2025-08-14T14:22:00',
    '2025-08-14T14:22:00.250Z',
    '2025-08-14 14:22:00 UTC',
    '2025-08-14T14:22:00+14:01',
    '2025-08-14T14:22:00+0300 ',
    '2025-08-14T14:22:00 03:00',
    '2025-08-14T14:22:00z',
    '2025-02-29T00:00:00Z',
    '2025/08/14T14:22:00Z',
    '2025-08-14_14:22:00Z',
    '2025-08-14T14.22:00Z',
    '2025-08-14T14:22.00Z',
    '2025-0:-14T14:22:00Z',
    '2025-/8-14T14:22:00Z',
    '2025-08-14T14:22:00+:3:00',
    '2025-08-14T14:22:00+03:/0',
    '',
  ])('"%s" is left to whoever reads texts', (text) => {
    expect(inBytes(text)).toBeNaN();
  });

  test('is never another moment than the text, whatever sign is wrong in it', () => {
    const time = fc.record({
      date: fc.date({ min: new Date('2007-12-01'), max: new Date('2100-02-01'), noInvalidDate: true }),
      zone: fc.constantFrom('Z', '+05:30', '-03:00', '+14:00', '-14:30', '+00:00'),
      separator: fc.constantFrom('T', ' '),
      at: fc.integer({ min: 0, max: 24 }),
      sign: fc.constantFrom('0', '1', '5', '9', ':', '/', '-', '+', 'T', ' ', 'Z', 'x'),
    });
    let read = 0;
    fc.assert(
      fc.property(time, ({ date, zone, separator, at, sign }) => {
        const good = `${date.toISOString().slice(0, 19).replace('T', separator)}${zone}`;
        for (const text of [good, `${good.slice(0, at)}${sign}${good.slice(at + 1)}`.slice(0, good.length)]) {
          const moment = inBytes(text);
          if (Number.isNaN(moment)) continue;
          read += 1;
          expect(moment, text).toBe(parseIsoTime(text));
        }
        if (!Number.isNaN(parseIsoTime(good))) expect(inBytes(good), good).toBe(parseIsoTime(good));
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(500);
  });
});
