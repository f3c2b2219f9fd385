/**
 * `npm run firefox [-- JOURNEY]`: the three journeys in Firefox, over WebDriver BiDi, on the built site: wide in light and dark colours, and as narrow
 * as a phone; what only some browsers can; without a network. Every error of a script, of the console, of the policy and of an answer
 * fails. Prints a table; ends with 1 when something falls short. Pictures of each journey's end: test-results/firefox/. Takes Debian's
 * `firefox-esr`, the Firefox of the system, or the one that UNDELIVERED_FIREFOX names.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Browser } from 'puppeteer-core';
import { isBuilt } from '../../src/build/built.ts';
import { parseHeaders } from '../../src/cli/headers.ts';
import { siteHandler } from '../../src/cli/site-handler.ts';
import { findFirefox } from '../browser.ts';
import { distFolder } from '../dist.ts';
import { analyzer } from './analyzer.ts';
import { browserItself } from './browser-itself.ts';
import { error } from './error.ts';
import { guide } from './guide.ts';
import { Visit, type Journey, type Step, type View } from './visit.ts';

const views: readonly View[] = [
  { name: 'wide, light', width: 1280, height: 900, colours: 'light' },
  { name: 'wide, dark', width: 1280, height: 900, colours: 'dark' },
  { name: 'narrow, light', width: 390, height: 844, colours: 'light' },
];
const journeys: Readonly<Record<string, Journey>> = { guide, error, analyzer };
/** In the first view only: how wide a page is, and its colours, are nothing to it. */
const once: Readonly<Record<string, Journey>> = { browser: browserItself };

const root = fileURLToPath(new URL('../../', import.meta.url));
if (!isBuilt(root, process.env)) console.log('dist/ is older than its sources, or not there. "npm run build" makes it anew.');
const pictures = join(root, 'test-results/firefox/');
mkdirSync(pictures, { recursive: true });
const downloads = mkdtempSync(join(tmpdir(), 'undelivered-downloads-'));

const rules = parseHeaders(readFileSync(join(distFolder, '_headers'), 'utf8'));
const server = createServer(siteHandler({ folder: distFolder, base: '/', rules }));
await new Promise<void>((resolve) => server.listen(Number(process.env.TEST_PORT ?? 0), '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

const start = (): Promise<Browser> =>
  launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    timeout: 180_000,
    protocolTimeout: 180_000,
    extraPrefsFirefox: {
      // Files are saved without asking, where they can be read.
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
    },
  });

type Row = readonly [view: string, journey: string, what: string, said: string, ok: boolean];
const rows: Row[] = [];
const told = (row: Row): void => {
  rows.push(row);
  const [view, journey, what, said, ok] = row;
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${view.padEnd(14)}${journey.padEnd(10)}${what}${said === '' ? '' : `  (${said})`}`);
};

/** Journeys that were named: `npm run firefox -- guide`. */
const wanted = process.argv.slice(2);
const browser = await start();
console.log(`${await browser.version()}\n`);
for (const view of views) {
  for (const [name, journey] of Object.entries({ ...journeys, ...(view === views[0] ? once : {}) })) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const visit = await Visit.begin(browser, view, origin, downloads);
    const step: Step = async (what, act) => {
      const came = await act();
      const said = typeof came === 'string' ? came : '';
      const sideways = await visit.sideways();
      if (sideways > 0) visit.faults.push(`the page scrolls sideways, by ${String(sideways)} px`);
      const faults = visit.faults.splice(0);
      told([view.name, name, what, faults.length === 0 ? said : faults.join('; '), faults.length === 0]);
    };
    let now = '';
    try {
      await visit.open('/privacy/');
      await visit.page.select('[data-theme]', view.colours);
      await journey(visit, (what, act) => step((now = what), act));
    } catch (problem) {
      const faults = [problem instanceof Error ? problem.message : String(problem), ...visit.faults];
      told([view.name, name, now, faults.join('; '), false]);
    }
    await visit.page.screenshot({ path: `${pictures}${name}-${view.name.replace(', ', '-')}.png` as `${string}.png` });
    await visit.end();
  }
}
await browser.close();
server.closeAllConnections();
server.close();
rmSync(downloads, { recursive: true, force: true });
const failed = rows.filter(([, , , , ok]) => !ok).length;
console.log(`\n${String(rows.length - failed)} passed, ${String(failed)} failed. Pictures: ${pictures}`);
process.exitCode = failed === 0 ? 0 : 1;
