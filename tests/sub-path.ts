/** Builds the site for a sub-path, as GitHub Pages hosts it, and checks that every internal address stays below it and exists. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attributes, fileFor, htmlPages } from './dist.ts';

const base = '/sub/path/';
const folder = mkdtempSync(join(tmpdir(), 'undelivered-'));
try {
  execFileSync('astro', ['build', '--outDir', folder, '--silent'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, BASE_PATH: base, SITE_URL: 'https://example.org', PICTURES: 'no' },
  });
  let seen = 0;
  const wrong: string[] = [];
  for (const { path, html } of htmlPages(folder)) {
    for (const url of [
      ...attributes(html, '[a-z-]+', 'href'),
      ...attributes(html, '[a-z-]+', 'src'),
      ...attributes(html, 'astro-island', 'component-url'),
    ]) {
      if (/^(https?:|mailto:|data:|#|\?)/.test(url)) continue;
      seen += 1;
      if (fileFor(url, base, folder) === undefined) wrong.push(`${path}: ${url}`);
    }
  }
  for (const line of wrong.slice(0, 20)) console.error(line);
  console.log(`${String(seen)} addresses below ${base}, ${String(wrong.length)} lead nowhere`);
  process.exitCode = seen > 200 && wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
