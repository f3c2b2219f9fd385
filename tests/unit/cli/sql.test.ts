import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/cli/knowledge.ts';
import { sqlCommand } from '../../../src/cli/sql.ts';
import { ownFolder, runMain } from './run-main.ts';

const knowledge = loadKnowledge();
const { folder } = ownFolder();
const grouped = new URL('../../fixtures/grouped/grouped.csv', import.meta.url).pathname;

function sql(...args: readonly string[]) {
  let out = '';
  let said = '';
  const code = sqlCommand(
    args,
    { input: (async function* () {})(), write: (text) => (out += text), complain: (text) => (said += text) },
    { knowledge: () => knowledge },
  );
  return { code, out, said };
}

test('a script is printed for a table, with the columns that are named', () => {
  const named = ['--column', 'body=', '--column', 'to=number', '--column', 'sent=CAST(x AS DATE)'];
  const { code, out } = sql('--dialect', 'duckdb', '--table', 'log', '--columns', 'console', ...named);
  expect(code).toBe(0);
  expect(out).toContain('FROM log)');
  expect(out).toContain('"number"');
  expect(out).toContain('CAST(CAST(x AS DATE) AS VARCHAR)');
  expect(out).not.toContain('"Body"');
  expect(out).toContain('texts=no people=yes');
  expect(sql('--dialect', 'bigquery', '--table', '`a.b.c`', '--no-people').out).toContain('FROM `a.b.c`)');
});

test.for([
  [[], /^Say which engine holds the messages: --dialect duckdb, /],
  [['--dialect', 'mysql', '--table', 'x'], /^"mysql" is no engine/],
  [['--dialect', 'duckdb'], /^Name the table/],
  [['--dialect', 'duckdb', '--table', 'x; DROP TABLE x'], /^A table has no ";"/],
  [['--dialect', 'duckdb', '--table', 'x', '--columns', 'stitch'], /^"stitch" is no set of columns; use rest/],
  [['--dialect', 'duckdb', '--table', 'x', '--column', 'status='], /^A table without a status/],
  [['--dialect', 'duckdb', '--table', 'x', '--column', 'service=y'], /^"service=y" is no column; use FIELD=COLUMN/],
  [['--dialect', 'duckdb', '--table', 'x', 'y'], /^"y" is one word too many/],
] as const)('%j is refused with a reason', ([args, why]) => {
  const { code, said, out } = sql(...args);
  expect(code).toBe(2);
  expect(said).toMatch(why);
  expect(out).toBe('');
});

test('a dbt package is written into a new folder, never over one', () => {
  const into = join(folder, 'package');
  const args = ['--dialect', 'snowflake', '--table', 'raw.messages', '--dbt', into];
  expect(sql(...args).code).toBe(0);
  expect(readFileSync(join(into, 'dbt_project.yml'), 'utf8')).toContain('raw.messages');
  expect(existsSync(join(into, 'models/u_groups.sql'))).toBe(true);
  const again = sql(...args);
  expect(again.code).toBe(2);
  expect(again.said).toContain('nothing is written over');
});

test('the rows open like a log, and say that no message of them can be chosen', async () => {
  const report = await runMain([grouped, '--format', 'json']);
  expect(report.code).toBe(0);
  expect(JSON.parse(report.out)).toMatchObject({ sources: [{ format: 'grouped-v1' }], totals: { messages: 500 } });
  for (const args of [
    ['--where', 'code=30007'],
    ['--rows', 'csv'],
  ]) {
    const { code, said, out } = await runMain([grouped, ...args]);
    expect(code).toBe(2);
    expect(said).toContain('holds no messages one by one');
    expect(out).toBe('');
  }
});
