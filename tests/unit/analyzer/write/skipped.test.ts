import { expect, test } from 'vitest';
import { skippedCsv, skippedRows } from '../../../../src/analyzer/write/skipped.ts';
import { fixture, fixturePath, report, source } from '../../../log.ts';

test('rows that were skipped are told by file, line and reason, and nothing of them starts a formula', async () => {
  const bytes = fixture(fixturePath('airbyte-all-streams.jsonl'));
  const made = await report([source('=1+1.jsonl', bytes)]);
  const rows = [...skippedCsv(made)].join('').split('\r\n');
  expect(skippedRows(made)).toBe(6);
  expect(rows).toHaveLength(8);
  expect(rows[0]).toBe('"File","Line","Reason"');
  expect(rows[1]).toMatch(/^"'=1\+1\.jsonl",\d+,"about something else than messages"$/);
});

test('of more than a thousand the rest is counted', async () => {
  const made = await report([source('x', fixture(fixturePath('console_v3_15col.csv')))]);
  const many = {
    ...made,
    sources: made.sources.map((one) => ({ ...one, rows: one.rows + 7, skipped: [{ line: 3, reason: 'ragged-rows' }] })),
  };
  expect([...skippedCsv(many)].slice(1)).toEqual(['"x",3,"too few or too many cells"\r\n', '"x","","6 more"\r\n']);
});
