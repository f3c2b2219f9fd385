import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { TABLE, type Engine } from '../engine.ts';

/** PostgreSQL as WebAssembly (PGlite). */
export async function postgres(): Promise<Engine> {
  const db = new PGlite();
  const rowsOf = async (sql: string): Promise<readonly (readonly string[])[]> => {
    const results = await db.exec(sql, { rowMode: 'array' });
    return ((results.at(-1)?.rows ?? []) as unknown as readonly (readonly unknown[])[]).map((row) =>
      row.map((cell) => (cell === null ? '' : String(cell))),
    );
  };
  const [[version = ''] = []] = await rowsOf('SHOW server_version');
  return {
    id: 'postgres',
    name: `PostgreSQL ${version} (PGlite)`,
    async load(file, typing, types) {
      const bytes = readFileSync(file);
      const heading = bytes.subarray(0, bytes.indexOf(10)).toString().trim();
      const names = heading.split(',').map((name) => `"${name.replaceAll('"', '')}"`);
      await db.exec(`DROP TABLE IF EXISTS ${TABLE}, u_texts; CREATE TABLE u_texts (${names.map((name) => `${name} VARCHAR`).join(', ')})`);
      await db.query(`COPY u_texts FROM '/dev/blob' WITH (FORMAT csv, HEADER true)`, [], { blob: new Blob([new Uint8Array(bytes)]) });
      const typed = Object.entries(types).map(([name, type]) => `CAST(NULLIF("${name}", '') AS ${type}) AS "${name}"`);
      await db.exec(`CREATE TABLE ${TABLE} AS SELECT ${typing === 'typed' ? typed.join(', ') : '*'} FROM u_texts`);
    },
    async run(statements) {
      const rows = await rowsOf(statements.join(';\n'));
      const kept = [...statements.join('\n').matchAll(/^CREATE TEMPORARY TABLE (\w+)/gm)].map(([, name = '']) => name);
      if (kept.length > 0) await db.exec(`DROP TABLE IF EXISTS ${kept.join(', ')}`);
      return rows;
    },
    close: () => {
      void db.close();
    },
  };
}
