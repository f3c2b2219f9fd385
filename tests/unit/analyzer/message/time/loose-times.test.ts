import { describe, expect, test } from 'vitest';
import { dateOrders, LooseTimes, type TimeChoice } from '../../../../../src/analyzer/message/time/loose-times.ts';
import { WallClock } from '../../../../../src/analyzer/message/time/zone-offset.ts';

const read = (cell: string, choice: TimeChoice = {}): string => {
  const time = new LooseTimes(choice).read(cell);
  return Number.isNaN(time) ? 'none' : new Date(time).toISOString();
};

describe('times that leave something out', () => {
  test.for([
    ['8/14/2025 19:22', '2025-08-14T19:22:00.000Z'],
    ['8/14/25 7:22 PM', '2025-08-14T19:22:00.000Z'],
    ['8/14/2025, 12:05:09 a.m.', '2025-08-14T00:05:09.000Z'],
    ['8/14/2025 12:05 PM', '2025-08-14T12:05:00.000Z'],
    ['14/08/2025 19:22', '2025-08-14T19:22:00.000Z'],
    ['14.08.2025 19:22', '2025-08-14T19:22:00.000Z'],
    ['08.09.2025 19:22', '2025-09-08T19:22:00.000Z'],
    ['8/9/2025 1:02', '2025-08-09T01:02:00.000Z'],
    ['2025-08-14 19:22:33.123456', '2025-08-14T19:22:33.000Z'],
    ['2025-08-14T19:22', '2025-08-14T19:22:00.000Z'],
    ['2025/08/14 19:22:33', '2025-08-14T19:22:33.000Z'],
    ['2025-08-14', '2025-08-14T00:00:00.000Z'],
    ['Aug 14, 2025, 7:22 PM', '2025-08-14T19:22:00.000Z'],
    ['Thursday, August 14, 2025 at 7:22 PM', '2025-08-14T19:22:00.000Z'],
    ['14-Aug-25 19:22', '2025-08-14T19:22:00.000Z'],
    ['14 August 2025 19:22:01', '2025-08-14T19:22:01.000Z'],
    ['45883.5', '2025-08-14T12:00:00.000Z'],
    ['8/14/2025 19:22 UTC', '2025-08-14T19:22:00.000Z'],
    ['8/14/2025 19:22:00 -03:00', '2025-08-14T22:22:00.000Z'],
    ['8/14/2025 19:22 GMT+0200', '2025-08-14T17:22:00.000Z'],
  ] as const)('%s', ([cell, iso]) => {
    expect(read(cell)).toBe(iso);
  });

  test.for([
    '',
    'soon',
    '13/13/2025 1:00',
    '8/32/2025 1:00',
    '8/14/2025 25:00',
    '8/14/2025 13:00 PM',
    '8/14/2025 0:30 AM',
    '12345',
    '39447',
    '99999',
    '14-08/2025',
    '30008',
  ])('%j is none', (cell) => {
    expect(read(cell)).toBe('none');
  });

  test('the first and the last day that a spreadsheet can mean', () => {
    expect(read('39448')).toBe('2008-01-01T00:00:00.000Z');
    expect(read('73050')).toBe('2099-12-31T00:00:00.000Z');
    expect(read('73050.5')).toBe('none');
  });

  test('a zone that the reader chooses holds where none is said', () => {
    const choice = { zone: 'America/New_York' };
    expect(read('8/14/2025 19:22', choice)).toBe('2025-08-14T23:22:00.000Z');
    expect(read('45883.5', choice)).toBe('2025-08-14T16:00:00.000Z');
    expect(read('8/14/2025 19:22 UTC', choice)).toBe('2025-08-14T19:22:00.000Z');
  });

  test('the order of a date is remembered as evidence, or as what nobody can tell', () => {
    const times = new LooseTimes({});
    times.read('8/9/2025 1:00');
    expect([times.zoneless, times.ambiguous, times.monthFirst, times.dayFirst, times.other]).toEqual([1, 1, 0, 0, undefined]);
    times.read('8/8/2025 1:00');
    expect(times.ambiguous).toBe(1);
    times.read('13/8/2025 1:00');
    expect([times.dayFirst, times.other]).toEqual([1, 'day-first']);
    times.read('8/13/2025 1:00');
    expect([times.monthFirst, times.other]).toEqual([1, undefined]);
  });

  test('read with the day first, a log shows that the month was', () => {
    const times = new LooseTimes({ order: 'day-first' });
    expect(new Date(times.read('8/9/2025 1:00')).toISOString()).toBe('2025-09-08T01:00:00.000Z');
    times.read('8/13/2025 1:00');
    expect(times.other).toBe('month-first');
  });

  test('every order that can be chosen is a reading of its own', () => {
    expect(dateOrders.map((order) => read('8/9/2025 1:00', { order }))).toEqual(['2025-08-09T01:00:00.000Z', '2025-09-08T01:00:00.000Z']);
  });

  test.for([
    ['12/13/2025', 1, 0, 0],
    ['13/12/2025', 0, 1, 0],
    ['12/11/2025', 0, 0, 1],
    ['11/12/2025', 0, 0, 1],
    ['12/12/2025', 0, 0, 0],
  ] as const)('%s: the month first %d, the day first %d, in doubt %d', ([cell, ...counts]) => {
    const times = new LooseTimes({});
    expect(times.read(cell)).not.toBeNaN();
    expect([times.monthFirst, times.dayFirst, times.ambiguous]).toEqual(counts);
  });

  test('the zone of every time that says none is assumed, also of days that are counted', () => {
    const times = new LooseTimes({});
    for (const cell of ['45883.5', '2025-08-14', 'soon', '8/14/2025 19:22 UTC', '45883,5']) times.read(cell);
    expect(times.zoneless).toBe(3);
  });

  test('a log without a date that is in doubt needs no other reading', () => {
    const times = new LooseTimes({});
    times.read('13/8/2025 1:00');
    expect(times.other).toBeUndefined();
  });
});

