import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { lookup } from 'mrmime';
import { versionOf } from '../../src/build/offline.ts';
import { ZIP } from '../../src/build/site-zip.ts';
import { kept } from '../../src/hand-over/kept.ts';
import { distFolder, htmlPages } from '../dist.ts';
import { AnalyzePage } from './analyze-page.ts';
import { KeptSite, listening } from './kept-site.ts';
import { troubledLog } from './log-file.ts';

const test = base.extend<{ site: KeptSite }>({
  site: async ({}, use) => {
    const site = await KeptSite.start();
    await use(site);
    site.stop();
  },
});
test.use({ serviceWorkers: 'allow' });

/** How far the keeping has come, from inside a page. */
const state = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration === undefined ? 'none' : (['waiting', 'active', 'installing'] as const).find((kind) => registration[kind] !== null);
  });
const isKept = async (page: Page): Promise<void> => {
  await expect.poll(() => state(page), { timeout: 60_000 }).toBe('active');
};
/** Every address in every cache. */
const keptAddresses = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const addresses = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    return { names, addresses: addresses.flat() };
  });

test('after one visit every door opens without a network', async ({ context, page, site }) => {
  await page.goto(`${site.origin}/`);
  await isKept(page);
  site.isGone = true;
  await context.setOffline(true);
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));

  await page.goto(`${site.origin}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const answer = await page.goto(`${site.origin}/errors/30007/?status=undelivered`);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Message filtered');
  await page.goto(`${site.origin}/errors/30007`);
  await expect(page).toHaveURL(/\/errors\/30007\/$/);
  const part = await page.evaluate(async () => {
    const response = await fetch('/errors/30003/', { headers: { range: 'bytes=0-14' } });
    return { status: response.status, text: await response.text() };
  });
  expect(part.status).toBe(200);
  expect(part.text).toMatch(/<\/html>\s*$/);

  await page.goto(`${site.origin}/guide/status/`);
  await page.getByRole('link', { name: /^Undelivered A receipt says/ }).click();
  await expect(page).toHaveURL(/\/guide\/undelivered\/\?status=undelivered/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.goto(`${site.origin}/errors/`);
  await page.locator('#find-words').fill('landline');
  await expect(page.locator('a[href*="/errors/30006/"]').first()).toBeVisible();
  // No title has these words; Pagefind finds them in the text of a page, by an index that is fetched in pieces.
  await page.locator('#find-words').fill('date of birth');
  await expect(page.locator('main a[href*="/errors/30456/"]').first()).toBeVisible();

  const analyze = new AnalyzePage(page);
  await page.goto(`${site.origin}/analyze/`);
  await expect(page.locator('.analyzer[data-ready=true]')).toBeVisible();
  await page
    .getByRole('button', { name: /sample|trouble/i })
    .first()
    .click();
  await analyze.isIn('report');
  await analyze.change();
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await expect(page.locator('.summary-line, .report').first()).toContainText('a.csv');

  const lost = await page.goto(`${site.origin}/errors/30007/no/such/page/`);
  expect(lost?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No page here');
  await expect(page.locator('#not-found-code a').first()).toHaveAttribute('href', /\/errors\/30007\//);

  const { names, addresses } = await keptAddresses(page);
  expect(names.length).toBe(1);
  expect(names[0]).toMatch(new RegExp(`^${kept.site.key}:/:`));
  expect(addresses.filter((address) => address.includes('?') || !address.startsWith(`${site.origin}/`))).toEqual([]);
  expect(addresses.length).toBeGreaterThan(120);
  expect(faults).toEqual([]);
});

test('a newer version is announced, swaps no page, and takes over when the reader says so', async ({ context, page, site }) => {
  await page.goto(`${site.origin}/privacy/`);
  await isKept(page);
  const other = await context.newPage();
  await other.goto(`${site.origin}/errors/30007/`);
  const title = 'Nothing leaves this browser';
  await site.change('privacy/index.html', (html) => html.replaceAll('Nothing leaves your browser', title));
  site.asked.length = 0;
  await page.reload();
  const line = page.getByRole('status').filter({ hasText: 'A newer version is ready.' });
  await expect(line).toBeVisible({ timeout: 30_000 });
  // What is the same was taken over from the version before.
  expect([...new Set(site.asked)].toSorted()).toEqual(['/privacy/', '/sw.js']);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing leaves your browser');
  // Nothing else moves it on.
  for (const message of ['skip', { activate: true }, ['activate'], 'activate ', { type: 'SKIP_WAITING' }])
    await page.evaluate(async (data) => {
      (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage(data);
    }, message);
  await page.waitForTimeout(300);
  expect(await state(page)).toBe('waiting');

  await line.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(line).toHaveCount(0);
  // The other tab was loaded from the version before, which stays for it.
  expect((await keptAddresses(page)).names.length).toBe(2);
  await other.close();
  await page.goto(`${site.origin}/privacy/`);
  await expect.poll(async () => (await keptAddresses(page)).names.length).toBe(1);
  site.isGone = true;
  await page.goto(`${site.origin}/privacy/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('keeping stops while a log is in hand, goes on where it stopped, and a broken connection harms nothing', async ({
  context,
  page,
  site,
}) => {
  site.delay = 100;
  await page.goto(`${site.origin}/errors/30007/`);
  await expect.poll(() => site.fillersAsked, { timeout: 30_000 }).toBeGreaterThan(0);
  const analyze = new AnalyzePage(await context.newPage());
  await analyze.page.goto(`${site.origin}/analyze/`);
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await expect.poll(() => state(page)).toBe('none');
  const stopped = site.fillersAsked;
  expect(stopped).toBeLessThan(60);
  // No other page begins it meanwhile.
  await page.goto(`${site.origin}/errors/30003/`);
  await expect.poll(() => state(page)).toBe('installing');
  await expect.poll(() => state(page)).toBe('none');
  expect(site.fillersAsked).toBe(stopped);
  await analyze.page.close();

  await page.goto(`${site.origin}/errors/30007/`);
  await expect.poll(() => site.fillersAsked, { timeout: 30_000 }).toBeGreaterThan(stopped);
  site.isGone = true;
  await expect.poll(() => state(page), { timeout: 30_000 }).toBe('none');
  site.isGone = false;
  site.delay = 0;
  await page.goto(`${site.origin}/errors/30007/`);
  await isKept(page);
  // Nothing that had been kept was asked for again; of the step that was cut off some may have been answered.
  expect(site.fillersAsked).toBeGreaterThanOrEqual(60);
  expect(site.fillersAsked).toBeLessThanOrEqual(68);
});

test('where the reader saves data, or the page is the analyzer, nothing is kept', async ({ context, page, site }) => {
  await page.goto(`${site.origin}/analyze/`);
  await expect(page.locator('.analyzer[data-ready=true]')).toBeVisible();
  const saving = await context.newPage();
  await saving.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await saving.goto(`${site.origin}/errors/30007/`);
  await saving.waitForTimeout(2_000);
  expect(await state(saving)).toBe('none');
  expect(site.asked).not.toContain('/sw.js');
  expect(await saving.evaluate(() => caches.keys())).toEqual([]);
  // A newer version is looked for by the browser itself, whatever the page does: the worker too keeps to it.
  const script = readFileSync(join(distFolder, 'sw.js'), 'utf8');
  site.own.set('/sw.js', (_, response) => {
    response
      .setHeader('content-type', 'text/javascript')
      .end(`Object.defineProperty(navigator, 'connection', { value: { saveData: true } });${script}`);
  });
  await page.goto(`${site.origin}/errors/30007/`);
  await expect.poll(() => state(page)).toBe('installing');
  await expect.poll(() => state(page)).toBe('none');
  expect(site.asked).toContain('/sw.js');
  expect(site.fillersAsked).toBe(0);
});

/** All requests that service workers made. */
const byWorkers = (context: BrowserContext): readonly string[] => {
  const seen: string[] = [];
  context.on('request', (request) => {
    if (request.serviceWorker() !== null) seen.push(request.url());
  });
  return seen;
};

test('nothing makes the service worker ask another host', async ({ context, page, site }) => {
  const asked: string[] = [];
  const others = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('other');
  });
  const other = await listening(others);
  try {
    // A page without a policy, which may ask whom it likes, and addresses that lead away.
    site.own.set('/probe/', (_, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>probe</title>');
    });
    for (const path of ['/away', '/_astro/away.js'])
      site.own.set(path, (_, response) => {
        response.writeHead(302, { location: other + path }).end();
      });
    await page.goto(`${site.origin}/privacy/`);
    await isKept(page);
    await page.goto(`${site.origin}/probe/`);
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    const workers = byWorkers(context);
    await page.evaluate(async (address) => {
      const { controller } = navigator.serviceWorker;
      for (const message of [address, { fetch: address }, { type: 'CACHE_URLS', payload: { urlsToCache: [address] } }, 'activate'])
        controller?.postMessage(message);
      await Promise.allSettled([
        fetch(`/errors/30007/?url=${encodeURIComponent(address)}`),
        fetch(`/privacy/?${address}`),
        fetch(`//127.0.0.1/errors/30007/`),
        fetch('/_astro/away.js'),
      ]);
    }, other);
    await page.waitForTimeout(500);
    expect(asked).toEqual([]);
    // Asked by the page itself, the worker lets it pass.
    const passed = await page.evaluate(async (address) => {
      return [await (await fetch(`${address}/page`)).text(), await (await fetch('/away')).text()];
    }, other);
    expect(passed).toEqual(['other', 'other']);
    expect(asked).toEqual(['/page', '/away']);
    await page.goto(`${site.origin}/errors/1/`);
    // Its requests are seen: it asked this site for the page that is not on its list.
    expect(workers).toContain(`${site.origin}/errors/1/`);
    expect(workers).not.toContain(`${other}/page`);
    expect(workers).not.toContain(`${other}/away`);
    // Its own policy, which is sent with its file, forbids it too.
    const [worker] = context.serviceWorkers();
    const attempt = (address: string): Promise<string> =>
      fetch(address, { mode: 'no-cors' }).then(
        () => 'fetched',
        () => 'refused',
      );
    expect(await worker?.evaluate(attempt, `${other}/`)).toBe('refused');
    expect(await worker?.evaluate(attempt, `${site.origin}/privacy/`)).toBe('fetched');
    expect(asked.length).toBe(2);
  } finally {
    others.close();
  }
});

