/**
 * After `npm ci`: makes `node` in node_modules/.bin the runtime of the lock. npm 11 does so itself; npm 10 takes the link away again,
 * since the runtimes of other platforms, which it leaves out, have a link of that name too. Plain JavaScript: any Node runs it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
/** @type {{ readonly optionalDependencies: Readonly<Record<string, string>> }} */
const { optionalDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const isWindows = process.platform === 'win32';
const program = isWindows ? 'bin/node.exe' : 'bin/node';
const runtime = Object.keys(optionalDependencies).find((name) => existsSync(new URL(`node_modules/${name}/${program}`, root)));
const link = new URL(`node_modules/.bin/node${isWindows ? '.cmd' : ''}`, root);
if (runtime !== undefined && !existsSync(link)) {
  mkdirSync(new URL('.', link), { recursive: true });
  rmSync(link, { force: true });
  if (isWindows) writeFileSync(link, `@"%~dp0\\..\\${runtime}\\bin\\node.exe" %*\r\n`);
  else symlinkSync(`../${runtime}/${program}`, link);
}