describe('spellings that few logs have', () => {
  test.for([
    ['1755192123', '2025-08-14T17:22:03.000Z'],
    ['1755192123000', '2025-08-14T17:22:03.000Z'],
    ['1755192123000000', '2025-08-14T17:22:03.000Z'],
    ['/Date(1755192123000)/', '2025-08-14T17:22:03.000Z'],
    ['/Date(1755192123000+0200)/', '2025-08-14T17:22:03.000Z'],
    ['20250814T172203Z', '2025-08-14T17:22:03.000Z'],
    ['20250814T172203.123+0200', '2025-08-14T15:22:03.000Z'],
    ['2025-08-14T19:22:03+02:00[Europe/Berlin]', '2025-08-14T17:22:03.000Z'],
    ['2025-08-14T17:22:03Z[UTC]', '2025-08-14T17:22:03.000Z'],
    ['Thu Aug 14 17:22:03 2025', '2025-08-14T17:22:03.000Z'],
    ['Thu Aug  7 17:22:03 UTC 2025', '2025-08-07T17:22:03.000Z'],
    ['Thu Aug 14 13:22:03 EDT 2025', '2025-08-14T17:22:03.000Z'],
    ['17:22:03 UTC 2025-08-14', '2025-08-14T17:22:03.000Z'],
    ['10:22 PDT 2025-08-14', '2025-08-14T17:22:00.000Z'],
    ['45883,5', '2025-08-14T12:00:00.000Z'],
    ['2025-08-14 19:22:03 CEST', '2025-08-14T17:22:03.000Z'],
    ['2025-01-14 19:22:03 CET', '2025-01-14T18:22:03.000Z'],
    ['2025-08-15 02:22:03 JST', '2025-08-14T17:22:03.000Z'],
    ['14. August 2025 17:22', '2025-08-14T17:22:00.000Z'],
    ['3. März 2025 17:22', '2025-03-03T17:22:00.000Z'],
    ['14 Okt. 2025 17:22', '2025-10-14T17:22:00.000Z'],
    ['14 de agosto de 2025 17:22', '2025-08-14T17:22:00.000Z'],
    ['14 août 2025 17:22', '2025-08-14T17:22:00.000Z'],
    ['14 juin 2025 17:22', '2025-06-14T17:22:00.000Z'],
    ['14 juillet 2025 17:22', '2025-07-14T17:22:00.000Z'],
    ['1 Jun 2025 17:22', '2025-06-01T17:22:00.000Z'],
  ] as const)('%s', ([cell, iso]) => {
    expect(read(cell)).toBe(iso);
  });

  test.for([
    'ene 1',
    'fev 2',
    'avr 4',
    'abr 4',
    'mai 5',
    'mag 5',
    'giu 6',
    'lug 7',
    'aou 8',
    'ago 8',
    'set 9',
    'out 10',
    'ott 10',
    'dez 12',
    'dic 12',
    'gen 1',
  ])('%s', (both) => {
    const [name = '', month = ''] = both.split(' ');
    expect(read(`14 ${name} 2025 17:22`)).toBe(`2025-${month.padStart(2, '0')}-14T17:22:00.000Z`);
  });

  test.for([
    '2025-08-14 17:22:03 BST',
    '2025-08-14 17:22:03 IST',
    'Thu Xyz 14 17:22:03 2025',
    '14 xyz 2025',
    '/Date(17551)/',
    '20251314T172203Z',
    'é',
  ])('%s is none', (cell) => {
    expect(read(cell)).toBe('none');
  });

  test('a zone that is stated is not assumed', () => {
    const times = new LooseTimes({ zone: 'Asia/Tokyo' });
    expect(times.read('Thu Aug 14 17:22:03 UTC 2025')).toBe(Date.parse('2025-08-14T17:22:03Z'));
    expect(times.read('1755192123')).toBe(1_755_192_123_000);
    expect(times.zoneless).toBe(0);
    expect(times.read('14 août 2025 17:22')).toBe(Date.parse('2025-08-14T08:22:00Z'));
    expect(times.zoneless).toBe(1);
  });
});

