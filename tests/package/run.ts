/**
 * `npm run package`: makes the npm package `undelivered` in dist-package/, packs it, installs the packed file in an empty folder
 * with Node 20 and Node 24, and uses it there as its README says. Prints a table; ends with 1 when something falls short.
 * Takes Node 20 and Express from the npm registry.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePackage } from '../../src/build/package.ts';
import { loadCodes } from '../../src/cli/knowledge.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packed = join(root, 'dist-package');
const rows: (readonly [what: string, got: string, wanted: string, ok: boolean])[] = [];
const check = (what: string, got: unknown, wanted: unknown): void => {
  rows.push([what, String(got), String(wanted), got === wanted]);
};
const atMost = (what: string, got: number, limit: number, unit: string): void => {
  rows.push([what, `${got.toFixed(0)} ${unit}`, `at most ${String(limit)} ${unit}`, got <= limit]);
};

const { SITE_URL, BASE_PATH = '/' } = process.env;
const site = SITE_URL === undefined ? undefined : new URL(BASE_PATH.replace(/\/*$/, '/'), SITE_URL);
await makePackage(packed, site);

const folder = mkdtempSync(join(tmpdir(), 'undelivered-package-'));
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const [{ filename, size, unpackedSize }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], packed)) as [
  { filename: string; size: number; unpackedSize: number },
];
atMost('packed file', size / 1000, 2000, 'kB');
rows.push(['unpacked, types and codes.json included', `${(unpackedSize / 1000).toFixed(0)} kB`, '', true]);
const scripts = readdirSync(packed).filter((name) => name.endsWith('.js'));
atMost('command and library, unpacked', scripts.reduce((sum, name) => sum + statSync(join(packed, name)).size, 0) / 1000, 2000, 'kB');

const empty = join(folder, 'empty');
mkdirSync(empty);
npm(['init', '--yes'], empty);
npm(['install', '--no-audit', '--no-fund', join(folder, filename)], empty);
check(
  'packages it brings along',
  readdirSync(join(empty, 'node_modules'))
    .filter((name) => !name.startsWith('.'))
    .join(', '),
  'undelivered',
);

const old = join(folder, 'node-20');
mkdirSync(old);
npm(['init', '--yes'], old);
// The runtime alone, as package.json has it: the package "node" fetches it by a script, and no script may run.
const { platform, arch } = process;
const runtime = `node-${platform === 'darwin' && arch === 'arm64' ? 'bin-' : ''}${platform === 'win32' ? 'win' : platform}-${arch}`;
npm(['install', '--no-audit', '--no-fund', `${runtime}@20`], old);

const log = join(root, 'public/samples/trouble.csv');
const fromHere = execFileSync(process.execPath, [join(root, 'src/cli/undelivered.ts'), log, '--format', 'json'], { encoding: 'utf8' });
const nodes = [
  ['Node 20', join(old, 'node_modules', runtime, 'bin/node')],
  ['Node 24', process.execPath],
] as const;
for (const [name, node] of nodes) {
  const run = (...args: readonly string[]) =>
    spawnSync(node, [join(empty, 'node_modules/.bin/undelivered'), ...args], { cwd: empty, encoding: 'utf8', input: '' });
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  check(`${name} (${version}): the report of a log is the repository's`, run(log, '--format', 'json').stdout === fromHere, true);
  check(`${name}: a report as text, and nothing else said`, run(log).stderr, '');
  check(`${name}: a file that is missing`, run('no-such-log.csv').status, 2);
  check(`${name}: no log`, run(join(root, 'LICENSE')).status, 3);
  check(`${name}: explain 30007`, run('explain', '30007').stdout.split('\n')[0], '30007  Message filtered');
  check(
    `${name}: read a sentence`,
    /\b21408\b/.test(run('read', 'Permission to send an SMS has not been enabled for the region').stdout),
    true,
  );
  const times = Array.from({ length: 7 }, () => {
    const started = performance.now();
    run('explain', '30007');
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  atMost(`${name}: explain 30007, start to end, median of 7`, times[3] ?? Infinity, 300, 'ms');
}

const script = (name: string, text: string): string => {
  writeFileSync(join(empty, name), text);
  const { stdout, stderr, status } = spawnSync(nodes[0][1], [name], { cwd: empty, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : stderr;
};
const paged = Object.values(loadCodes()).filter(({ facts }) => facts !== undefined).length;
check(
  'import: explain, codes, analyze',
  script(
    'library.mjs',
    `import { analyze, codes, explain } from 'undelivered';
import { readFileSync } from 'node:fs';
const { shouldRetry, reasons, shouldSuppress } = explain(30007);
const analysis = await analyze({ name: 'trouble.csv', data: readFileSync(${JSON.stringify(log)}) });
const declined = await analyze('Dear Sir,');
console.log(shouldRetry, reasons.shouldRetry.startsWith('Only after a fix'), shouldSuppress, explain('21610').shouldSuppress, explain('hello'),
  Object.values(codes).filter(({ facts }) => facts).length, analysis.report.schemaVersion, analysis.report.totals.messages, declined.kind);`,
  ),
  `false true false true undefined ${String(paged)} 1 ${String((JSON.parse(fromHere) as { totals: { messages: number } }).totals.messages)} declined`,
);
const codesFile = JSON.parse(readFileSync(join(empty, 'node_modules/undelivered/codes.json'), 'utf8')) as Record<
  string,
  { facts?: unknown }
>;
check('codes.json: codes with facts', Object.values(codesFile).filter(({ facts }) => facts !== undefined).length, paged);
/** What the library loads, whether at once or later: the command has files of its own beside it. */
const ofLibrary = ['index.js'];
for (const name of ofLibrary)
  for (const [, other = ''] of readFileSync(join(packed, name), 'utf8').matchAll(/["']\.\/([\w-]+\.js)["']/g))
    if (!ofLibrary.includes(other)) ofLibrary.push(other);
check(
  'the library asks for nothing of Node',
  ofLibrary.filter((name) => /["']node:/.test(readFileSync(join(packed, name), 'utf8'))).join(', '),
  '',
);

writeFileSync(
  join(empty, 'types.mts'),
  `import { analyze, explain, type ReportJson } from 'undelivered';
const retry: boolean | 'unknown' | undefined = explain('30007')?.shouldRetry;
const analysis = await analyze('a log');
const report: ReportJson | undefined = analysis.kind === 'report' ? analysis.report : undefined;
// @ts-expect-error a code is no object
explain({});
// @ts-expect-error the retry of a code is one of five words
const wrong: 'perhaps' | undefined = explain('30007')?.facts?.retry;
export { retry, report, wrong };`,
);
const types = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/typescript/bin/tsc'),
    '--noEmit',
    '--strict',
    '--target',
    'es2023',
    '--lib',
    'es2023,dom',
    '--module',
    'nodenext',
    'types.mts',
  ],
  { cwd: empty, encoding: 'utf8' },
);
check('types, strict, in a program', types.stdout, '');

npm(['install', '--no-audit', '--no-fund', 'express@5'], empty);
const readme = readFileSync(join(empty, 'node_modules/undelivered/README.md'), 'utf8');
const handler = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, text = '']) => text).find((text) => text.includes('express')) ?? '';
writeFileSync(join(empty, 'handler.mjs'), handler);
check(
  'the handler of the README',
  script(
    'callback.mjs',
    `import { app, later, stopList } from './handler.mjs';
console.warn = () => undefined;
const server = app.listen(0, '127.0.0.1', async () => {
  const post = (fields) => fetch(\`http://127.0.0.1:\${server.address().port}/status\`, { method: 'POST', body: new URLSearchParams(fields) }).then(({ status }) => status);
  const answers = [
    await post({ MessageSid: 'SM1', MessageStatus: 'delivered', To: '+12025550101' }),
    await post({ MessageSid: 'SM2', MessageStatus: 'failed', ErrorCode: '21610', To: '+12025550102' }),
    await post({ MessageSid: 'SM3', MessageStatus: 'undelivered', ErrorCode: '30003', To: '+12025550103' }),
  ];
  console.log(answers.join(), [...stopList].join(), later.join());
  server.close();
});`,
  ),
  '204,204,204 +12025550102 SM3',
);

const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, got, wanted, ok] of rows)
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${what.padEnd(width)}  ${got}${ok || wanted === '' ? '' : `  (wanted ${wanted})`}`);
const failed = rows.filter(([, , , ok]) => !ok).length;
console.log(
  `\n${String(rows.length - failed)} passed, ${String(failed)} failed. The package is in ${packed}; addresses begin with ${site?.href ?? '"/" (set SITE_URL for whole ones)'}.`,
);
process.exitCode = failed === 0 ? 0 : 1;
