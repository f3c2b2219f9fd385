/** What the messages of a selection have in common, and that nothing is said where little is known. */
import { expect, test } from 'vitest';
import { commonUnder } from '../../../src/analyzer/ask-common.ts';
import type { Filter } from '../../../src/analyzer/report/filter.ts';
import { consoleLog, MINUTE, NOON, type MessageRow } from '../../fixtures/console-row.ts';
import { times } from '../../fixtures/finding-rows.ts';
import { keptReading } from '../../kept-reading.ts';
import { inWords, source } from '../../log.ts';

const word = (n: number): string => `${'abcdefghij'[n % 10] ?? ''}${'klmnopqrst'[Math.floor(n / 10) % 10] ?? ''}`;
const others = (count: number): readonly MessageRow[] =>
  times(count, (n) => ({
    from: `+1202555010${String(n % 4)}`,
    to: `+1${['202', '212', '303', '312'][n % 4] ?? ''}5550${String(100 + (n % 90))}`,
    body: `${word(n)} text`,
    time: NOON - n * MINUTE,
  }));
const failures = (count: number, body: (n: number) => string): readonly MessageRow[] =>
  others(count).map((row, n) => ({ ...row, status: 'undelivered', code: '30008', body: body(n), time: NOON - n * 7 * MINUTE }));

const failed: Filter = { outcomes: ['undelivered'] };

async function said(rows: readonly MessageRow[], filter: Filter = failed): Promise<string | undefined> {
  const found = await commonUnder(await keptReading(source('log.csv', consoleLog(rows))), filter);
  return found?.says === undefined ? undefined : inWords(found.says);
}

const linked = (n: number): string => `${word(n)} see https://a.example/x`;

test('one sentence with its counts, how much more likely, and what chance allows', async () => {
  expect(
    await said([
      ...others(200),
      ...others(10).map((row, n) => ({ ...row, body: linked(n) })),
      ...failures(20, linked),
      ...failures(6, word),
    ]),
  ).toBe(
    '20 of 26 hold a link to “a.example” (76.9 %), where only 12.7 % of all outbound messages do; such a message is 23 times as likely to be among these as any other, and at least 7 times whatever chance did.',
  );
  expect(await said([...others(200), ...failures(20, linked)])).toBe(
    '20 of 20 hold a link to “a.example” (100.0 %), where only 9.1 % of all outbound messages do; no other message is among these.',
  );
});

test('inbound messages are neither chosen nor compared with', async () => {
  const inbound = others(300).map((row) => ({ ...row, direction: 'inbound', status: 'received', body: 'see https://a.example/x' }));
  expect(await said([...others(200), ...failures(20, linked), ...inbound], {})).toBeUndefined();
  expect(await said([...others(200), ...failures(20, linked), ...inbound])).toContain(
    '20 of 20 hold a link to “a.example” (100.0 %), where only 9.1 %',
  );
});

test('nothing of nine, of what is usual, of what the filter says itself, of an empty selection', async () => {
  const rows = [...others(200), ...failures(20, linked)];
  expect(await said([...others(200), ...failures(9, linked)])).toBeUndefined();
  expect(await said([...others(200).map((row, n) => ({ ...row, body: linked(n) })), ...failures(20, linked)])).toBeUndefined();
  expect(await said(rows, { ...failed, linkHost: 'a.example' })).toBeUndefined();
  expect(await said(rows, { all: [failed, { linkHost: 'a.example' }] })).toBeUndefined();
  expect(await said(rows, { statuses: ['sent'] })).toBeUndefined();
});

test('a filter by sender, country or text leaves out what goes with it', async () => {
  const rows = [
    ...others(200),
    ...times(20, (n) => ({
      from: '+12025550199',
      to: `+336123456${String(10 + n)}`,
      body: `${word(n)} bonjour`,
      time: NOON - n * 7 * MINUTE,
    })),
  ];
  const reading = await keptReading(source('log.csv', consoleLog(rows)));
  const of = async (filter: Filter) => inWords((await commonUnder(reading, filter))?.says ?? []);
  expect(await of({ senders: ['+12025550199'] })).toContain('went to numbers that begin with +336123');
  expect(await of({ countries: ['FR'] })).toContain('came from +12025550199');
  expect(await of({ countries: ['FR'], senders: ['+12025550199'] })).toBe('');
  expect(await of({ prefix: '336', services: [''], senders: ['+12025550199'] })).toBe('');
});

test('nobody waits any more', async () => {
  const reading = await keptReading(source('log.csv', consoleLog(others(20))));
  expect(await commonUnder(reading, {}, () => Promise.resolve(true))).toBeUndefined();
});
