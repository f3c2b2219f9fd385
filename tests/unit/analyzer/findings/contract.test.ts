/** What every finding and every table asks of a log, and how much a table keeps, as committed: a changed line is read before it is committed. */
import { expect, test } from 'vitest';
import { brought, rules } from '../../../../src/analyzer/findings/index.ts';
import { coreTables } from '../../../../src/analyzer/index/tables/index.ts';
import { knowledge } from '../../../knowledge.ts';

test('findings: where they lead, their codes, the fields they need and the tables they look at', async () => {
  const lines = rules.map(({ id, guide, codes, needs, tables, isLast }) =>
    [
      `${id} -> ${guide}${isLast === true ? ', asked last' : ''}`,
      `codes: ${codes.join(' ')}`,
      `needs: ${needs.join(' ')}`,
      `tables: ${tables.map((table) => table.id).join(', ')}`,
    ].join('\n  '),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../fixtures/reports/findings.txt');
});

test('tables: the messages they are given, the fields they need, and what they keep at most', async () => {
  const tables = new Map([...coreTables, ...brought].map((table) => [table.id, table]));
  const lines = [...tables.values()].map((table) =>
    [
      `${table.id}, version ${String(table.version)}`,
      `counts: ${table.counts}`,
      `needs: ${table.needs.join(' ')}`,
      `options: ${JSON.stringify(table.options(knowledge))}`,
    ].join('\n  '),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../fixtures/reports/tables.txt');
});
