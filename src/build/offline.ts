import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { SUM_PLACES } from '../offline/take.ts';
import type { Version } from '../offline/version.ts';
import { siteFiles } from './site-files.ts';
import { sumOf } from './sum-of.ts';

const offlineFolder = fileURLToPath(new URL('../offline/', import.meta.url));

/** Pages, what they load, their forms for machines, and the icons of the app. */
const belongs = /\.(?:html|js|css|svg|json|md|csv|txt|webmanifest)$|^pagefind\/|^icon-\d+\.png$/;
/** Of these the ones that are for others: robots, and parts of Pagefind that no page of ours uses. */
const isForOthers = /^(?:sw\.js|robots\.txt|pagefind\/pagefind-(?:component-ui|highlight|modular-ui|ui)\.\w+)$/;

/** Address of a file below the root of the site: "guide/index.html" -> "guide/". */
const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

const fileSum = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('base64').slice(0, SUM_PLACES);

/**
 * The version of a built site: what is kept of it for a time without a network, and its sums. Pictures for link previews and zip
 * files are no part of it, and neither are the compressed forms that stand beside files.
 *
 * @param site folder of the built site
 */
export function versionOf(site: string): Version {
  const files = siteFiles(site)
    .filter((file) => belongs.test(file) && !isForOthers.test(file))
    .map((file) => [addressOf(file), fileSum(join(site, file))] as const);
  const headers = join(site, '_headers');
  return {
    id: sumOf(files).slice(0, 16),
    headers: sumOf(existsSync(headers) ? readFileSync(headers, 'utf8') : '').slice(0, 8),
    files: Object.fromEntries(files),
  };
}

/** A service worker as one script. @param entry file of src/offline */
async function bundled(entry: string, define: Readonly<Record<string, string>> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(offlineFolder, entry)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    define,
  });
  return outputFiles[0]?.text ?? '';
}

/** Writes `sw.js` into a built site. @returns how many files it keeps */
export async function writeServiceWorker(site: string): Promise<number> {
  const version = versionOf(site);
  writeFileSync(join(site, 'sw.js'), await bundled('worker.ts', { VERSION: JSON.stringify(version) }));
  return Object.keys(version.files).length;
}

/**
 * The service worker of the built site. While it is written (`npm run dev`) there is none, and one that is left of a built site on
 * the same port takes itself away: it would go on showing that one.
 */
export const offline = (): AstroIntegration => ({
  name: 'offline',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, response, next) => {
        if (request.url?.endsWith('/sw.js') !== true) {
          next();
          return;
        }
        void bundled('leave.ts').then((script) => {
          response.setHeader('content-type', 'text/javascript').end(script);
        });
      });
    },
    'astro:build:done': async ({ dir, logger }) => {
      logger.info(`${String(await writeServiceWorker(fileURLToPath(dir)))} files are kept for a time without a network`);
    },
  },
});
