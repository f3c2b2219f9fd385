/**
 * `npm run warehouse`: installs engines into this folder and runs the script of `undelivered sql` on them. What it yields must give the
 * report that the log itself gives. Ends with 1 when a check fails.
 *
 *   npm run warehouse -- --rows 200000 --only duckdb
 *   npm run warehouse -- --large 1000000
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '20000' }, only: { type: 'string', multiple: true }, large: { type: 'string' } },
});

if (!existsSync(`${here}/node_modules/@duckdb/node-api`)) {
  console.log('installing engines (about 700 MB, ClickHouse is most of it) …');
  // By the lock, which it does not write: `npm ci` refuses it, since chdb names packages of other platforms that no registry has.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', here], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the engines could not be installed');
}
if (values.large !== undefined) {
  if (!/^[1-9]\d*$/.test(values.large)) throw new Error(`--large takes a number of rows, for example 1000000, and not "${values.large}"`);
  const { isLargeLogRight } = await import('./large.ts');
  process.exit((await isLargeLogRight(Number(values.large))) ? 0 : 1);
}
const { checks } = await import('./checks.ts');
process.exit((await checks(Number(values.rows), values.only)) ? 0 : 1);
