/**
 * `npm run bench [ROWS] [--against COMMIT] [--growth]`: reads one seeded console-v3 log in Chromium in five ways, side by side in
 * one run, and prints what each costs: the bytes alone, PapaParse alone in a worker, DuckDB-WASM that groups two columns, DuckDB-WASM
 * that runs the script of `undelivered sql` on the log, loaded into a table, our whole report on the built page. Median of three rounds. `--against` puts two more between them, the analyzer in a bare worker as it is and as it was at a commit, and prints
 * how many times the time of then it takes now. `--growth` reads logs of 10,000 to 10,000,000 rows once each.
 * Then a small log with the worker up, what is counted again from a log that was kept, and the longest task of the page's main thread with wide logs, once: the processor's part is the figure to go by. Last the bars (bars.ts);
 * ends with 1 where one is missed.
 */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserArgs, findBrowser } from '../browser.ts';
import { differencesOf, reportOnLog, reportOnRows } from '../warehouse/same-report.ts';
import { all } from '../warehouse/script.ts';
import { areHeld, besideOthers, tasks, type Bar } from './bars.ts';
import { writeLog } from './generate.ts';
import { keptBars } from './kept.ts';
import { mainThread } from './main-thread.ts';
import { median } from './median.ts';
import { measureAgain, measurePage, measureReport } from './measure.ts';
import { reporter, reporterOf } from './reporter.ts';
import { serveBench } from './serve.ts';

const ROUNDS = 3;
const DUCKDB = 'DuckDB-WASM two columns';
const FACTS = 'DuckDB-WASM same facts';
/** The commit whose report is the measure for `--against`. */
const FIRST = 'e820079';
const seed = 1;
/** A log of a small firm, and how soon its report stands once the page has read another one; milliseconds. */
const FEW_ROWS = 10_000;
const FEW_ROWS_MS = 150;
const { values: options, positionals } = parseArgs({
  options: { against: { type: 'string' }, growth: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const rows = Number(positionals[0] ?? 1_000_000);
if (!Number.isInteger(rows) || rows < 1) {
  console.error(`"${positionals[0] ?? ''}" is no number of rows. For example: npm run bench -- 200000`);
  process.exit(2);
}
if (!existsSync('dist/analyze/index.html')) {
  console.error('There is no built site in dist/. Run "npm run build" first.');
  process.exit(2);
}

const folder = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));
mkdirSync(folder, { recursive: true });
async function logOf(count: number): Promise<string> {
  const path = join(folder, `console-v3-${String(count)}-${String(seed)}.csv`);
  if (!existsSync(path)) await writeLog(path, { rows: count, seed });
  return path;
}
const log = await logOf(rows);
const megabytes = statSync(log).size / 1e6;
console.log(`${rows.toLocaleString('en-US')} rows of console-v3, ${megabytes.toFixed(1)} MB, ${String(ROUNDS)} rounds, medians\n`);

const { against } = options;
const reporters = against === undefined ? [] : [['now', await reporter()] as const, ['then', await reporterOf(against)] as const];
const server = await serveBench(new Map(reporters));
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArgs] });
try {
  const baselines = [
    ['bare Blob read', 'read'],
    ['PapaParse alone', 'papa'],
    [DUCKDB, 'duckdb'],
    [FACTS, 'duckdb-facts'],
    ...(against === undefined
      ? []
      : ([
          ['report in a bare worker', 'now'],
          [`the same at ${against}`, 'then'],
        ] as const)),
  ] as const;
  const ways = [...baselines.map(([way]) => way), 'our full report'];
  const results = new Map(ways.map((way) => [way, [] as Awaited<ReturnType<typeof measureReport>>[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [way, worker] of baselines) results.get(way)?.push(await measurePage(browser, `${server.url}/bench/?${worker}`, log));
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
  const speed = (way: string): number => median((results.get(way) ?? []).map(({ seconds }) => megabytes / seconds));
  console.log(
    `our full report reads at ${((speed('our full report') / speed('PapaParse alone')) * 100).toFixed(0)} % of the speed of PapaParse alone`,
  );
  console.log(
    `the full report takes ${(speed(DUCKDB) / speed('our full report')).toFixed(2)} times what DuckDB-WASM takes to group two columns, which before that needs ${median((results.get(DUCKDB) ?? []).map(({ start = NaN }) => start)).toFixed(2)} s to start`,
  );
  const counted = results.get(DUCKDB)?.[0]?.table?.reduce((sum, cells) => sum + Number(cells[2]), 0);
  const bars: Bar[] = [...besideOthers(1 / speed('our full report'), 1 / speed('PapaParse alone'), 1 / speed(FACTS))];
  bars.push({ what: 'rows that DuckDB-WASM counted otherwise', is: Math.abs(rows - (counted ?? NaN)), most: 0 });
  if (counted !== rows) console.log(`DuckDB-WASM counted ${String(counted)} rows of ${String(rows)}`);
  const facts = results.get(FACTS) ?? [];
  console.log(
    `DuckDB-WASM takes ${(speed('our full report') / speed(FACTS)).toFixed(2)} times what the full report takes for the same facts, ${median(facts.map(({ loaded = NaN }) => loaded)).toFixed(2)} s of it to load the log`,
  );
  const made = await reportOnRows(facts[0]?.table ?? []);
  const differences = typeof made === 'string' ? [made] : differencesOf(await reportOnLog(readFileSync(log), all), made);
  console.log(
    differences.length === 0
      ? `the report on its ${String(facts[0]?.table?.length)} rows is that on the log, byte for byte but for findings that are not judged`
      : `THE REPORT ON ITS ROWS IS ANOTHER:\n${differences.slice(0, 8).join('\n')}`,
  );
  bars.push({ what: 'differences between the report and that on its rows', is: differences.length, most: 0 });
  if (against !== undefined) {
    const ratio = speed(`the same at ${against}`) / speed('report in a bare worker');
    console.log(`the report takes ${ratio.toFixed(2)} times what it took at ${against}`);
    if (against === FIRST) bars.push({ what: `our report, as a part of that at ${against}`, is: ratio, most: 0.55 });
  }
  if (options.growth) {
    console.log('\ngrowth, one reading each');
    const grown = [];
    for (const count of [10_000, 100_000, 1_000_000, 10_000_000]) {
      const { seconds, peakMegabytes } = await measureReport(browser, `${server.url}/analyze/`, await logOf(count));
      grown.push({
        rows: count,
        seconds: seconds.toFixed(2),
        'µs a row': ((seconds * 1e6) / count).toFixed(2),
        'peak MB': peakMegabytes.toFixed(0),
      });
    }
    console.table(grown);
  }
  const again = median(await measureAgain(browser, `${server.url}/analyze/`, await logOf(FEW_ROWS)));
  console.log(`\n${FEW_ROWS.toLocaleString('en-US')} rows with the worker up: ${again.toFixed(0)} ms to the last part of the report`);
  bars.push({ what: `${String(FEW_ROWS)} rows with the worker up, ms`, is: again, most: FEW_ROWS_MS });
  console.log('\ncounting again from what was kept, in Node, medians of five');
  bars.push(...(await keptBars(log)));
  console.log('\nlongest task of the main thread, in ms');
  const longest = await mainThread(browser, `${server.url}/analyze/`, folder);
  console.table(longest.map(({ step, wall, processor }) => ({ step, wall: Math.round(wall), processor: Math.round(processor) })));
  console.log('\nbars');
  process.exitCode = areHeld([...bars, ...tasks(longest)]) ? 0 : 1;
} finally {
  await browser.close();
  server.close();
}
