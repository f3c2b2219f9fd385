import { expect, test } from 'vitest';
import { Trail } from '../../../../../src/analyzer/findings/shared/trail.ts';
import { troubles } from '../../../../../src/analyzer/index/tables/troubles.ts';
import { consoleRow, frenchNumber, MINUTE, NOON, sidOf, usNumber, type MessageRow } from '../../../../fixtures/console-row.ts';
import { reportOn } from '../../../../log.ts';
import { indexOf } from '../../laws/counting.ts';

const failed = (n: number, more: MessageRow = {}): MessageRow => ({
  to: usNumber(n),
  status: 'undelivered',
  code: '30007',
  time: NOON - n * MINUTE,
  ...more,
});
const rowsOf = (rows: readonly MessageRow[]): readonly string[] => rows.map((row, n) => consoleRow(n, row));

function trailOf(rows: readonly MessageRow[], isWhole = true) {
  const trail = new Trail();
  for (const message of indexOf(rowsOf(rows)).get(troubles)) trail.add(message);
  return trail.end(isWhole);
}

test('the ten newest messages are named, newest first, whatever order they come in', () => {
  const rows = Array.from({ length: 14 }, (_, n) => failed((n * 5) % 14, { sid: sidOf((n * 5) % 14) }));
  const { messages } = trailOf(rows);
  expect(messages.map(({ sid }) => sid)).toEqual(Array.from({ length: 10 }, (_, n) => sidOf(n)));
  expect(messages[0]).toEqual({ sid: sidOf(0), status: 'undelivered', code: '30007', time: '2025-08-14T17:00:00Z' });
  expect(trailOf([...rows].reverse())).toEqual(trailOf(rows));
});

test('a message without a SID of Twilio’s form is counted and not named', () => {
  expect(trailOf([failed(0, { sid: 'none', code: '0' }), failed(1, { code: '0' })])).toEqual({
    messages: [{ sid: sidOf(1), status: 'undelivered', time: '2025-08-14T16:59:00Z' }],
    senders: [{ name: '+12025550100', messages: 2 }],
    countries: [{ name: 'US', messages: 2 }],
    from: '2025-08-14T16:59:00Z',
    to: '2025-08-14T17:00:00Z',
  });
});

test('senders and countries come with their messages, most first, five at most', () => {
  const { senders, countries } = trailOf([
    ...Array.from({ length: 6 }, (_, n) => failed(n, { from: `S${String(n)}ACME` })),
    failed(7, { from: 'S3ACME', to: frenchNumber(1) }),
  ]);
  expect(senders.map(({ name, messages }) => `${name} ${String(messages)}`)).toEqual([
    'S3ACME 2',
    'S0ACME 1',
    'S1ACME 1',
    'S2ACME 1',
    'S4ACME 1',
  ]);
  expect(countries).toEqual([
    { name: 'US', messages: 6 },
    { name: 'FR', messages: 1 },
  ]);
});

test('of a part of the messages no counts and no times are told', () => {
  expect(trailOf([failed(0)], false)).toMatchObject({ senders: [], countries: [], messages: [{ sid: sidOf(0) }] });
  expect(trailOf([failed(0)], false)).not.toHaveProperty('from');
  expect(new Trail().end(true)).toEqual({ messages: [], senders: [], countries: [] });
});

test('a finding none of whose messages failed names those it touches', async () => {
  const { findings } = await reportOn('findings/no-receipt-country/hit.csv');
  const found = findings.find(({ id }) => id === 'no-receipt-country');
  expect(found?.trail.messages).toHaveLength(10);
  expect(new Set(found?.trail.messages.map(({ status }) => status))).toEqual(new Set(['sent']));
  expect(found?.trail.senders.reduce((sum, { messages }) => sum + messages, 0)).toBe(found?.affected);
  expect(found?.trail.countries).toHaveLength(1);
});
