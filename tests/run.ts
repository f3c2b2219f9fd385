/**
 * `npm test`: every check and every test, two at a time, in the order that finds faults soonest. All of them run, whatever
 * fails before, except those that need the built site when the build failed. What a check prints stands together, below its
 * name, when it has ended. Ends with the slowest three and one line "N passed, N failed".
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from './browser.ts';
import { twoAtATime, type Job } from './two-at-a-time.ts';

interface Check extends Job {
  readonly command: string;
  /** What to do when it fails. */
  readonly fix: string;
  /** JSON report of a test runner, so that single tests are counted. */
  readonly report?: { readonly file: string; readonly count: (report: never) => Count };
}
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const results = 'test-results';
const checks: readonly Check[] = [
  { name: 'types', command: 'astro check --minimumFailingSeverity hint', fix: 'mend the types; "npx astro check" shows them again' },
  { name: 'format', command: 'prettier --check . --log-level warn', fix: 'run "npm run fix"' },
  {
    name: 'unit and lockstep tests',
    command: `vitest run --config tests/vitest.config.ts --reporter=default --reporter=json --outputFile.json=${results}/unit.json`,
    // The longest but one: it begins as soon as it may.
    after: ['types'],
    fix: 'run one file: npx vitest run --config tests/vitest.config.ts tests/unit/FILE',
    report: {
      file: `${results}/unit.json`,
      count: (report: { numPassedTests: number; numFailedTests: number }) => ({
        passed: report.numPassedTests,
        failed: report.numFailedTests,
      }),
    },
  },
  { name: 'dead code', command: 'knip', fix: 'delete what nothing uses' },
  {
    name: 'imports',
    command: 'depcruise --config tests/dependency-cruiser.mjs src tests && node tests/imports.ts',
    fix: 'imports point one way; the table is in tests/layers.ts',
  },
  // After types: that writes the types of the content collections, which lint reads, and the same cache as a build.
  { name: 'build', command: 'astro build', fix: 'run "npm run build" and read its last lines', after: ['types'] },
  { name: 'lint', command: 'eslint . --max-warnings 0', fix: 'run "npm run fix", then mend what is left by hand', after: ['types'] },
  {
    name: 'html',
    command: `html-validate --config tests/html-validate.json "dist/**/*.html"`,
    fix: 'mend the markup of the page named',
    needs: ['build'],
  },
  { name: 'sub-path', command: 'node tests/sub-path.ts', fix: 'build addresses with src/catalog/paths.ts only', needs: ['build'] },
  { name: 'links', command: 'node tests/links.ts', fix: 'mend the link or the address in src/catalog/paths.ts', needs: ['build'] },
  { name: 'sizes', command: 'size-limit', fix: 'make it smaller; budgets are in package.json', needs: ['build'] },
  {
    name: 'browser tests',
    command: 'playwright test --config tests/playwright.config.ts',
    fix: 'run one file: npx playwright test --config tests/playwright.config.ts FILE',
    needs: ['build'],
    // Its two workers fill two cores, and some of its tests say how soon the page must answer.
    alone: true,
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

/** Runs a command; what it prints is shown as it comes when the check is alone, and kept back until its end otherwise. */
async function execute({ command, alone }: Check): Promise<{ readonly ok: boolean; readonly printed: string }> {
  const child = spawn(command, { shell: true, stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'], env });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => pieces.push(piece));
  const code = await new Promise<number | null>((resolve) =>
    child
      .on('error', () => {
        resolve(null);
      })
      .on('close', resolve),
  );
  return { ok: code === 0, printed: Buffer.concat(pieces).toString('utf8') };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', UNDELIVERED_BROWSER: findBrowser(), FORCE_COLOR: '0' };
const inSeconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const failures: string[] = [];
const times: { readonly name: string; readonly took: number }[] = [];
let passed = 0;
let failed = 0;

async function check(one: Check): Promise<boolean> {
  const { name, command, fix } = one;
  const heading = `\n── ${name}: ${command}`;
  if (one.alone) console.log(heading);
  const started = performance.now();
  const { ok, printed } = await execute(one);
  const took = performance.now() - started;
  times.push({ name, took });
  const count = countOf(one, ok);
  passed += count.passed;
  failed += count.failed;
  if (count.failed > 0) failures.push(`${name}: ${fix}`);
  if (!one.alone) console.log(`${heading}\n${printed.trimEnd()}`);
  console.log(`── ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'} after ${inSeconds(took)}`);
  return ok;
}

const started = performance.now();
await twoAtATime(checks, check, ({ name }) => {
  failures.push(`${name}: not run, because the build failed`);
  failed += 1;
});

const slowest = times.toSorted((a, b) => b.took - a.took).slice(0, 3);
console.log(
  `\nSlowest: ${slowest.map(({ name, took }) => `${name} ${inSeconds(took)}`).join(', ')}. All: ${inSeconds(performance.now() - started)}.`,
);
if (failures.length > 0) console.log(`\nWhat to do:\n${failures.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);
