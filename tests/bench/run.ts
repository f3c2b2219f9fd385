/**
 * `npm run bench [ROWS]`: reads one seeded console-v3 log in Chromium in three ways, side by side in one run, and prints
 * what each costs: the bytes alone, PapaParse alone in a worker, our whole report on the built page. Median of three rounds.
 * Then the longest task of the page's main thread with wide logs, once: the processor's part is the figure to go by.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserArgs, findBrowser } from '../browser.ts';
import { writeLog } from './generate.ts';
import { mainThread } from './main-thread.ts';
import { measurePage, measureReport } from './measure.ts';
import { serveBench } from './serve.ts';

const ROUNDS = 3;
const seed = 1;
const rows = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(rows) || rows < 1) {
  console.error(`"${process.argv[2] ?? ''}" is no number of rows. For example: npm run bench -- 200000`);
  process.exit(2);
}
if (!existsSync('dist/analyze/index.html')) {
  console.error('There is no built site in dist/. Run "npm run build" first.');
  process.exit(2);
}

const folder = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));
mkdirSync(folder, { recursive: true });
const log = join(folder, `console-v3-${String(rows)}-${String(seed)}.csv`);
if (!existsSync(log)) await writeLog(log, { rows, seed });
const megabytes = statSync(log).size / 1e6;
console.log(`${rows.toLocaleString('en-US')} rows of console-v3, ${megabytes.toFixed(1)} MB, ${String(ROUNDS)} rounds, medians\n`);

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const server = await serveBench();
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArgs] });
try {
  const ways = ['bare Blob read', 'PapaParse alone', 'our full report'] as const;
  const results = new Map(ways.map((way) => [way, [] as Awaited<ReturnType<typeof measureReport>>[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    results.get('bare Blob read')?.push(await measurePage(browser, `${server.url}/bench/?read`, log));
    results.get('PapaParse alone')?.push(await measurePage(browser, `${server.url}/bench/?papa`, log));
    results.get('our full report')?.push(await measureReport(browser, `${server.url}/analyze/`, log));
  }
  const table = ways.map((way) => {
    const all = results.get(way) ?? [];
    const of = (pick: (result: (typeof all)[number]) => number): number => median(all.map(pick));
    const show = (value: number, digits = 0): string => (Number.isNaN(value) ? '-' : value.toFixed(digits));
    const seconds = of((result) => result.seconds);
    return {
      way,
      seconds: show(seconds, 2),
      'MB/s': show(megabytes / seconds, 1),
      'peak MB': show(of((result) => result.peakMegabytes)),
      'longest task ms': show(of((result) => result.longestTask)),
      'first progress ms': show(of((result) => result.firstProgress)),
      'cancel ms': show(of((result) => result.cancel)),
    };
  });
  console.table(table);
  const speed = (way: (typeof ways)[number]): number => median((results.get(way) ?? []).map(({ seconds }) => megabytes / seconds));
  console.log(
    `our full report reads at ${((speed('our full report') / speed('PapaParse alone')) * 100).toFixed(0)} % of the speed of PapaParse alone`,
  );
  console.log('\nlongest task of the main thread, in ms');
  const tasks = await mainThread(browser, `${server.url}/analyze/`, folder);
  console.table(tasks.map(({ step, wall, processor }) => ({ step, wall: Math.round(wall), processor: Math.round(processor) })));
} finally {
  await browser.close();
  server.close();
}
