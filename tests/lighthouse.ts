/**
 * `npm run lighthouse [-- --runs N]`: Lighthouse (mobile, simulated) on five pages of the built site as our own server sends them.
 * Medians of five runs, or of N. Prints a table; exit 1 where a page is below its bars. Not part of `npm test`: it takes minutes, and its
 * figures depend on what else the machine does.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { median } from './bench/median.ts';
import { browserArgs, findBrowser } from './browser.ts';

interface Page {
  readonly path: string;
  /** Least score for performance, 0 to 100. */
  readonly performance: number;
  /** The largest paint, in milliseconds, must come sooner. */
  readonly paint?: number;
}

const pages: readonly Page[] = [
  { path: '/', performance: 100 },
  { path: '/guide/status/', performance: 100 },
  { path: '/errors/', performance: 100 },
  { path: '/errors/30007/', performance: 100 },
  { path: '/analyze/', performance: 95, paint: 2500 },
];

const others = ['accessibility', 'best-practices', 'seo'] as const;
type Other = (typeof others)[number];

/** Asks for robots.txt from inside the page, which `connect-src 'none'` forbids: it is left out of the score. */
const CANNOT_PASS = 'robots-txt';

interface Category {
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}
interface Result {
  readonly categories: Readonly<Record<'performance' | Other, Category>>;
  /** Why the page could not be looked at; absent when it could. */
  readonly runtimeError?: { readonly code: string };
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly numericValue?: number; readonly title: string }>>;
}

/** Runs that are tried again before it is given up: a browser on a busy machine may not have begun to load the page in time (NO_NAVSTART). */
const MORE_TRIES = 1;

/** One run in a browser of its own. @throws Error when Lighthouse does not finish, also when it is tried again */
async function run(url: string, left = MORE_TRIES): Promise<Result> {
  const flags = ['--headless=new', ...browserArgs].join(' ');
  const args = [url, '--output=json', '--output-path=stdout', '--quiet', `--chrome-flags=${flags}`];
  const child = spawn('lighthouse', args, {
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CHROME_PATH: findBrowser() },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const result = code === 0 ? (JSON.parse(Buffer.concat(chunks).toString('utf8')) as Result) : undefined;
  // A run that met no page ends well and scores nothing.
  if (result !== undefined && result.runtimeError === undefined) return result;
  const why = `lighthouse ${url} ended with ${result?.runtimeError?.code ?? String(code)}`;
  if (left === 0) throw new Error(why);
  console.error(`${why}; once more`);
  return run(url, left - 1);
}

/** The score of a category, 0 to 100, and the audits that lower it; without the one that cannot pass. */
function scoreOf({ categories, audits }: Result, name: Other): { readonly score: number; readonly failed: readonly string[] } {
  const counted = categories[name].auditRefs.filter(
    ({ id, weight }) => weight > 0 && id !== CANNOT_PASS && typeof audits[id]?.score === 'number',
  );
  const all = counted.reduce((sum, { weight }) => sum + weight, 0);
  const got = counted.reduce((sum, { id, weight }) => sum + weight * (audits[id]?.score ?? 0), 0);
  const failed = counted.filter(({ id }) => (audits[id]?.score ?? 0) < 1).map(({ id }) => id);
  return { score: Math.floor((100 * got) / all), failed };
}

/** Our server on a port of its own. @throws Error when it does not start */
async function serve(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const child = spawn(process.execPath, ['src/cli/serve.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', BASE_PATH: '' },
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const port = /localhost:(\d+)/.exec(line.toString())?.[1];
  if (port === undefined) throw new Error(`the server said: ${line.toString()}`);
  return { url: `http://localhost:${port}`, stop: () => void child.kill() };
}

const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 5 : Number(process.argv[at + 1]);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('--runs needs a number of runs, for example: npm run lighthouse -- --runs 3');
  process.exit(2);
}
if (!existsSync('dist/index.html')) {
  console.error('There is no built site in dist/. Run "npm run build" first.');
  process.exit(2);
}

console.log(`Lighthouse, mobile, medians of ${String(runs)}. "${CANNOT_PASS}" is left out: connect-src 'none' forbids what it asks for.\n`);
const server = await serve();
const faults: string[] = [];
const table: Record<string, string | number>[] = [];
try {
  for (const { path, performance, paint } of pages) {
    const results: Result[] = [];
    for (let i = 0; i < runs; i += 1) results.push(await run(server.url + path));
    const figure = (audit: string): number => median(results.map(({ audits }) => audits[audit]?.numericValue ?? NaN));
    const fast = Math.round(100 * median(results.map(({ categories }) => categories.performance.score ?? NaN)));
    const painted = figure('largest-contentful-paint');
    if (!(fast >= performance)) faults.push(`${path}: performance is ${String(fast)}, ${String(performance)} wanted`);
    if (paint !== undefined && !(painted < paint)) faults.push(`${path}: the largest paint comes after ${painted.toFixed(0)} ms`);
    const scores = others.map((name) => {
      const found = results.map((result) => scoreOf(result, name));
      const failed = [...new Set(found.flatMap(({ failed }) => failed))];
      if (failed.length > 0) faults.push(`${path}: ${name}: ${failed.join(', ')}`);
      return [name, Math.min(...found.map(({ score }) => score))] as const;
    });
    table.push({
      page: path,
      performance: fast,
      'paint ms': Math.round(painted),
      'blocked ms': Math.round(figure('total-blocking-time')),
      shift: Number(figure('cumulative-layout-shift').toFixed(3)),
      KB: Math.round(figure('total-byte-weight') / 1000),
      ...Object.fromEntries(scores),
    });
  }
} finally {
  server.stop();
}
console.table(table);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
