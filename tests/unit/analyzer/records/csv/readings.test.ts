/** The one record at a place, where its quotes are in doubt. */
import { expect, test } from 'vitest';
import type { Field } from '../../../../../src/analyzer/message/fields.ts';
import { layoutOf } from '../../../../../src/analyzer/records/csv/layout.ts';
import { bestReading } from '../../../../../src/analyzer/records/csv/readings.ts';
import { Stretch } from '../../../../../src/analyzer/records/csv/stretch.ts';
import { Suspicion } from '../../../../../src/analyzer/records/csv/suspicion.ts';
import { sidOf } from '../../../../fixtures/console-row.ts';

const fields = new Map<string, Field>([
  ['sid', 'sid'],
  ['body', 'body'],
  ['status', 'status'],
]);
const layout = layoutOf(fields, ['Sid', 'Body', 'Status', 'Note']);
const rules = { layout, suspicion: new Suspicion(layout, ','), plainEnd: 13 };
const read = (text: string) => bestReading(new Stretch(text, ',', true), rules, 0, text.length);
const SID = sidOf(1);

test('a line without quotes is read where it has just the cells that are needed, and not with one fewer', () => {
  expect(read(`${SID},hi,sent\nnext`)).toMatchObject({ row: [SID, 'hi', 'sent'], end: `${SID},hi,sent\n`.length });
  expect(read(`${SID},hi,sent,x\nnext`)).toMatchObject({ row: [SID, 'hi', 'sent', 'x'] });
  expect(read(`${SID},hi\nnext,sent,x\n`)).toBeUndefined();
});

test('a line with fewer may go on behind a line end of the other kind, which stands in its text', () => {
  expect(read(`${SID},hi\rthere,sent\nnext`)).toMatchObject({ row: [SID, 'hi\rthere', 'sent'] });
});
