import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { offline, versionOf, writeServiceWorker } from '../../../src/build/offline.ts';

const site = mkdtempSync(join(tmpdir(), 'undelivered-offline-'));
afterAll(() => {
  rmSync(site, { recursive: true });
});
const write = (path: string, text = path): void => {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
};
const wanted = [
  'index.html',
  '404.html',
  'errors/30007/index.html',
  'errors/30007.json',
  'errors/30007.md',
  'guide/index.html',
  '_astro/box.js',
  '_astro/Page.css',
  'pagefind/pagefind.js',
  'pagefind/pagefind-entry.json',
  'pagefind/pagefind-worker.js',
  'pagefind/wasm.en.pagefind',
  'pagefind/fragment/en_1.pf_fragment',
  'icon-192.png',
  'favicon.svg',
  'manifest.webmanifest',
  'samples/trouble.csv',
  'llms.txt',
];
const unwanted = [
  'errors/30007.png',
  'preview.png',
  'undelivered-site.zip',
  'errors/index.html.br',
  '_astro/box.js.gz',
  'sw.js',
  'robots.txt',
  'sitemap-0.xml',
  'pagefind/pagefind-ui.js',
  'pagefind/pagefind-ui.css',
  'pagefind/pagefind-modular-ui.js',
  'pagefind/pagefind-component-ui.css',
  'pagefind/pagefind-highlight.js',
  '_headers',
];
for (const path of [...wanted, ...unwanted]) write(path);

test('pages, what they load and their forms for machines are kept; previews, zips, compressed forms and what is for others are not', () => {
  const { files } = versionOf(site);
  expect(Object.keys(files).toSorted()).toEqual(wanted.map((path) => path.replace(/(^|\/)index\.html$/, '$1')).toSorted());
  expect(files['errors/30007/']).toBe(createHash('sha256').update('errors/30007/index.html').digest('base64').slice(0, 12));
});

test('another file, name or header is another version, and nothing else is', () => {
  const before = versionOf(site);
  write('errors/30007.png', 'another picture');
  expect(versionOf(site)).toEqual(before);
  write('guide/index.html', 'another text');
  const after = versionOf(site);
  expect(after.id).not.toBe(before.id);
  expect(after.headers).toBe(before.headers);
  write('guide/index.html');
  expect(versionOf(site)).toEqual(before);
  write('_headers', 'X-A: b');
  expect(versionOf(site).headers).not.toBe(before.headers);
  rmSync(join(site, '_headers'));
  expect(versionOf(site).headers).toMatch(/^[0-9a-f]{8}$/);
  write('_headers');
});

test('while the site is written, what is asked for as the service worker takes itself and all that was kept away', async () => {
  const layers: ((request: { readonly url: string }, response: object, next: () => void) => void)[] = [];
  const server = { middlewares: { use: (layer: (typeof layers)[number]) => layers.push(layer) } };
  await (offline().hooks['astro:server:setup'] as unknown as (options: object) => void | Promise<void>)({ server });
  const ask = (url: string): Promise<string> =>
    new Promise((resolve) => {
      const response = {
        setHeader: (name: string, value: string) => (expect([name, value]).toEqual(['content-type', 'text/javascript']), response),
        end: resolve,
      };
      layers[0]?.({ url }, response, () => {
        resolve('left to others');
      });
    });
  expect(await ask('/sub/path/sw.js')).toMatch(/caches\.delete.*unregister\(\).*navigate\(/s);
  expect(await ask('/privacy/')).toBe('left to others');
});

test('the service worker carries its list and imports nothing', async () => {
  expect(await writeServiceWorker(site)).toBe(wanted.length);
  const script = readFileSync(join(site, 'sw.js'), 'utf8');
  const { id, files } = versionOf(site);
  expect(script).toContain(id);
  for (const [path, sum] of Object.entries(files)) expect(script).toContain(`"${path}":"${sum}"`);
  expect(script).not.toMatch(/importScripts|\bimport\b|https?:/);
});
