import { expect, test } from 'vitest';
import { linesOf, Notices } from '../../../../src/analyzer/report/notices.ts';

test('ten lines of a notice are named, a thousand rows that were skipped; all are counted', () => {
  const notices = new Notices();
  let asked = 0;
  const line = () => (asked += 1);
  for (let n = 0; n < 10; n += 1) notices.add('damaged-text', line);
  expect(notices.list().map(linesOf)).toEqual(['lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10']);
  notices.add('damaged-text', line);
  expect(notices.list().map(linesOf)).toEqual(['lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …']);
  expect([asked, notices.skippedCount, notices.skipped]).toEqual([10, 0, []]);
  for (let n = 1; n <= 1_001; n += 1) notices.skip('ragged-rows', () => n);
  expect([notices.skippedCount, notices.skipped.length]).toEqual([1_001, 1_000]);
  expect(notices.skipped.at(-1)).toEqual({ line: 1_000, reason: 'ragged-rows' });
  expect(notices.list().map(({ id, count }) => `${id} ${String(count)}`)).toEqual(['damaged-text 11', 'ragged-rows 1001']);
});

test('where a notice was met', () => {
  const met = (...lines: readonly number[]) => linesOf({ id: 'notes', count: lines.length, lines, text: [] });
  expect([met(), met(7), met(7, 9)]).toEqual(['', 'line 7', 'lines 7, 9']);
});
