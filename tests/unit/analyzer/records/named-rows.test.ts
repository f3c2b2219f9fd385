/** Records with named values to rows: what a value is as a cell, which of several names counts, and what is no message. */
import { expect, test } from 'vitest';
import { cellOf, IGNORED_KEPT } from '../../../../src/analyzer/records/named-rows.ts';
import type { Taken } from '../../../../src/analyzer/records/records.ts';
import { plainRecords, readNamed } from './read-named.ts';

test.for<readonly [value: unknown, cell: string]>([
  ['x', 'x'],
  ['', ''],
  [0, '0'],
  [-0.0075, '-0.0075'],
  [true, 'true'],
  [null, ''],
  [undefined, ''],
  [{}, ''],
  [[], ''],
  [['x'], 'x'],
  [['x', 'y'], ''],
  [[['x']], ''],
  [{ $date: '2026' }, '2026'],
  [{ S: 'x' }, 'x'],
  [{ N: '5' }, '5'],
  [{ SS: 'x' }, ''],
  [{ date: 'x' }, ''],
  [{ $date: 'x', b: 1 }, ''],
  [[null], ''],
])('%j is the cell %j', ([value, cell]) => {
  expect(cellOf(value)).toBe(cell);
});

test('a record of 700,000 characters is one', () => {
  const body = 'x'.repeat(700_000);
  const { rows, skipped } = readNamed(JSON.stringify({ sid: 'SM1', status: 'sent', body }), {}, [100_000]);
  expect(skipped).toEqual([]);
  expect(rows.map((row) => row.length)).toEqual([`1: SM1||${body}|sent||`.length]);
});

const read = (records: readonly object[], more = {}) => readNamed(records.map((one) => JSON.stringify(one)).join('\n'), more, [50]);
const message = { sid: 'SM1', status: 'sent' };

test('of several names of a field the first that the format names and that is not empty counts, in whatever order they come', () => {
  const fields = new Map([...plainRecords.fields, ['message', 'body'], ['text', 'body']] as const);
  expect(
    read(
      [
        { ...message, text: 'c', message: 'b', body: 'a' },
        { ...message, body: 'a', message: 'b', text: 'c' },
        { ...message, text: 'c', message: 'b', body: '' },
        { ...message, body: null, text: 'c' },
      ],
      { fields },
    ),
  ).toMatchObject({
    rows: ['1: SM1||a|sent||', '2: SM1||a|sent||', '3: SM1||b|sent||', '4: SM1||c|sent||'],
    columns: { sid: 'sid', status: 'status', body: 'text' },
  });
});

test('fields that are rare are there though no record has them', () => {
  expect(read([message], { rare: ['errorCode'] }).columns).toEqual({ errorCode: 'errorCode', sid: 'sid', status: 'status' });
});

test('a record without a status, or about nothing, is broken; one of another thing is told as such', () => {
  const call = { sid: `CA${'0a'.repeat(16)}`, status: 'completed' };
  expect(read([{ sid: 'SM1' }, { status: 'sent' }, { status: 'sent', error_code: '1' }, call, message])).toMatchObject({
    rows: ['5: SM1|||sent||'],
    skipped: ['1 broken-records', '2 broken-records', '3 broken-records', '4 other-records'],
  });
  for (const name of ['sid', 'to', 'from', 'body', 'received_at', 'date_created'])
    expect(read([{ status: 'sent', [name]: 'x' }]).rows).toHaveLength(1);
});

test('what a format takes: several of one record, nothing of its bookkeeping, none of another record', () => {
  const take = (record: object): Taken => {
    const { kind } = record as { kind?: string };
    const one: Taken = { kind: 'message', message };
    return kind === 'two'
      ? { kind: 'several', each: [one, { kind: 'bookkeeping' }, one] }
      : kind === 'own'
        ? { kind: 'bookkeeping' }
        : { kind: 'other' };
  };
  expect(read([{ kind: 'two' }, { kind: 'own' }, { kind: 'x' }], { take })).toMatchObject({
    rows: ['1: SM1|||sent||', '1: SM1|||sent||'],
    skipped: ['3 other-records'],
  });
});

test('names of no field are told once each, a hundred at most', () => {
  const many = Object.fromEntries(Array.from({ length: IGNORED_KEPT + 1 }, (_, n) => [`x${String(n)}`, n]));
  expect(
    read([
      { ...message, b: 1, a: 2 },
      { ...message, a: 1, c: 3 },
    ]).ignored,
  ).toEqual(['b', 'a', 'c']);
  expect(read([{ ...message, ...many }]).ignored).toEqual(Object.keys(many).slice(0, 100));
});

test('where a format has no status, or no SID, no other cell is taken for one', () => {
  const call = `CA${'0a'.repeat(16)}`;
  const without = (field: string) => ({ fields: new Map([...plainRecords.fields].filter(([, one]) => one !== field)) });
  expect(read([{ to: '+12025550140' }, { sid: 'SM1' }], without('status')).rows).toHaveLength(2);
  const body = { fields: new Map([['body', 'body'], ...without('sid').fields] as const) };
  expect(read([{ body: call, status: 'sent' }], body)).toMatchObject({ rows: [`1: ?||${call}|sent||`], skipped: [] });
});
