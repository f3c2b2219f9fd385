/**
 * Builds a part of the site for a sub-path, as GitHub Pages hosts it, and checks that every internal address stays below it
 * and exists. The part is a copy with few error pages: how addresses are built does not depend on how many there are. The
 * others become rows of the dictionary there, so that links to them lead to Twilio's pages.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { ZIP } from '../src/build/site-zip.ts';
import { addressesOf, fileFor, htmlPages } from './dist.ts';
import { copyTree } from './tree-copy.ts';

const base = '/sub/path/';
const origin = 'https://example.org';
/** Pages in full depth and brief ones, of messages and of registrations. */
const kept = new Set(['30003', '30007', '30034', '21610', '30442', '63024']);

const folder = copyTree(['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']);
const at = (path: string): string => join(folder, path);

const dropped = readdirSync(at('content/errors')).flatMap((file) => (kept.has(file.replace('.mdx', '')) ? [] : [file.replace('.mdx', '')]));
const dictionary = JSON.parse(readFileSync(at('content/dictionary.json'), 'utf8')) as object[];
for (const code of dropped) {
  dictionary.push({ code: Number(code), title: code });
  rmSync(at(`content/errors/${code}.mdx`));
}
writeFileSync(at('content/dictionary.json'), JSON.stringify(dictionary));
// node_modules is shared with the tree: without a cache of its own this build would empty the other's.
writeFileSync(at('part.config.mjs'), "import config from './astro.config.mjs';\nexport default { ...config, cacheDir: './.cache' };\n");
execFileSync('astro', ['build', '--config', 'part.config.mjs', '--silent'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, BASE_PATH: base, SITE_URL: origin, PICTURES: 'no' },
});

const pages = htmlPages(at('dist'));
/** Some pages name codes by hand; that those exist in the whole site is what tests/links.ts checks. */
const leftOut = new Set([
  ...dropped.map((code) => `${base}errors/${code}/`),
  // Pictures take longest to make and are not made here; those of the whole site are links that tests/links.ts checks.
  ...[...kept].map((code) => `${base}errors/${code}.png`),
]);
let seen = 0;
const wrong: string[] = [];
for (const { path, html } of pages) {
  for (const address of addressesOf(html)) {
    const url = URL.parse(address, `${origin}${base}${path}`);
    if (url?.origin !== origin) continue;
    seen += 1;
    if (!leftOut.has(url.pathname) && fileFor(url.pathname, base, at('dist')) === undefined) wrong.push(`${path}: ${address}`);
  }
}
// The installed app, and the zip that any server shows from its root.
const manifest = readFileSync(at('dist/manifest.webmanifest'), 'utf8');
for (const [, address = ''] of manifest.matchAll(/"(?:id|start_url|scope|src|action)":"([^"]*)"/g)) {
  seen += 1;
  if (fileFor(address, base, at('dist')) === undefined) wrong.push(`manifest.webmanifest: ${address}`);
}
const zipped = Object.keys(unzipSync(new Uint8Array(readFileSync(at(`dist/${ZIP}`)))));
wrong.push(...zipped.filter((path) => !`/${path}`.startsWith(base)).map((path) => `${ZIP}: ${path}`));

for (const line of wrong.slice(0, 20)) console.error(line);
console.log(`${String(pages.length)} pages with ${String(seen)} addresses below ${base}, ${String(wrong.length)} lead nowhere`);
const codes = pages.filter(({ path }) => /^errors\/\d+\/$/.test(path)).length;
const isBlind = codes !== kept.size || pages.length < 140 || seen < 3000 || zipped.length < pages.length;
if (isBlind) console.error(`${String(codes)} error pages of ${String(kept.size)}: too little was built, the check itself is broken`);
process.exitCode = wrong.length === 0 && !isBlind ? 0 : 1;
