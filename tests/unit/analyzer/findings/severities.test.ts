/** What some findings say of themselves beside their figures: how grave they are, and whom they are about. */
import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/analyzer/report/report.ts';
import { consoleLog, DAY, frenchNumber, NOON, ukNumber, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, times } from '../../../fixtures/finding-rows.ts';
import { report, source } from '../../../log.ts';

const ofId = async (id: string, ...rows: readonly (readonly MessageRow[])[]): Promise<readonly Finding[]> =>
  (await report([source('log.csv', consoleLog(rows.flat()))])).findings.filter((finding) => finding.id === id);
const calm = (count: number): readonly MessageRow[] =>
  times(count, (n) => ({ to: usNumber(n), body: `Your Acme code is ${String(100_000 + n)}.`, time: ago(n * 7) }));
/** Of the numbers kept for fiction, ten thousand of a block. */
const french = (n: number): string => `+3363998${String(1_000 + n)}`;

test('characters that make texts wide are of middling weight from three in a hundred segments on', async () => {
  const body = 'Hi, it’s time for your yearly check at Acme. Call us or answer YES and we will find a day.';
  const wide = times(3, (n) => ({ to: usNumber(n), body, segments: '2', time: ago(n * 9) }));
  const severity = async (others: number) => (await ofId('unicode-segment-waste', wide, calm(others)))[0]?.severity;
  expect([await severity(94), await severity(95)]).toEqual(['medium', 'low']);
});

test('a country that no sender reaches is named, several are counted', async () => {
  const refused = (to: (n: number) => string) =>
    times(5, (n): MessageRow => ({ from: '', to: to(n), status: 'failed', code: '21612', time: ago(n * 9) }));
  const subjects = async (...rows: readonly (readonly MessageRow[])[]) =>
    (await ofId('no-sender-for-country', calm(30), ...rows)).map(({ subject }) => subject);
  expect(await subjects(refused(frenchNumber))).toEqual([{ country: 'FR' }]);
  expect(await subjects(refused(frenchNumber), refused(ukNumber))).toEqual([{ countries: '2' }]);
});

test('networks of two countries in trouble on different days are two findings, each of its country', async () => {
  const sender = (n: number) => `+1202555014${String(n % 2)}`;
  const place = (number: (n: number) => string, from: number): readonly MessageRow[] => [
    ...times(200, (n) => ({
      to: number(n),
      from: sender(n),
      time: NOON - ((n * 37) % 5_760) * 60_000,
      body: `Table ${String(n)} is booked.`,
    })),
    ...times(30, (n): MessageRow => ({
      to: number(300 + n),
      from: sender(n),
      time: from + n * 60_000,
      status: 'undelivered',
      code: '30003',
      body: 'We come today.',
    })),
  ];
  const found = await ofId('carrier-incident', place(french, NOON - 2 * DAY), place(ukNumber, NOON - DAY));
  expect(found.map(({ subject }) => subject).sort((a, b) => String(a['country']).localeCompare(String(b['country'])))).toEqual([
    { country: 'FR' },
    { country: 'GB' },
  ]);
});

// 30008 says nothing of the cause, 30003 speaks of the phone.
test.for(['30008', '30003'])(
  'a network in trouble with %s is told by its country also beside a country that is always bad',
  async (code) => {
    const sender = (n: number) => `+1202555014${String(n % 2)}`;
    const messages = (count: number, row: (n: number) => MessageRow): readonly MessageRow[] =>
      times(count, (n) => ({ from: sender(n), body: `Table ${String(n)} is booked.`, ...row(n) }));
    const bad = { status: 'undelivered', code: '30008' };
    const found = await ofId(
      'carrier-incident',
      messages(200, (n) => ({ to: french(n), time: NOON - ((n * 37) % 5_760) * 60_000 })),
      messages(30, (n) => ({ to: french(300 + n), time: NOON - DAY + n * 60_000, ...bad, code })),
      messages(600, (n) => ({
        to: ukNumber(n),
        time: NOON - ((n * 37) % 5_760) * 60_000,
        ...(n % 6 === 0 ? bad : {}),
      })),
    );
    expect(found.map(({ subject, affected }) => [subject, affected])).toEqual([[{ country: 'FR' }, 30]]);
  },
);
