/** Messages that wait for each other: H17 of the rules, where the log has both times. */
import { describe, expect, test } from 'vitest';
import { MINUTE, NOON } from '../../../fixtures/console-row.ts';
import { times } from '../../../fixtures/finding-rows.ts';
import { blast, calm, restLog, type TimedRow } from '../../../fixtures/rest-log.ts';
import { inWords, report, source } from '../../../log.ts';

const OTHER = '+12025550111';
const SERVICE = `MG${'1'.repeat(32)}`;

const findingsOn = async (rows: readonly TimedRow[]) =>
  (await report([source('log.json', restLog(rows))])).findings.filter(({ id }) => id === 'queue-overflow');

test('a sender that was handed more than it sends is found before anything is dropped', async () => {
  const [found, ...more] = await findingsOn([...calm(OTHER), ...blast(400, 15)]);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ severity: 'medium', confidence: 'medium', recoverable: 0, codes: [], subject: { case: 'late' } });
  expect(inWords(found?.sentence ?? [])).toBe(
    'Messages of +12025550100 went out late: 338 of 400 in the same hours (84.5 %) had waited in the queue for 5 minutes or longer, half of these for 40 minutes or longer, the first on 2025-08-14 17:05 UTC.',
  );
  // All but those of the first five minutes (the 20th is sent after 300 seconds), and those that failed: they are no matter of the wait.
  expect(found).toMatchObject({ affected: 400 - 20 - 42, explains: 0 });
  expect(found?.since).toBe('2025-08-14T17:05:00Z');
  expect(found?.action).toEqual({ kind: 'slow-down', list: null });
});

test.for([
  ['half an hour', 121, 1],
  ['a quarter of an hour', 45, 0],
] as const)('what waits for %s is told or not', async ([, count, findings]) => {
  expect(await findingsOn([...calm(OTHER), ...blast(count, 15)])).toHaveLength(findings);
});

describe('what was planned for later is no queue', () => {
  test.for<readonly [string, readonly TimedRow[]]>([
    ['an hour after each order', times(288, (n) => ({ created: NOON + n * 5 * MINUTE, queue: 3_600, service: SERVICE }))],
    ['ten minutes after each order', times(288, (n) => ({ created: NOON + n * 5 * MINUTE, queue: 600, service: SERVICE }))],
    ['a campaign for six in the evening', times(600, (n) => ({ created: NOON, queue: 6 * 3_600 + n * 4 }))],
    ['the same beside others of the sender', [...calm(), ...times(600, (n) => ({ created: NOON, queue: 3 * 3_600 + n * 4 }))]],
    ['reminders hours before', times(400, (n) => ({ created: NOON + n * 3 * MINUTE, queue: 1_200 + ((n * 7_919) % 30_000) }))],
    ['reminders beside codes', [...calm(), ...times(864, (n) => ({ created: NOON + n * 100_000, queue: 3_600 + ((n * 7_919) % 9_000) }))]],
  ])('%s', async ([, rows]) => {
    expect(await findingsOn(rows)).toEqual([]);
  });
});

test('ordinary waits are silent, and so are a few long ones', async () => {
  expect(await findingsOn(calm())).toEqual([]);
  expect(await findingsOn([...calm(), ...times(9, (n) => ({ created: NOON, queue: 400 + n * 200 }))])).toEqual([]);
  // Waits of a little less than five minutes, however many.
  expect(await findingsOn([...calm(OTHER), ...times(900, (n) => ({ created: NOON + n * 4_000, queue: 299 }))])).toEqual([]);
});

test('where the queue ran over as well, that is told and not twice', async () => {
  const dropped = times(30, (n): TimedRow => ({ created: NOON + n * MINUTE, queue: 0, status: 'failed', code: '30001' }));
  const both = await findingsOn([...calm(OTHER), ...blast(400, 15), ...dropped]);
  expect(both.map(({ subject, severity }) => [subject, severity])).toEqual([[{ sender: '+12025550100' }, 'high']]);
  const apart = await findingsOn([...calm('+12025550113'), ...blast(400, 15), ...dropped.map((row) => ({ ...row, from: OTHER }))]);
  expect(apart.map(({ subject }) => subject)).toEqual([{ sender: OTHER }, { sender: '+12025550100', case: 'late' }]);
  const ofAll = await findingsOn([
    ...calm(OTHER),
    ...blast(400, 15),
    ...dropped.map((row, n) => ({ ...row, from: `+120255501${String(20 + n)}` })),
  ]);
  expect(ofAll.map(({ subject }) => subject)).toEqual([{}]);
});

test('all senders together wait where none of them sends enough', async () => {
  const pool = blast(400, 15).map((row, n) => ({ ...row, from: `+120255502${String(n % 60).padStart(2, '0')}` }));
  const [found] = await findingsOn([...calm(OTHER), ...pool]);
  expect(found?.affected).toBe(338);
});
