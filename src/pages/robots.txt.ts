import type { APIRoute } from 'astro';
import { filePath } from '../catalog/paths.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL(filePath('sitemap-index.xml'), site).href}\n`);
