// @ts-check
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentSearch } from './src/search/integration.ts';

// Where the site is hosted: SITE_URL is the origin, BASE_PATH the sub-path (GitHub Pages wants one).
const site = process.env.SITE_URL ?? 'http://localhost:4321';
const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  prefetch: false,
  integrations: [mdx(), preact(), sitemap(), contentSearch()],
  // One stylesheet and one script file each: no inlined copies, so that the CSP stays a list of files and hashes.
  build: { inlineStylesheets: 'never' },
  // Shiki colours with inline styles, which the CSP refuses; the pages show no long code.
  markdown: { syntaxHighlight: false },
  vite: { build: { assetsInlineLimit: 0 } },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
});
