import type { APIRoute } from 'astro';
import { filePath, homePath } from '../catalog/paths.ts';

export const GET: APIRoute = () =>
  Response.json(
    {
      id: homePath(),
      name: 'Undelivered',
      short_name: 'Undelivered',
      description: 'Find out why a Twilio message did not arrive.',
      start_url: homePath(),
      scope: homePath(),
      display: 'minimal-ui',
      background_color: '#f8f7f3',
      theme_color: '#f8f7f3',
      icons: [
        { src: filePath('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
        { src: filePath('icon-192.png'), sizes: '192x192', type: 'image/png' },
        { src: filePath('icon-512.png'), sizes: '512x512', type: 'image/png' },
      ],
    },
    { headers: { 'content-type': 'application/manifest+json' } },
  );
