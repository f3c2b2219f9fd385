/**
 * `npm test`: every check and every test, in the order that finds faults soonest. All of them run, whatever fails before,
 * except those that need the built site when the build failed. Ends with one line "N passed, N failed".
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from './browser.ts';

interface Check {
  readonly name: string;
  readonly command: string;
  /** What to do when it fails. */
  readonly fix: string;
  readonly needsBuild?: true;
  /** JSON report of a test runner, so that single tests are counted. */
  readonly report?: { readonly file: string; readonly count: (report: never) => Count };
}
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const results = 'test-results';
const checks: readonly Check[] = [
  { name: 'format', command: 'prettier --check . --log-level warn', fix: 'run "npm run fix"' },
  // Before lint: it writes the types of the content collections, which a clean checkout lacks.
  { name: 'types', command: 'astro check --minimumFailingSeverity hint', fix: 'mend the types; "npx astro check" shows them again' },
  { name: 'lint', command: 'eslint . --max-warnings 0', fix: 'run "npm run fix", then mend what is left by hand' },
  { name: 'dead code', command: 'knip', fix: 'delete what nothing uses' },
  {
    name: 'imports',
    command: 'depcruise --config tests/dependency-cruiser.mjs src tests && node tests/imports.ts',
    fix: 'imports point one way; the table is in tests/layers.ts',
  },
  {
    name: 'unit and lockstep tests',
    command: `vitest run --config tests/vitest.config.ts --coverage --reporter=default --reporter=json --outputFile.json=${results}/unit.json`,
    fix: 'run one file: npx vitest run --config tests/vitest.config.ts tests/unit/FILE',
    report: {
      file: `${results}/unit.json`,
      count: (report: { numPassedTests: number; numFailedTests: number }) => ({
        passed: report.numPassedTests,
        failed: report.numFailedTests,
      }),
    },
  },
  { name: 'build', command: 'astro build', fix: 'run "npm run build" and read its last lines' },
  {
    name: 'html',
    command: `html-validate --config tests/html-validate.json "dist/**/*.html"`,
    fix: 'mend the markup of the page named',
    needsBuild: true,
  },
  { name: 'links', command: 'node tests/links.ts', fix: 'mend the link or the address in src/catalog/paths.ts', needsBuild: true },
  { name: 'sub-path', command: 'node tests/sub-path.ts', fix: 'build addresses with src/catalog/paths.ts only', needsBuild: true },
  { name: 'sizes', command: 'size-limit', fix: 'make it smaller; budgets are in package.json', needsBuild: true },
  {
    name: 'browser tests',
    command: 'playwright test --config tests/playwright.config.ts',
    fix: 'run one file: npx playwright test --config tests/playwright.config.ts FILE',
    needsBuild: true,
    report: {
      file: `${results}/e2e.json`,
      count: ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
      }),
    },
  },
];

/** A runner counts its own tests; a check counts as one. A runner that ran nothing has failed. */
function countOf(check: Check, ok: boolean): Count {
  if (check.report === undefined || !existsSync(check.report.file))
    return ok && check.report === undefined ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const count = check.report.count(JSON.parse(readFileSync(check.report.file, 'utf8')) as never);
  return ok && count.passed > 0 ? count : { passed: count.passed, failed: Math.max(1, count.failed) };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', UNDELIVERED_BROWSER: findBrowser(), FORCE_COLOR: '0' };
const failures: string[] = [];
let built = true;
let passed = 0;
let failed = 0;

for (const check of checks) {
  const { name, command, fix, needsBuild } = check;
  if (needsBuild === true && !built) {
    failures.push(`${name}: not run, because the build failed`);
    failed += 1;
    continue;
  }
  console.log(`\n── ${name}: ${command}`);
  const started = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], env });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const ok = status === 0;
  if (name === 'build') built = ok;
  const count = countOf(check, ok);
  passed += count.passed;
  failed += count.failed;
  if (count.failed > 0) failures.push(`${name}: ${fix}`);
  console.log(`── ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'} after ${seconds} s`);
}

if (failures.length > 0) console.log(`\nWhat to do:\n${failures.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);
