/** A small file of grouped rows, part by part. */
import { expect, test } from 'vitest';
import { countLogs, readSources } from '../../../../src/analyzer/analyze.ts';
import { receipts } from '../../../../src/analyzer/findings/no-receipt-country/receipts-table.ts';
import { groupedColumns } from '../../../../src/analyzer/grouped/rows.ts';
import { NOON, MINUTE } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { source } from '../../../log.ts';

type Cells = Readonly<Partial<Record<(typeof groupedColumns)[number], string | number>>>;
const settings = 'fields=status,direction,errorCode,from,to,sent texts=yes people=yes settle=60 sample=16384 waits=yes';

/** Counts rows of some parts; the first column names the part. */
async function counted(...parts: readonly (readonly [part: string, cells: Cells])[]) {
  const [name] = groupedColumns;
  const lines = [['log', { body: settings, n: 9, more: 9 }] as const, ...parts, ['rows', { n: parts.length + 1 }] as const].map(
    ([part, cells]) => groupedColumns.map((column) => (column === name ? part : `"${String(cells[column] ?? '')}"`)).join(','),
  );
  const text = `${[groupedColumns.join(','), ...lines].join('\n')}\n`;
  const found = (await countLogs([source('grouped.csv', text)], { knowledge })) ?? expect.fail('cancelled');
  return { index: found.index, ...readSources(found) };
}

test('a file says in words what it is', async () => {
  const { sources } = await counted();
  expect(sources).toMatchObject([{ format: 'grouped-v1', formatName: 'Grouped rows of a warehouse (grouped-v1)' }]);
});

test('inbound messages that failed, and states that nobody knows, are told with their number; others are not', async () => {
  const kind = (status: string, direction: string, n: number) => ['kind', { status, direction, n }] as const;
  const { sources } = await counted(
    kind('failed', 'inbound', 2),
    kind('undelivered', 'inbound', 3),
    kind('received', 'inbound', 50),
    kind('failed', 'outbound-api', 60),
    kind('delivered', 'outbound-api', 70),
    kind('pondering', 'outbound-api', 7),
    kind('pondering', 'inbound', 4),
  );
  const notices = sources[0]?.notices ?? [];
  const count = (id: string) => notices.find((notice) => notice.id === id)?.count;
  expect([count('inbound-failed'), count('unknown-status')]).toEqual([5, 11]);
});

test('receipts are waited for an hour: messages of the last minutes count by their minute, older ones at once', async () => {
  const receipt = (n: number, last?: number) =>
    ['receipt', { status: 'delivered', area: '33', n, ...(last === undefined ? {} : { last }) }] as const;
  const { index } = await counted(receipt(4, NOON), receipt(2, NOON - 60 * MINUTE), receipt(1, NOON - 61 * MINUTE), receipt(8), [
    'receipt',
    { status: 'sent', area: '33', n: 16, first: NOON - 500 * MINUTE },
  ]);
  const france = index.get(receipts).countries.get('FR');
  expect(france?.aged(NOON)).toMatchObject({ total: 25, delivered: 9, sent: 16, first: NOON - 500 * MINUTE });
  expect(france?.aged(NOON + MINUTE)).toMatchObject({ total: 27 });
  expect(france?.aged(NOON + 61 * MINUTE)).toMatchObject({ total: 31 });
});
