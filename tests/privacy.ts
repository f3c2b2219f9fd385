/**
 * `npm run privacy`: what a reviewer would try, in one command. Builds the site where it is not built, opens it in a browser, and
 * looks at every request, address, title and store while logs are read and texts are typed, pasted and dropped; tries connections
 * from the page, its reader and its service worker; drops logs full of markup, scripts and formulas. Says what it looked at. Ends
 * with "N passed, N failed". All of it is part of `npm test` too.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isBuilt } from '../src/build/built.ts';
import { findBrowser } from './browser.ts';

/** Specs of promises about privacy (ARCHITECTURE.md, "Promises"). */
const specs = ['privacy', 'addresses', 'hostile', 'offline'].map((name) => `/${name}.spec.ts`);

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly { readonly annotations: readonly { readonly type: string; readonly description?: string }[] }[];
  }[];
}

const root = fileURLToPath(new URL('../', import.meta.url));
const report = `${root}test-results/privacy.json`;
const run = (command: string, args: readonly string[], stdout: 'inherit' | 'ignore' = 'inherit'): number | null =>
  spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', UNDELIVERED_BROWSER: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }).status;

if (!isBuilt(root, process.env)) {
  console.log('Building the site into dist/ …');
  if (run('npm', ['run', 'build'], 'ignore') !== 0) {
    console.error('The site could not be built: "npm run build" says why.');
    process.exit(1);
  }
}
console.log('Looking at every request, address, title and store of the site in dist/, in a browser: some minutes.\n');
rmSync(report, { force: true });
run('playwright', ['test', '--config', 'tests/playwright.config.ts', '--project=site', '--reporter=dot,json', ...specs]);

const specsIn = ({ suites = [], specs: own = [] }: Suite): NonNullable<Suite['specs']> => [...own, ...suites.flatMap(specsIn)];
const all = specsIn(JSON.parse(readFileSync(report, 'utf8')) as Suite);
console.log('');
for (const { title, ok, tests } of all) {
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${title}`);
  for (const { type, description = '' } of tests.flatMap(({ annotations }) => annotations))
    if (type === 'looked at') console.log(`        looked at ${description}`);
}
const failed = all.filter(({ ok }) => !ok).length;
console.log(`\n${String(all.length - failed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 && all.length > 0 ? 0 : 1;
