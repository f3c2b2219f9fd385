/** Little is known of few messages: what they say is low, in a tiny log nothing is alarming, and very few of very many are a note. */
import { expect, test } from 'vitest';
import { consoleLog, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, times } from '../../../fixtures/finding-rows.ts';
import { inWords, report, source } from '../../../log.ts';

const findings = async (rows: readonly MessageRow[]) => (await report([source('log.csv', consoleLog(rows))])).findings;

const OTHER = '+12025550142';
const arrived = (count: number, from = OTHER): readonly MessageRow[] =>
  times(count, (n) => ({ to: usNumber(200 + (n % 700)), from, time: ago(n % 60), body: `Table ${String(n)} is booked.` }));
const ended = (count: number, code: string): readonly MessageRow[] =>
  times(count, (n) => ({ to: usNumber(n), status: 'undelivered', code, time: ago(n), body: `${'abcdefgh'[n] ?? ''} offer ends today` }));

test.for([
  ['sender-blocked', '30003'],
  ['sender-filtered', '30007'],
] as const)('%s: four failures are low, five are high', async ([id, code]) => {
  const of = async (count: number) =>
    (await findings([...arrived(60), ...ended(count, code), ...arrived(2, '+12025550100')])).find((finding) => finding.id === id);
  const [few, enough] = [await of(4), await of(5)];
  expect(few).toMatchObject({ severity: 'low', confidence: 'low', affected: 4 });
  expect(inWords(few?.because ?? [])).toMatch(/^So few messages prove little/);
  expect(enough).toMatchObject({ severity: 'high', confidence: 'medium', affected: 5 });
  expect(inWords(enough?.because ?? [])).toMatch(/^Other senders/);
});

test('ten messages of which three were unreachable raise no alarm', async () => {
  const severities = (await findings([...arrived(7, '+12025550100'), ...ended(3, '30003')])).map(({ severity }) => severity);
  expect(severities.length).toBeGreaterThan(0);
  expect(severities.filter((severity) => severity !== 'low' && severity !== 'info')).toEqual([]);
});

test('what is low and touches less than a thousandth of the messages is a note', async () => {
  const malformed = ended(4, '21211').map((row) => ({ ...row, status: 'failed' }));
  const severity = async (count: number) =>
    (await findings([...arrived(count), ...malformed])).find(({ id }) => id === 'malformed-number')?.severity;
  expect(await severity(3_996)).toBe('low');
  expect(await severity(3_997)).toBe('info');
});

test('a program that tries again and again is grave where it makes most of the refusals, or twenty attempts, and low on one number a few times', async () => {
  const tries = (count: number) => times(count, (n) => ({ to: usNumber(0), status: 'failed', code: '21211', time: ago(n) }));
  const once = (count: number) => times(count, (n) => ({ to: usNumber(20 + n), status: 'failed', code: '21211', time: ago(n) }));
  const severity = async (attempts: number, others: number) =>
    (await findings([...arrived(60), ...tries(attempts), ...once(others)])).find(({ id }) => id === 'retry-loop')?.severity;
  expect([await severity(9, 0), await severity(10, 9), await severity(10, 10), await severity(19, 20), await severity(20, 20)]).toEqual([
    // One number, and fewer than ten attempts.
    'low',
    'high',
    // Its refusals belong to the finding about malformed numbers then.
    'low',
    'low',
    'high',
  ]);
});

test('a short code that a few phones refuse is low', async () => {
  const people = (count: number) => times(count, (n) => usNumber(200 + n));
  const severity = async (count: number) =>
    (
      await findings([
        ...arrived(60),
        ...people(count).map((to, n) => ({
          to,
          from: '55501',
          status: 'undelivered',
          code: '30006',
          time: ago(n),
          body: `Ticket ${String(n)}`,
        })),
      ])
    ).find(({ id, subject }) => id === 'landline' && subject['case'] === 'short-code')?.severity;
  expect([await severity(9), await severity(10)]).toEqual(['low', 'medium']);
});
