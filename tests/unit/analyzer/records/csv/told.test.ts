/** What is wrong with a row, and whether it counts all the same: the report says both. */
import { expect, test } from 'vitest';
import { CELL_LIMIT } from '../../../../../src/analyzer/records/csv/limits.ts';
import { report, source } from '../../../../log.ts';
import { bareRow, log, quote, quotedRow } from './log-row.ts';

test.for([
  ['overlong-lines', bareRow(3, 'x'.repeat(CELL_LIMIT + 1)), 1],
  ['broken-quotes', bareRow(3, quote('x'.repeat(CELL_LIMIT + 1))), 1],
  ['stray-quotes', quotedRow(3, '"a "b",\nc"'), 0],
  ['rows-in-text', quotedRow(3, quote(`${bareRow(4, 'hi')}\n${bareRow(5, 'hi')}`)), 0],
] as const)('%s', async ([id, row, skipped]) => {
  const made = await report([source('log.csv', log(bareRow(1, 'hi'), row, bareRow(2, 'hi')))]);
  const [read] = made.sources;
  expect({ notices: read?.notices.map((notice) => notice.id), skipped: read?.skipped, messages: made.totals.messages }).toEqual({
    notices: [id],
    skipped: skipped === 0 ? [] : [{ line: 3, reason: id }],
    messages: 3 - skipped,
  });
});

test('a row that the end of the file cuts is skipped', async () => {
  const [read] = (await report([source('log.csv', log(bareRow(1, 'hi'), quotedRow(2, '"hel').slice(0, 35)))])).sources;
  expect([read?.notices.map(({ id }) => id), read?.skipped]).toEqual([['truncated-end'], [{ line: 3, reason: 'truncated-end' }]]);
});
