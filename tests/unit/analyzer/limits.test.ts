/** Where one thing ends and the next begins: a minute, a message, a share more or less decides, and the report must say so. */
import { describe, expect, test } from 'vitest';
import { HEADER } from '../../bench/generate.ts';
import { consoleLog, consoleRow, DAY, frenchNumber, MINUTE, NOON, usNumber, type MessageRow } from '../../fixtures/console-row.ts';
import { noticeIds, report, source, inWords } from '../../log.ts';

const on = (rows: readonly MessageRow[]) => report([source('log.csv', consoleLog(rows))]);
const many = (count: number, row: (n: number) => MessageRow): readonly MessageRow[] => Array.from({ length: count }, (_, n) => row(n));
const healthy = (count: number): readonly MessageRow[] => many(count, (n) => ({ to: usNumber(n + 100), time: NOON - n * MINUTE }));

describe('times', () => {
  test.for([
    ['2025-08-14T14:22:00+13:00', '2025-08-14T01:22:00Z'],
    ['2025-08-14T14:22:00+14:00', '2025-08-14T00:22:00Z'],
    ['2025-08-14T14:22:00-12:00', '2025-08-15T02:22:00Z'],
  ])('%s, as far from UTC as people live, is %s', async ([time = '', clock]) => {
    const row = consoleRow(1, {}).replace(/\d{4}-\d{2}-\d{2}T[^,]*/, time);
    expect((await report([source('log.csv', `${HEADER}\n${row}`)])).clock).toBe(clock);
  });

  test('a few in a hundred are too many to be broken, though they lie years ahead', async () => {
    const ahead = NOON + 800 * DAY;
    const result = await on([...healthy(96), ...many(4, (n) => ({ to: usNumber(n), time: ahead + n * MINUTE }))]);
    expect(result.notices).toEqual([]);
    expect(result.clock).toBe(new Date(ahead + 3 * MINUTE).toISOString().replace('.000', ''));
  });

  test('a log of many weeks keeps every hour', async () => {
    const result = await on(many(1_100, (n) => ({ to: usNumber(n), time: NOON - n * 60 * MINUTE })));
    expect(result.byHour).toHaveLength(1_100);
    expect(result.notices).toEqual([]);
  });
});

test('rows without a SID are messages of their own, in a log whose others have one', async () => {
  const rows = [consoleRow(1, {}), consoleRow(2, { sid: '' }), consoleRow(3, { sid: '', to: '+13035550102' }), consoleRow(4, { sid: '' })];
  const result = await report([source('log.csv', [HEADER, ...rows].join('\n'))]);
  expect(result.totals.messages).toBe(4);
  expect(result.sources[0]).toMatchObject({ records: 4, messages: 4, duplicates: 0 });
  expect(noticeIds(result)).toEqual([]);
});

describe('receipts are waited for an hour', () => {
  /** 30 messages to one country without a receipt, all of one age, and others that have theirs. */
  const without = async (minutes: number) =>
    (
      await on([...healthy(100), ...many(30, (n) => ({ to: frenchNumber(n), status: 'sent', time: NOON - minutes * MINUTE }))])
    ).findings.filter(({ id }) => id === 'no-receipt-country');

  test('a message just as old is still young', async () => {
    expect(await without(60)).toEqual([]);
  });

  test('a minute more and it is missed', async () => {
    expect(await without(61)).toMatchObject([{ id: 'no-receipt-country', affected: 30 }]);
  });
});

describe('a filtered text is compared with others of its sender', () => {
  const filtered = many(20, (n) => ({
    to: usNumber(n),
    body: 'Win big now',
    status: 'undelivered',
    code: '30007',
    time: NOON - n * MINUTE,
  }));
  const others = (count: number): readonly MessageRow[] => many(count, (n) => ({ to: usNumber(n), body: 'Your parcel is here.' }));

  const about = async (rows: readonly MessageRow[]) => (await on(rows)).findings.filter(({ id }) => id === 'template-filtered');

  test('two others are too few', async () => {
    expect(await about([...filtered, ...others(2)])).toEqual([]);
  });

  test('three are enough', async () => {
    expect(await about([...filtered, ...others(3)])).toMatchObject([{ id: 'template-filtered', affected: 20 }]);
  });
});

test('a person blocked twice was blocked more than once', async () => {
  const twice = many(10, (n) => ({ to: usNumber(n % 5), status: 'failed', code: '21610', time: NOON - n * MINUTE }));
  const [finding] = (await on([...healthy(500), ...twice])).findings;
  expect(finding).toMatchObject({ id: 'opted-out-retry', severity: 'medium' });
  expect(inWords(finding?.sentence ?? [])).toContain('5 of 5 people more than once');
});

test('a sender whose last accepted message is as old as its first refusal was refused among accepted ones', async () => {
  const refused = many(3, (n) => ({ to: usNumber(n), status: 'undelivered', code: '30034', time: NOON + n * MINUTE }));
  const [after] = (await on([...refused, { to: usNumber(50), time: NOON - MINUTE }])).findings;
  expect(after).toMatchObject({ id: 'unregistered-us-sender', severity: 'critical' });
  const [among] = (await on([...refused, { to: usNumber(50), time: NOON }])).findings;
  expect(among).toMatchObject({ id: 'unregistered-us-sender', severity: 'high', confidence: 'medium' });
});
