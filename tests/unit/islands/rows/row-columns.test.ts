import { expect, test } from 'vitest';
import type { ListedRow } from '../../../../src/analyzer/ask-rows.ts';
import { sortKeys } from '../../../../src/analyzer/kept/sorted.ts';
import { firstColumns, outcomeIn, rowColumns } from '../../../../src/islands/rows/row-columns.ts';

const outbound: ListedRow = {
  place: 0,
  sid: 'SM1',
  time: '2025-08-14T17:00:00Z',
  direction: 'outbound',
  status: 'undelivered',
  code: '30007',
  sender: '+12025550100',
  person: '+13035550101',
  country: 'US',
  price: 0.0083,
  priceUnit: 'USD',
  body: 'Hello',
  segments: 2,
  service: 'MG1',
  created: '2025-08-14T16:00:00Z',
  updated: '2025-08-14T18:00:00Z',
};

const said = (row: ListedRow): readonly string[] => rowColumns.map(({ text }) => text(row, 'America/Sao_Paulo'));

test('every column says its field', () => {
  expect(said(outbound)).toEqual([
    '14 Aug 2025 14:00',
    'undelivered',
    '30007',
    '+12025550100',
    '+13035550101',
    'United States',
    'Hello',
    'SM1',
    'outbound',
    '2',
    '0.0083 USD',
    'MG1',
    '14 Aug 2025 13:00',
    '14 Aug 2025 15:00',
  ]);
});

test('an inbound message comes from the person and has no country of a recipient; what the log does not say is empty', () => {
  const inbound: ListedRow = {
    place: 1,
    direction: 'inbound',
    status: 'received',
    person: '+13035550101',
    to: '+12025550100',
    country: 'US',
  };
  expect(said(inbound)).toEqual(['', 'received', '', '+13035550101', '+12025550100', '', '', '', 'inbound', '', '', '', '', '']);
  expect(said({ place: 1, direction: 'outbound', status: 'sent', country: 'unknown' }).slice(3, 6)).toEqual(['', '', 'Unknown']);
});

test('whatever can be sorted by has a column, and the first ones exist', () => {
  expect(rowColumns.flatMap(({ sort }) => sort ?? []).sort()).toEqual([...sortKeys].sort());
  const ids = rowColumns.map(({ id }) => id);
  for (const isNarrow of [false, true]) for (const id of firstColumns(isNarrow)) expect(ids).toContain(id);
  expect([firstColumns(false).size, firstColumns(true).size]).toEqual([7, 3]);
});

test('what a message counts as', () => {
  const of = (direction: ListedRow['direction'], status: string) => outcomeIn({ direction, status });
  expect([
    of('outbound', 'sent'),
    of('outbound', 'failed'),
    of('outbound', 'lost'),
    of('outbound', 'received'),
    of('inbound', 'received'),
  ]).toEqual(['no-receipt', 'failed', 'other', 'other', 'inbound']);
});
