import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';

/** Builds the Pagefind index of the finished pages (those marked with data-pagefind-body). */
export const contentSearch = (): AstroIntegration => ({
  name: 'content-search',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const site = fileURLToPath(dir);
      const { index } = await createIndex({});
      if (index === undefined) throw new Error('Pagefind did not start');
      const { page_count: pages, errors } = await index.addDirectory({ path: site });
      if (errors.length > 0 || pages === 0) throw new Error(`Pagefind indexed ${String(pages)} pages: ${errors.join('; ')}`);
      await index.writeFiles({ outputPath: `${site}pagefind` });
      await index.deleteIndex();
      logger.info(`${String(pages)} pages can be searched`);
    },
  },
});
