import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TABLE, type Engine } from '../engine.ts';

const clickhouseTypes: Readonly<Record<string, string>> = {
  VARCHAR: 'Nullable(String)',
  TIMESTAMPTZ: "Nullable(DateTime64(3, 'UTC'))",
  INTEGER: 'Nullable(Int32)',
  'DECIMAL(18, 6)': 'Nullable(Decimal(18, 6))',
};

const COMMAND = join(import.meta.dirname, '../../../src/cli/undelivered.ts');
const PROGRAM = 'undelivered-part';
/** What the README tells to put beside a server: a part is lines, and comes back as a CSV of one column. */
const program = `#!/bin/sh
echo line
"${process.execPath}" "${COMMAND}" index - | sed 's/"/""/g; s/^/"/; s/$/"/'
`;
/** Every column of a CSV as a text. */
const AS_TEXTS = 'input_format_csv_use_best_effort_in_schema_inference = 0, schema_inference_make_columns_nullable = 0';

/** ClickHouse in this process (chdb), 566 MB: absent where nobody installed it. */
export async function clickhouse(): Promise<Engine | undefined> {
  const chdb = await import('chdb').catch(() => undefined);
  if (chdb === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-clickhouse-'));
  mkdirSync(join(folder, 'user_scripts'));
  writeFileSync(join(folder, 'user_scripts', PROGRAM), program);
  chmodSync(join(folder, 'user_scripts', PROGRAM), 0o755);
  const session = new chdb.Session(folder);
  const ask = (sql: string, form = 'JSONCompactEachRow'): string => session.query(sql, form);
  const rowsOf = (sql: string): readonly (readonly string[])[] =>
    ask(sql)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as readonly unknown[]).map((cell) => (cell === null ? '' : String(cell))));
  ask('CREATE DATABASE IF NOT EXISTS u ENGINE = Atomic');
  ask('USE u');
  const [[version = ''] = []] = rowsOf('SELECT version()');
  return {
    id: 'clickhouse',
    name: `ClickHouse ${version} (chdb)`,
    load(file, typing, types) {
      const cell = (name: string, type: string): string =>
        type === 'TIMESTAMPTZ'
          ? `parseDateTime64BestEffortOrNull("${name}", 3, 'UTC')`
          : `CAST(nullIf("${name}", '') AS ${clickhouseTypes[type] ?? 'Nullable(String)'})`;
      const typed = Object.entries(types).map(([name, type]) => `${cell(name, type)} AS "${name}"`);
      ask(`DROP TABLE IF EXISTS ${TABLE}`);
      ask(
        `CREATE TABLE ${TABLE} ENGINE = Memory AS SELECT ${typing === 'typed' ? typed.join(', ') : '*'} FROM file('${file}', 'CSVWithNames') SETTINGS ${AS_TEXTS}`,
      );
      return Promise.resolve();
    },
    run(statements) {
      for (const statement of statements.slice(0, -1)) ask(statement);
      const rows = rowsOf(statements.at(-1) ?? 'SELECT 1 WHERE 0');
      for (const [, name] of statements.join('\n').matchAll(/^CREATE TEMPORARY TABLE (\w+)/gm)) ask(`DROP TABLE IF EXISTS ${name ?? ''}`);
      return Promise.resolve(rows);
    },
    part: (file) =>
      rowsOf(
        `SELECT line FROM executable('${PROGRAM}', 'CSVWithNames', 'line String', (SELECT * FROM file('${file}', 'CSVWithNames') SETTINGS ${AS_TEXTS}), SETTINGS command_read_timeout = 3600000, command_write_timeout = 3600000) SETTINGS format_csv_null_representation = ''`,
      ).map(([line = '']) => line),
    close: () => {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
