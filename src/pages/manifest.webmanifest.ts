import type { APIRoute } from 'astro';
import { analyzePath, filePath, homePath } from '../catalog/paths.ts';

/** Kinds of files that an installed app offers to open: those a log comes as. */
const logs = {
  'text/csv': ['.csv'],
  'text/tab-separated-values': ['.tsv'],
  'text/plain': ['.txt'],
  'application/json': ['.json'],
  'application/x-ndjson': ['.jsonl', '.ndjson'],
  'application/gzip': ['.gz'],
  'application/zip': ['.zip'],
};

const png = (size: number, purpose: 'any' | 'maskable') => ({
  src: filePath(`icon-${String(size)}.png`),
  sizes: `${String(size)}x${String(size)}`,
  type: 'image/png',
  purpose,
});

export const GET: APIRoute = () =>
  Response.json(
    {
      id: homePath(),
      name: 'Undelivered',
      short_name: 'Undelivered',
      description: 'Find out why a Twilio message did not arrive.',
      lang: 'en',
      start_url: homePath(),
      scope: homePath(),
      display: 'minimal-ui',
      background_color: '#f8f7f3',
      theme_color: '#f8f7f3',
      // What they show lies within the circle that every mask leaves, so that the same files do for both.
      icons: [
        { src: filePath('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
        ...[192, 512].flatMap((size) => [png(size, 'any'), png(size, 'maskable')]),
      ],
      file_handlers: [{ action: analyzePath(), accept: logs }],
    },
    { headers: { 'content-type': 'application/manifest+json' } },
  );