describe('a clock on a wall', () => {
  const at = (zone: string, shown: string): string => new Date(new WallClock(zone).momentOf(Date.parse(`${shown}Z`))).toISOString();
  test.for([
    ['UTC', '2025-08-14T10:00', '2025-08-14T10:00:00.000Z'],
    ['Asia/Kolkata', '2025-08-14T10:00', '2025-08-14T04:30:00.000Z'],
    ['America/Sao_Paulo', '2025-08-14T10:00', '2025-08-14T13:00:00.000Z'],
    ['Europe/Berlin', '2025-03-30T01:59', '2025-03-30T00:59:00.000Z'],
    ['Europe/Berlin', '2025-03-30T03:00', '2025-03-30T01:00:00.000Z'],
    // Skipped: as if the clock had not been changed yet.
    ['Europe/Berlin', '2025-03-30T02:30', '2025-03-30T01:30:00.000Z'],
    // Shown twice: the first of the two.
    ['Europe/Berlin', '2025-10-26T02:30', '2025-10-26T00:30:00.000Z'],
    ['Europe/Berlin', '2025-10-26T03:00', '2025-10-26T02:00:00.000Z'],
    ['America/New_York', '2025-11-02T00:59', '2025-11-02T04:59:00.000Z'],
    ['America/New_York', '2025-11-02T01:30', '2025-11-02T05:30:00.000Z'],
    ['America/New_York', '2025-11-02T02:00', '2025-11-02T07:00:00.000Z'],
  ] as const)('%s %s', ([zone, shown, moment]) => {
    expect(at(zone, shown)).toBe(moment);
  });
});
