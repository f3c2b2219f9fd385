import { readFileSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { errors } from '../content.ts';
import { attributes, fileFor, htmlPages } from '../dist.ts';

const pages = htmlPages();
const resources = (html: string): readonly string[] => [
  ...attributes(html, 'script', 'src'),
  ...attributes(html, 'img', 'src'),
  ...attributes(html, 'link[^>]*rel="(?:stylesheet|icon|manifest|modulepreload|preload)"', 'href'),
  ...attributes(html, 'astro-island', 'component-url'),
  ...attributes(html, 'astro-island', 'renderer-url'),
];

test('every page has a strict policy and nothing inline that it would block', () => {
  for (const { path, html } of pages) {
    const policy = attributes(html, 'meta[^>]*http-equiv="content-security-policy"', 'content')[0] ?? '';
    expect(policy, path).toContain("default-src 'none'");
    // Only the pages about codes may load anything after themselves, and only from here; none of them is given a log.
    expect(policy, path).toContain(path.startsWith('errors/') ? "connect-src 'self'" : "connect-src 'none'");
    expect(policy, path).toContain("require-trusted-types-for 'script'");
    // The thread of the analyzer is the only thing that is started from an address made in a script.
    expect(policy, path).toMatch(path === 'analyze/' ? /trusted-types default(;|$)/ : /trusted-types offline(;|$)/);
    // The analyzer's page starts no service worker, and its thread obeys its policy.
    expect(policy, path).toMatch(path === 'analyze/' ? /worker-src blob:(;|$)/ : /worker-src 'self'(;|$)/);
    expect(policy, path).not.toContain('unsafe-inline');
    expect(policy, path).not.toContain("'unsafe-eval'");
    expect(policy, path).not.toMatch(/https?:/);
    expect(html.match(/<[a-z][^>]*\s(?:style|on[a-z]+)="/i)?.[0], path).toBeUndefined();
  }
});

test('a word of the glossary leads there once a page, at its first use, from running text', () => {
  let seen = 0;
  for (const { path, html } of pages) {
    const [, main = ''] = html.split('<main');
    if (path === 'glossary/') continue;
    const found = [...main.matchAll(/<a class="fact" href="[^"]*glossary\/#([\w-]+)">/g)].map(([, id]) => id);
    seen += found.length;
    expect(found.length, path).toBe(new Set(found).size);
    const closed = [...main.matchAll(/<(h[1-6]|code|blockquote|th)\b.*?<\/\1>/gs)].filter(([block]) => block.includes('glossary/#'));
    expect(closed, path).toEqual([]);
  }
  expect(seen).toBeGreaterThan(1000);
});

test('no page loads anything from another host', () => {
  // One comparison and not 10,000: each is a step of the report.
  const wrong: string[] = [];
  let seen = 0;
  for (const { path, html } of pages) {
    for (const url of resources(html)) {
      seen += 1;
      if (!/^(\/(?!\/)|data:image\/)/.test(url)) wrong.push(`${path} loads ${url}`);
      if (url.startsWith('/') && fileFor(url, '/') === undefined) wrong.push(`${path} loads ${url}, which is not there`);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThanOrEqual(pages.length);
});

test('pages have titles and descriptions of their own, and one h1', () => {
  const titles = new Map<string, string>();
  for (const { path, html } of pages) {
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
    expect(title.length, path).toBeGreaterThan(5);
    expect(titles.get(title), `${path} has the title of`).toBeUndefined();
    titles.set(title, path);
    expect(attributes(html, 'meta[^>]*name="description"', 'content')[0]?.length ?? 0, path).toBeGreaterThan(30);
    expect(html.match(/<h1\b/g)?.length, path).toBe(1);
  }
});

test('an error page weighs at most 40 KB with its stylesheets and scripts', () => {
  const errorPages = pages.filter(({ path }) => /^errors\/\d+\/$/.test(path));
  expect(errorPages.length).toBeGreaterThanOrEqual(30);
  for (const { path, html } of errorPages) {
    const files = resources(html)
      .filter((url) => /\.(css|js)$/.test(url))
      .map((url) => fileFor(url, '/') ?? '');
    const bytes = Buffer.byteLength(html) + files.reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes, path).toBeLessThanOrEqual(40 * 1024);
    expect(attributes(html, 'link[^>]*rel="stylesheet"', 'href').length, path).toBe(1);
  }
});

test('the forms for machines hold every code with its front matter', () => {
  const read = (address: string): unknown => JSON.parse(readFileSync(fileFor(address, '/') ?? '', 'utf8'));
  const catalog = read('/errors.json') as { schemaVersion: number; errors: readonly { code: number }[] };
  expect(catalog.schemaVersion).toBe(1);
  expect(catalog.errors.map(({ code }) => code)).toEqual(errors.map(({ data }) => data.code).sort((a, b) => a - b));
  for (const { name, data } of errors) {
    expect(read(`/errors/${name}.json`), name).toMatchObject(data);
    expect(readFileSync(fileFor(`/errors/${name}.md`, '/') ?? '', 'utf8'), name).toContain(`# ${name} `);
  }
});

test('canonical addresses are those of the site and of the sitemap', () => {
  const sitemap = readFileSync(fileFor('/sitemap-0.xml', '/') ?? '', 'utf8');
  const listed = new Set([...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address));
  for (const { path, html } of pages) {
    if (path === '404.html') continue;
    const canonical = attributes(html, 'link[^>]*rel="canonical"', 'href')[0] ?? '';
    expect(new URL(canonical).pathname, path).toBe(`/${path}`);
    expect(listed.has(canonical), canonical).toBe(true);
  }
});

test('the preview of an error page shows its facts and a picture of its own, at most 40 KB, on the same host', () => {
  const errorPages = pages.filter(({ path }) => /^errors\/\d+\/$/.test(path));
  expect(errorPages.length).toBe(errors.length);
  for (const { path, html } of errorPages) {
    const canonical = attributes(html, 'link[^>]*rel="canonical"', 'href')[0] ?? '';
    const picture = new URL(attributes(html, 'meta[^>]*property="og:image"', 'content')[0] ?? '');
    expect(picture.origin, path).toBe(new URL(canonical).origin);
    const file = readFileSync(fileFor(picture.pathname, '/') ?? '');
    expect(file.subarray(1, 4).toString(), path).toBe('PNG');
    expect([file.readUInt32BE(16), file.readUInt32BE(20)], path).toEqual([1200, 630]);
    expect(file.length, path).toBeLessThanOrEqual(40 * 1024);
  }
  const described = attributes(
    errorPages.find(({ path }) => path === 'errors/30007/')?.html ?? '',
    'meta[^>]*property="og:description"',
    'content',
  );
  expect(described[0]).toMatch(/^Undelivered\. You act\. Resend only after a fix\. Billed as an attempt\. /);
});
