import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { siteFiles } from './site-files.ts';

/** Text and the least bytes it is worth doing for: a small file fits a packet or two anyway. Pictures are compressed by themselves. */
const kinds: readonly (readonly [ending: RegExp, leastBytes: number])[] = [
  [/\.(html|css|js)$/, 1400],
  [/\.(json|svg|md|txt|xml|csv)$/, 14_000],
];
const isWorthIt = (path: string, bytes: number): boolean => kinds.some(([ending, least]) => ending.test(path) && bytes >= least);

const small = promisify(gzip);
const smaller = promisify(brotliCompress);

/** Scripts and styles as small as can be; the hundreds of pages have no time for it, and no use for a window larger than they are. */
const brotli = (bytes: Buffer, path: string): Promise<Buffer> =>
  smaller(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: path.startsWith('_astro/') ? 11 : 9,
      [constants.BROTLI_PARAM_LGWIN]: bytes.length < 2 ** 16 ? 16 : 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/**
 * Puts `<file>.br` and `<file>.gz` beside every text of the site, for servers that send what is compressed already: our own
 * (src/cli/site-handler.ts) and many static hosts. Last, when nothing changes the files any more.
 */
export const compressed = (): AstroIntegration => ({
  name: 'compressed',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const started = performance.now();
      const site = fileURLToPath(dir);
      const queue = siteFiles(site).filter((path) => !path.startsWith('pagefind/') && isWorthIt(path, statSync(join(site, path)).size));
      const all = queue.length;
      const work = async (): Promise<void> => {
        for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
          const file = join(site, path);
          const bytes = readFileSync(file);
          const [gz, br] = await Promise.all([small(bytes, { level: 9 }), brotli(bytes, path)]);
          writeFileSync(`${file}.gz`, gz);
          writeFileSync(`${file}.br`, br);
        }
      };
      await Promise.all(Array.from({ length: availableParallelism() }, work));
      logger.info(`${String(all)} files compressed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    },
  },
});
