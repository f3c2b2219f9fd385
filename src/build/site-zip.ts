import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { zipSync, type Zippable } from 'fflate';
import { siteFiles } from './site-files.ts';

/** The site as one file, beside its pages. */
export const ZIP = 'undelivered-site.zip';

/**
 * The whole site as one zip, to be unpacked and served by any static server. Same files, same bytes.
 *
 * @param site folder of the built site, without compressed forms of files
 * @param base where the site lies on its host ("/" or "/sub/path/"): its addresses begin so, and so do the folders in the zip
 */
export function siteZip(site: string, base: string): Uint8Array {
  const folders = base
    .split('/')
    .filter((name) => name !== '')
    .map((name) => `${name}/`)
    .join('');
  const files: Zippable = {};
  for (const path of siteFiles(site)) {
    if (path === ZIP) continue;
    // What is compressed already is stored as it is.
    files[folders + path] = [readFileSync(join(site, path)), { level: /\.(?:png|pf_\w+|pagefind)$/.test(path) ? 0 : 6 }];
  }
  // Every file bears the first day that a zip knows, by the clock of any place: a zip knows no zones.
  return zipSync(files, { mtime: new Date(1980, 0, 1), os: 3 });
}

/** Puts `undelivered-site.zip` into the built site; before compressed forms are put beside its files. */
export const zippedSite = (): AstroIntegration => {
  let base = '/';
  return {
    name: 'zipped-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        ({ base } = config);
      },
      'astro:build:done': ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const zip = siteZip(site, base);
        writeFileSync(join(site, ZIP), zip);
        logger.info(`${ZIP}: ${(zip.length / 1_000_000).toFixed(1)} MB`);
      },
    },
  };
};
