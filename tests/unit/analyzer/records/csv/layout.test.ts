/** Where the fields of a message stand under a heading, and which rows are messages. */
import { describe, expect, test } from 'vitest';
import { isComplete, isInPlace, isMessage, isSideOfRow, layoutOf } from '../../../../../src/analyzer/records/csv/layout.ts';
import type { Field } from '../../../../../src/analyzer/message/fields.ts';

const SID = `SM${'0a'.repeat(16)}`;
const fields = new Map<string, Field>([
  ['sid', 'sid'],
  ['messagesid', 'sid'],
  ['status', 'status'],
  ['datesent', 'sent'],
  ['body', 'body'],
  ['to', 'to'],
]);
const layout = layoutOf(fields, ['To', 'Sid', 'Body', 'Status', 'Date Sent', 'Note']);

test('the layout of a heading: names that stand twice, names of no field, and how many cells are needed', () => {
  const { cells, ...more } = layoutOf(fields, ['message_sid', 'x', 'Status', ' y ', 'SID', 'status', '']);
  expect([Object.fromEntries(cells), more]).toEqual([
    { sid: 4, status: 2 },
    { status: 2, width: 7, needed: 5, twice: ['status'], ignored: ['message_sid', 'x', 'y', 'status'] },
  ]);
  expect(layoutOf(fields, ['a', 'b'])).toMatchObject({ status: -1, width: 2, needed: 0, twice: [], ignored: ['a', 'b'] });
  expect(layoutOf(fields, ['sid'])).toMatchObject({ needed: 1, ignored: [] });
  expect(layout).toMatchObject({ needed: 5, width: 6 });
});

test.for<readonly [cells: readonly string[], complete: boolean]>([
  [['1', SID, 'a', 'sent', '2025', 'n'], true],
  [['1', SID, 'a', 'sent', '2025'], true],
  [['1', SID, 'a', 'sent'], false],
  [['1', SID, 'a', 'sent', '2025', 'n', '', ' '], true],
  [['1', SID, 'a', 'sent', '2025', 'n', '', 'x'], false],
  [['1', SID, 'a', 'sent', '2025', 'n', 'x'], false],
])('%j has all cells: %s', ([cells, complete]) => {
  expect(isComplete(layout, cells)).toBe(complete);
});

const row = (sid: string, status: string, sent: string): readonly string[] => ['1', sid, 'a', status, sent, ''];
test.for<readonly [sid: string, status: string, sent: string, message: boolean]>([
  [SID, '', '', true],
  [SID, 'x', 'x', true],
  [` ${SID} `, 'x', 'x', true],
  ['SM1', 'sent', '2025-08-14', false],
  ['', 'sent', '2025-08-14', true],
  ['', 'sent', '', true],
  ['', 'sent', 'x', false],
  ['', '', '', false],
  ['', 'x', '8/14/2025', false],
  ['', '', '14.08.2025 10:00', true],
  ['', '', '2025-08-14T10:00', true],
  ['', '', 'Thu, 14 Aug 2025 10:00', true],
  ['', '', '14 Aug 2025', true],
  ['', '', '14 August 2025', false],
  ['', '', '2025-08-14123', false],
])('SID %s, status %s, time %s are a message: %s', ([sid, status, sent, message]) => {
  expect(isMessage(layout, row(sid, status, sent))).toBe(message);
});

test('no row that lacks a cell is one, and under a heading with none of the three each that is complete', () => {
  expect(isMessage(layout, ['1', SID, 'a', 'sent'])).toBe(false);
  const other = layoutOf(fields, ['To', 'Body']);
  expect([isMessage(other, ['1', 'a']), isMessage(other, ['1'])]).toEqual([true, false]);
});

test('a SID, a time or a status in its place shows that no delimiter moved the cells', () => {
  expect(isInPlace(layout, ['1', SID])).toBe(true);
  expect(isInPlace(layout, ['1', 'x', 'a', ' Sent '])).toBe(true);
  expect(isInPlace(layout, ['1', '', '', '', '2025-08-14'])).toBe(true);
  expect(isInPlace(layout, [SID, '1', 'sent', 'a', 'x'])).toBe(false);
  expect(isInPlace(layoutOf(fields, ['To', 'Body']), ['sent', SID])).toBe(false);
});

describe('a line begins or ends as rows do', () => {
  const begins = (...cells: readonly string[]) => isSideOfRow(layout, cells, 'begin');
  const ends = (...cells: readonly string[]) => isSideOfRow(layout, cells, 'end');

  test('before the text with a SID', () => {
    expect([begins('1', SID, 'x'), begins('1', SID), begins('1', 'x'), begins(SID, '1')]).toEqual([true, true, false, false]);
    expect(begins('1', 'x', 'y', 'sent', '2025-08-14', '')).toBe(false);
  });

  test('behind the text with time and status, counted from the end', () => {
    expect(ends('sent', '2025-08-14', 'n')).toBe(true);
    expect(ends('a', 'b', 'c', 'd', 'e', 'f', 'sent', '2025-08-14', 'n')).toBe(true);
    expect(ends('sent', '2025-08-14', 'n', '')).toBe(false);
    expect([ends('sent', '', 'n'), ends('sent', 'x', 'n'), ends('x', '2025-08-14', 'n')]).toEqual([false, false, false]);
    expect(ends('1', SID, 'a', 'x', 'x', '')).toBe(false);
  });
});
