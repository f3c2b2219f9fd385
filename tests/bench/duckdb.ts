/** DuckDB-WASM as a worker that opens the log where it lies, for the page of baselines (serve.ts). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { TABLE } from '../warehouse/engine.ts';
import { scriptFor } from '../warehouse/script.ts';

const resolve = createRequire(import.meta.url).resolve;

const LOG = `read_csv('log.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;

/** Messages by status and error code: two columns of the log, nothing of their meaning. */
const TWO_COLUMNS = [`SELECT "Status", "ErrorCode", count(*)::INTEGER AS messages FROM ${LOG} GROUP BY ALL`];

/** What `undelivered sql` prints for a table of the Console's columns, which the log is loaded into first. */
const SAME_FACTS = [`CREATE TABLE ${TABLE} AS SELECT * FROM ${LOG}`, ...scriptFor({ id: 'duckdb' })];

/**
 * Starts the database, then runs statements and counts the time from the first of them until the rows of the last are there; answers
 * with both, how long the first took by itself, and these rows, cells as texts. The file is read as the database asks for it.
 */
const entry = (statements: readonly string[]): string => `
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
onmessage = async ({ data: file }) => {
  const begun = performance.now();
  const db = new AsyncDuckDB(new VoidLogger(), new Worker('/bench/duckdb-worker.js'));
  await db.instantiate('/bench/duckdb.wasm');
  const connection = await db.connect();
  const start = performance.now() - begun;
  await db.registerFileHandle('log.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const asked = performance.now();
  let loaded = 0;
  let found;
  for (const [place, statement] of ${JSON.stringify(statements)}.entries()) {
    found = await connection.query(statement);
    if (place === 0) loaded = performance.now() - asked;
  }
  const names = found.schema.fields.map(({ name }) => name);
  const table = found.toArray().map((row) => names.map((name) => String(row[name] ?? '')));
  postMessage({ table, start, loaded, milliseconds: performance.now() - asked });
};`;

async function workerOf(statements: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry(statements), resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** What the server has to give out under these names, with its type. */
export async function duckdb(): Promise<ReadonlyMap<string, readonly [type: string, body: string | Buffer]>> {
  const packed = (name: string): Buffer => readFileSync(resolve(`@duckdb/duckdb-wasm/dist/${name}`));
  return new Map<string, readonly [string, string | Buffer]>([
    ['/bench/duckdb.js', ['text/javascript', await workerOf(TWO_COLUMNS)]],
    ['/bench/duckdb-facts.js', ['text/javascript', await workerOf(SAME_FACTS)]],
    ['/bench/duckdb-worker.js', ['text/javascript', packed('duckdb-browser-eh.worker.js')]],
    ['/bench/duckdb.wasm', ['application/wasm', packed('duckdb-eh.wasm')]],
  ]);
}
