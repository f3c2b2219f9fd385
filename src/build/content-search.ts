import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';

/**
 * Writes the Pagefind index of the finished pages (those marked with data-pagefind-body) into `pagefind/`.
 *
 * @param site folder of the built site, with a "/" at its end
 * @returns how many pages can be searched
 */
export async function writeSearch(site: string): Promise<number> {
  const { index } = await createIndex({});
  if (index === undefined) throw new Error('Pagefind did not start');
  const { page_count: pages, errors } = await index.addDirectory({ path: site });
  if (errors.length > 0 || pages === 0) throw new Error(`Pagefind indexed ${String(pages)} pages: ${errors.join('; ')}`);
  await index.writeFiles({ outputPath: `${site}pagefind` });
  await index.deleteIndex();
  return pages;
}

export const contentSearch = (): AstroIntegration => ({
  name: 'content-search',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      logger.info(`${String(await writeSearch(fileURLToPath(dir)))} pages can be searched`);
    },
  },
});
