/** What hides a cause in logs that hold more than one thing: a pool of senders, a country that is always bad, refusals before the way. */
import { describe, expect, test } from 'vitest';
import { consoleLog, DAY, frenchNumber, MINUTE, NOON, ukNumber, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, failed, refused, times } from '../../../fixtures/finding-rows.ts';
import { report, source } from '../../../log.ts';

const findings = async (rows: readonly MessageRow[]) => (await report([source('log.csv', consoleLog(rows))])).findings;
const one = async (id: string, rows: readonly MessageRow[]) => (await findings(rows)).find((finding) => finding.id === id);

/** Messages that arrived, one every some minutes. */
const arrived = (count: number, every: number, row: (n: number) => MessageRow = () => ({})): readonly MessageRow[] =>
  times(count, (n) => ({ to: usNumber(500 + n), time: ago(n * every), body: `Your table ${String(n)} is booked.`, ...row(n) }));

describe('advertising at night from a pool of senders', () => {
  const evening = (each: number, senders: number) =>
    times(each * senders, (n) => ({
      to: usNumber(n),
      from: `+120255501${String(10 + (n % senders))}`,
      time: NOON - DAY + 9 * 60 * MINUTE + n * MINUTE,
      body: n % 2 === 0 ? 'Sale! 30% off everything.' : 'SALE!  30% off everything.',
    }));
  test('is one text, whoever sends it', async () => {
    expect(await one('quiet-hours', [...arrived(50, 20), ...evening(5, 4)])).toMatchObject({ affected: 20, subject: { case: 'night' } });
  });
  test('twenty messages of texts that are few each are none', async () => {
    const own = evening(5, 4).map((row, n) => ({
      ...row,
      body: `${['Sale', 'Deal', 'Coupon'][n % 3] ?? ''} for you ${'x'.repeat(n % 3)}`,
    }));
    expect(await one('quiet-hours', [...arrived(50, 20), ...own])).toBeUndefined();
  });
});

describe('a carrier in trouble for two hours', () => {
  const trouble = (to: (n: number) => string, from: number, code = '30410') =>
    times(20, (n) => ({ to: to(n), time: ago(from + n * 5), status: 'undelivered', code, body: `Ticket ${String(n)}` }));
  /** One message in so many to Britain fails, all the time. */
  const badAlways = (oneIn: number) =>
    times(280, (n) => ({
      to: ukNumber(100 + n),
      time: ago(n * 20),
      body: `Order ${String(n)}`,
      ...(n % oneIn === 0 ? { status: 'undelivered', code: '30008' } : {}),
    }));
  const alwaysBad = badAlways(7);
  const french = arrived(60, 90, (n) => ({ to: frenchNumber(100 + n) }));

  test('is found beside a country that is always bad', async () => {
    const found = await one('carrier-incident', [...alwaysBad, ...french, ...arrived(200, 25), ...trouble(frenchNumber, 2_000)]);
    expect(found).toMatchObject({ affected: 20, subject: { country: 'FR' } });
  });
  test('is found in a country that is always bad itself, where most of its failures are at other times', async () => {
    const found = await one('carrier-incident', [...badAlways(11), ...french, ...arrived(200, 25), ...trouble(ukNumber, 2_000)]);
    expect(found).toMatchObject({ affected: 21, subject: { country: 'GB' } });
  });
  test('a country that is always bad is none', async () => {
    expect(await one('carrier-incident', [...alwaysBad, ...french, ...arrived(200, 25)])).toBeUndefined();
  });
});

describe('a code that says the cause', () => {
  /** One message in forty all the time, and some of those of three hours. */
  const log = (inHours: (n: number) => boolean): readonly MessageRow[] =>
    times(600, (n) => ({
      to: `whatsapp:${usNumber(n)}`,
      // None of these senders has enough of them to be looked at alone.
      from: `whatsapp:+120255501${String(10 + (n % 11))}`,
      time: ago(n * 7),
      body: `Free text ${String(n)}`,
      ...(n % 40 === 0 || (n > 300 && n < 330 && inHours(n)) ? { status: 'failed', code: '63016' } : {}),
    }));
  test('is told with all its messages where no hours hold half of them, and with those of the hours where they do', async () => {
    const found = (rows: readonly MessageRow[]) => one('outside-messaging-window', rows);
    const some = log((n) => n % 3 === 0);
    const all = some.filter(({ code }) => code === '63016').length;
    expect(await found(some)).toMatchObject({ affected: all, severity: 'high' });
    const most = (await found(log((n) => n % 3 !== 0)))?.affected ?? 0;
    expect([most >= 19, most <= 23]).toEqual([true, true]);
  });
});

test('messages refused before the way say nothing about receipts, those that came back undelivered do', async () => {
  const silent = times(25, (n) => ({ to: frenchNumber(n), status: 'sent', time: ago(70 + n) }));
  const bad = (row: MessageRow) => times(10, (n) => ({ to: frenchNumber(50 + n), time: ago(75 + n), ...row }));
  const id = 'no-receipt-country';
  expect(await one(id, [...arrived(60, 10), ...silent, ...bad({ status: 'failed', code: '21408' })])).toMatchObject({ affected: 25 });
  expect(await one(id, [...arrived(60, 10), ...silent, ...bad({ status: 'undelivered', code: '30005' })])).toBeUndefined();
});

test('what leaves a tenth of its messages, or less, to itself is low; what leaves more keeps its place', async () => {
  const loops = times(10, (person) => times(9, (n) => failed({ to: usNumber(person), code: '21211', time: ago(n * 3 + person) }))).flat();
  const once = (count: number) => times(count, (n) => failed({ to: usNumber(50 + n), code: '21211', time: ago(n * 5) }));
  const severity = async (count: number) => (await one('malformed-number', [...arrived(100, 10), ...loops, ...once(count)]))?.severity;
  expect([await severity(10), await severity(11)]).toEqual(['low', 'medium']);
});

test('the first morning of a log makes no country new, the second day does', async () => {
  /** A message every half hour by night, one a minute by day, three days on; from the beginning. */
  const start = NOON - 3 * DAY;
  const usual = times(3 * 24, (hour) =>
    times(hour % 24 < 12 ? 1 : 30, (n) => ({
      to: usNumber((hour * 30 + n) % 900),
      time: start + hour * 60 * MINUTE + n * 2 * MINUTE,
      body: `Order ${String(hour)} ${String(n)}`,
    })),
  ).flat();
  const burst = (hour: number) =>
    times(12, (n) => ({
      to: frenchNumber(n),
      time: start + hour * 60 * MINUTE + n * MINUTE,
      body: `Your code is ${String(100_000 + n)}.`,
    }));
  expect(await one('pumping', [...usual, ...burst(12)])).toBeUndefined();
  expect(await one('pumping', [...usual, ...burst(36)])).toMatchObject({ affected: 12 });
});

test('a link is one without its "http", and one text with paths of their own is one text', async () => {
  const filtered = (body: (n: number) => string) => times(6, (n) => refused(n, { code: '30007', body: body(n) }));
  const found = await one('link-filtered', [...arrived(60, 20), ...filtered((n) => `Your photos: bit.ly/${'abcdef'[n] ?? ''}x`)]);
  expect(found).toMatchObject({ subject: { link: 'bit.ly' }, affected: 6, severity: 'medium' });
  expect(await one('link-filtered', [...arrived(60, 20), ...filtered((n) => `We close today.No ${String(n)} calls.`)])).toBeUndefined();
});
