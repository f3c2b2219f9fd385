/**
 * Checks every internal address of the built site from its files: pages and what they load, fragments, and the addresses of
 * the site that the forms for machines name (sitemap, llms.txt, Markdown, JSON).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf, distFolder, elements, fileFor, htmlPages } from './dist.ts';

/** Name of the site in canonical addresses; astro.config.mjs. */
const origin = process.env.SITE_URL ?? 'http://localhost:4321';
/** A check that finds fewer has stopped looking; the site had 40,800 and 8,900 on 2026-11-26. */
const least = { addresses: 30_000, fragments: 4000 };

const pages = htmlPages();
const ids = new Map<string, ReadonlySet<string>>();
for (const { path, html } of pages) {
  const named = [...elements(html)].flatMap(({ attributes }) => attributes.get('id') ?? []);
  ids.set(path, new Set(named));
}

let addresses = 0;
let fragments = 0;
const broken = new Map<string, string>();

/** @param place page or file that names the address, as a path below the root */
function look(address: string, place: string): void {
  const url = URL.parse(address, `${origin}/${place}`);
  const fault = (words: string): void => {
    if (!broken.has(address)) broken.set(address, `${address}: ${words}; linked from /${place}`);
  };
  if (url === null) {
    fault('is no address');
    return;
  }
  if (url.origin !== origin) return;
  addresses += 1;
  if (fileFor(url.pathname, '/') === undefined) fault('there is no such file');
  const page = url.pathname.slice(1);
  if (!/\/$|\.[a-z0-9]+$/.test(url.pathname)) fault('the address of a page ends in a slash');
  if (url.hash === '' || url.hash === '#') return;
  fragments += 1;
  if (ids.get(page)?.has(decodeURIComponent(url.hash.slice(1))) !== true) fault('no element has this id');
}

for (const { path, html } of pages) for (const address of addressesOf(html)) look(address, path);
for (const file of readdirSync(distFolder, { recursive: true, encoding: 'utf8' })) {
  const path = file.replaceAll('\\', '/');
  const text = /\.(xml|txt|md|json|css)$/.test(path) && !path.startsWith('pagefind/') ? readFileSync(join(distFolder, path), 'utf8') : '';
  for (const [address] of text.matchAll(new RegExp(`${RegExp.escape(origin)}[^\\s"'<>)\\]]*`, 'g'))) look(address, path);
  if (path.endsWith('.css')) for (const [, address = ''] of text.matchAll(/url\(["']?([^"')]*)["']?\)/g)) look(address, path);
}

for (const line of [...broken.values()].slice(0, 40)) console.error(line);
console.log(`${String(addresses)} addresses and ${String(fragments)} fragments checked, ${String(broken.size)} broken`);
const isBlind = addresses < least.addresses || fragments < least.fragments;
if (isBlind)
  console.error(`fewer than ${String(least.addresses)} addresses or ${String(least.fragments)} fragments: the check itself is broken`);
process.exitCode = broken.size === 0 && !isBlind ? 0 : 1;