test('the service worker of the built site keeps every page in at most 12 MB, and no picture or zip', () => {
  const version = versionOf(distFolder);
  expect(readFileSync(join(distFolder, 'sw.js'), 'utf8')).toContain(version.id);
  const files = new Set(Object.keys(version.files));
  expect(htmlPages().filter(({ path }) => !files.has(path))).toEqual([]);
  expect([...files].filter((path) => /\.zip$|\/\d+\.png$|preview\.png$/.test(path))).toEqual([]);
  const bytes = [...files].reduce((sum, path) => {
    const file = readFileSync(join(distFolder, path === '' || path.endsWith('/') ? `${path}index.html` : path));
    return sum + (path.startsWith('pagefind/') ? file.length : gzipSync(file, { level: 4 }).length);
  }, 0);
  expect(bytes).toBeLessThanOrEqual(12_000_000);
  // Fewer would mean that something is left out: it was 7.6 MB on 2026-11-27.
  expect(bytes).toBeGreaterThan(5_000_000);
});

test('the zip of the site runs from a plain server that sends no headers of ours', async ({ page }) => {
  const files = unzipSync(new Uint8Array(readFileSync(join(distFolder, ZIP))));
  const plain = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').replace(/[?#].*/, '')).replace(/^\//, '');
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const body = files[name];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': lookup(name) ?? 'application/octet-stream' }).end(body);
  });
  const origin = await listening(plain);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  try {
    await page.goto(`${origin}/`);
    await page.getByLabel(/^Paste an error/).fill('30007');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${origin}/errors/30007/`);
    await page.goto(`${origin}/errors/`);
    await page.locator('#find-words').fill('landline');
    await expect(page.locator('a[href="/errors/30006/"]').first()).toBeVisible();
    const analyze = new AnalyzePage(page);
    await page.goto(`${origin}/analyze/`);
    await analyze.choose({ name: 'a.csv', text: troubledLog() });
    await analyze.isIn('report');
    await page.goto(`${origin}/privacy/`);
    await expect.poll(() => state(page), { timeout: 10_000 }).not.toBe('none');
    expect(faults).toEqual([]);
  } finally {
    await page.close();
    plain.closeAllConnections();
    plain.close();
  }
});

test('the installed app opens files with the analyzer', async ({ page, baseURL }) => {
  await page.addInitScript((text) => {
    Object.defineProperty(window, 'launchQueue', {
      value: {
        setConsumer: (take: (launch: object) => void) => {
          take({ files: [{ name: 'week.csv', getFile: () => Promise.resolve(new File([text], 'week.csv')) }] });
        },
      },
    });
  }, troubledLog());
  const manifest = (await (await page.request.get('/manifest.webmanifest')).json()) as { file_handlers: [{ action: string }] };
  await page.goto(`${baseURL ?? ''}${manifest.file_handlers[0].action}`);
  const devtools = await page.context().newCDPSession(page);
  const { errors, manifest: read } = (await devtools.send('Page.getAppManifest')) as { errors: unknown; manifest: object };
  expect(errors).toEqual([]);
  expect(read).toMatchObject({ name: 'Undelivered', startUrl: `${baseURL ?? ''}/`, display: 'kMinimalUi' });
  // Pages of tests are private windows, in which nothing can be installed; a headless shell looks for no faults at all.
  const { installabilityErrors: faults } = await devtools.send('Page.getInstallabilityErrors');
  expect(faults.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  await new AnalyzePage(page).isIn('report');
  await expect(page.locator('main')).toContainText('week.csv');
});
