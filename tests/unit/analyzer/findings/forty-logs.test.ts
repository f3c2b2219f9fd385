/** What logs of forty invented firms showed: an attack in waves, silence that is one country's, a few who opted out, and what always fails. */
import { expect, test } from 'vitest';
import { Random } from '../../../bench/random.ts';
import { consoleLog, DAY, MINUTE, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, failed, times } from '../../../fixtures/finding-rows.ts';
import { report, source } from '../../../log.ts';

const one = async (id: string, ...rows: readonly (readonly MessageRow[])[]) =>
  (await report([source('log.csv', consoleLog(rows.flat()))])).findings.find((finding) => finding.id === id);

/** Days of messages that arrived, by day only. */
const arrived = (count: number, given: MessageRow = {}): readonly MessageRow[] =>
  times(count, (n) => ({
    to: usNumber(n % 2_000),
    time: NOON - (n % 5) * DAY - ((n * 7) % 480) * MINUTE,
    body: `Table ${String(n)}.`,
    ...given,
  }));

/** One a block of neighbours, twenty minutes after the one before. */
const waves = (status: string, from = NOON + 300 * MINUTE): readonly MessageRow[] =>
  [998901110000, 998903330000, 998905550000].flatMap((block, wave) =>
    times(40, (n) => ({ to: `+${String(block + n * 2)}`, time: from + wave * 20 * MINUTE + n * 20_000, status })),
  );

test('numbers that are written to for the first time in several waves are one attack', async () => {
  expect(await one('pumping', arrived(400), waves('delivered'))).toMatchObject({ affected: 120, subject: { country: 'UZ' } });
});

test('an attack on a country that is always written to in waves is none', async () => {
  const daily = times(4, (day) => waves('delivered', NOON - (day + 1) * 2 * DAY)).flat();
  expect(await one('pumping', arrived(400), daily, waves('delivered', NOON))).toBeUndefined();
});

test('receipts of one country in hours of which it has all messages are no outage of all', async () => {
  const reached = times(3, (n) => ({ to: `+9989077700${String(10 + n)}`, time: NOON - DAY }));
  const silent = waves('sent');
  const later = times(5, (n) => ({ to: usNumber(n), time: NOON + DAY + n * MINUTE }));
  expect(await one('receipt-outage', arrived(400), reached, silent, later)).toBeUndefined();
  // Others meanwhile without receipts: it is all of them.
  const others = times(8, (n) => ({ to: usNumber(n), time: NOON + (305 + n * 6) * MINUTE, status: 'sent' }));
  expect(await one('receipt-outage', arrived(400), reached, silent, others, later)).toMatchObject({ severity: 'medium' });
});

test('people who opted out and are tried again are more than a note from one message in two hundred on', async () => {
  const tries = times(10, (n) => failed({ to: usNumber(n % 5), code: '21610', time: ago(n * 300), body: 'Sale' }));
  expect((await one('opted-out-retry', arrived(1_990), tries))?.severity).toBe('medium');
  expect((await one('opted-out-retry', arrived(1_991), tries))?.severity).toBe('low');
});

test('what fails all along at more than the least share is grave, as what fails in some hours', async () => {
  const from = 'whatsapp:+12025550100';
  const refused = (share: number) => {
    const random = new Random(8);
    return times(2_000, (n): MessageRow => ({
      from,
      to: `whatsapp:${usNumber(n)}`,
      time: ago(n * 11),
      ...(random.next() < share ? { status: 'failed', code: '63016' } : {}),
    }));
  };
  expect(await one('outside-messaging-window', refused(0.048))).toMatchObject({ severity: 'high', rows: { codes: ['63016'] } });
  expect(await one('outside-messaging-window', refused(0.028))).toMatchObject({ severity: 'low' });
});
