/** DuckDB-WASM as a worker that opens the log where it lies, for the page of baselines (serve.ts). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const resolve = createRequire(import.meta.url).resolve;

/** Messages by status and error code: two columns of the log, nothing of their meaning. */
const TWO_COLUMNS = `
  SELECT "Status", "ErrorCode", count(*)::INTEGER AS messages
  FROM read_csv('log.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
  GROUP BY ALL`;

/**
 * Starts the database, then counts the time from the query to its last row; answers with both, and how many rows were counted. The
 * file is read as the database asks for it.
 */
const entry = `
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
onmessage = async ({ data: file }) => {
  const begun = performance.now();
  const db = new AsyncDuckDB(new VoidLogger(), new Worker('/bench/duckdb-worker.js'));
  await db.instantiate('/bench/duckdb.wasm');
  const connection = await db.connect();
  const start = performance.now() - begun;
  await db.registerFileHandle('log.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const asked = performance.now();
  const found = await connection.query(${JSON.stringify(TWO_COLUMNS)});
  const rows = found.toArray().reduce((sum, { messages }) => sum + messages, 0);
  postMessage({ rows, start, milliseconds: performance.now() - asked });
};`;

/** What the server has to give out under these names, with its type. */
export async function duckdb(): Promise<ReadonlyMap<string, readonly [type: string, body: string | Buffer]>> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  const packed = (name: string): Buffer => readFileSync(resolve(`@duckdb/duckdb-wasm/dist/${name}`));
  return new Map<string, readonly [string, string | Buffer]>([
    ['/bench/duckdb.js', ['text/javascript', outputFiles[0]?.text ?? '']],
    ['/bench/duckdb-worker.js', ['text/javascript', packed('duckdb-browser-eh.worker.js')]],
    ['/bench/duckdb.wasm', ['application/wasm', packed('duckdb-eh.wasm')]],
  ]);
}
