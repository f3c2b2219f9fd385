import { DuckDBInstance } from '@duckdb/node-api';
import { TABLE, type Engine } from '../engine.ts';

/** DuckDB in memory. The script runs as it is printed: all statements at once. */
export async function duckdb(): Promise<Engine> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rowsOf = async (sql: string): Promise<readonly (readonly string[])[]> => {
    const rows = await (await connection.run(sql)).getRows();
    return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  };
  const [[version = ''] = []] = await rowsOf('SELECT version()');
  return {
    id: 'duckdb',
    name: `DuckDB ${version}`,
    async load(file, typing, types) {
      const typed = Object.entries(types).map(([name, type]) => `CAST(NULLIF("${name}", '') AS ${type}) AS "${name}"`);
      await rowsOf(
        `CREATE OR REPLACE TABLE ${TABLE} AS SELECT ${typing === 'typed' ? typed.join(', ') : '*'}
        FROM read_csv('${file}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`,
      );
    },
    run: (statements) => rowsOf(statements.join(';\n')),
    close: () => {
      connection.closeSync();
    },
  };
}
