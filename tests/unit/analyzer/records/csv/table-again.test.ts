import { expect, test } from 'vitest';
import type { Field } from '../../../../../src/analyzer/message/fields.ts';
import { TableAgain } from '../../../../../src/analyzer/records/csv/table-again.ts';

const cells = new Map<Field, number>([
  ['sid', 0],
  ['body', 1],
  ['status', 2],
]);
const dialect = { bareNanp: false, time: () => NaN, decimal: '.' } as const;
const table = () => new TableAgain(',', 3, cells, dialect);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (from: TableAgain, text: string): readonly (string | undefined)[] | undefined => {
  const batch = from.read(bytesOf(text));
  return batch && [batch.columns.sid?.text(0), batch.columns.body?.text(0), batch.columns.status?.text(0)];
};

test('the record at the beginning is read, whatever its length and whatever comes behind', () => {
  const one = table();
  for (const length of [1, 100, 236, 243, 244, 245, 246, 247, 248, 249, 250, 260, 500, 501, 1_000, 5_000, 3]) {
    const body = 'x'.repeat(length);
    for (const behind of ['', 'SM2,later,sent\n', 'no record of this table', `"${'y'.repeat(9_000)}`])
      expect(texts(one, `SM1,${body},failed\n${behind}`)).toEqual(['SM1', body, 'failed']);
  }
});

test('what is no record of the table, or is not whole, is none', () => {
  expect(texts(table(), 'SM1,a\nSM2,b\n')).toBeUndefined();
  expect(texts(table(), 'SM1,a,sent')).toBeUndefined();
  expect(texts(table(), `SM1,${'x'.repeat(600)}`)).toBeUndefined();
  expect(texts(table(), '')).toBeUndefined();
});

test('a shorter record behind a longer one holds nothing of it', () => {
  const one = table();
  texts(one, `SM1,${'x'.repeat(700)},failed\n`);
  expect(texts(one, 'SM2,short,sent\n')).toEqual(['SM2', 'short', 'sent']);
  expect(texts(one, 'SM3')).toBeUndefined();
});
