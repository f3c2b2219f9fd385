// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { analyzerKnowledge } from './src/build/analyzer-knowledge.ts';
import { builtStamp } from './src/build/built.ts';
import { compressed } from './src/build/compressed.ts';
import { contentSearch } from './src/build/content-search.ts';
import { errorRows } from './src/build/error-rows.ts';
import { glossaryLinks } from './src/build/glossary-links.ts';
import { guideData } from './src/build/guide-data.ts';
import { lateFormats } from './src/build/late-formats.ts';
import { leanPhones } from './src/build/lean-phones.ts';
import { offline } from './src/build/offline.ts';
import { pictures } from './src/build/pictures/pictures.ts';
import { pastedKnowledge } from './src/build/pasted-knowledge.ts';
import { zippedSite } from './src/build/site-zip.ts';
import { warehouseScripts } from './src/build/warehouse-scripts.ts';

// Where the site is hosted: SITE_URL is the origin, BASE_PATH the sub-path (GitHub Pages wants one).
const site = process.env.SITE_URL ?? 'http://localhost:4321';
const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  prefetch: false,
  integrations: [mdx(), preact(), sitemap(), contentSearch(), pictures(), offline(), zippedSite(), compressed(), builtStamp()],
  // One stylesheet and one script file each: no inlined copies, so that the CSP stays a list of files and hashes.
  build: { inlineStylesheets: 'never' },
  // Shiki colours with inline styles, which the CSP refuses; the pages show no long code.
  markdown: { syntaxHighlight: false, processor: satteri({ mdastPlugins: [glossaryLinks()] }) },
  vite: {
    build: { assetsInlineLimit: 0 },
    worker: { plugins: () => [leanPhones()] },
    plugins: [
      analyzerKnowledge(),
      errorRows(),
      guideData(),
      lateFormats(),
      leanPhones(),
      pastedKnowledge(),
      warehouseScripts(),
      {
        // Astro marks every MDX module with "use astro:head-inject" for itself; the bundler warns of each, 1,600 times a build.
        name: 'no-warning-for-head-inject',
        onLog: (_level, { code, message }) =>
          code === 'MODULE_LEVEL_DIRECTIVE' && message.includes('astro:head-inject') ? false : undefined,
      },
    ],
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        // No text becomes markup or code; which policies may make exceptions says each page (src/layouts/Page.astro).
        "require-trusted-types-for 'script'",
      ],
    },
  },
});
