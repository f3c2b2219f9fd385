import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { cloudfront } from './cloudfront.ts';
import { headersFile } from './headers-file.ts';
import { nginx } from './nginx.ts';

const note = (host: string): string =>
  `# Made by "npm run hosts" from src/build/hosts/; edit there. ${host} takes the headers from dist/_headers, which the build puts there.\n`;

/** The files that hosts read, by their path below the root of the repository. */
export const hostFiles: Readonly<Record<string, () => string>> = {
  'public/_headers': headersFile,
  '.github/hosts/nginx.conf': nginx,
  '.github/hosts/Caddyfile': caddy,
  '.github/hosts/apache.conf': apache,
  '.github/hosts/cloudfront.yaml': cloudfront,
  '.github/hosts/netlify.toml': () => `${note('Netlify')}# To the root of the repository with it.
[build]
command = "SITE_URL=$URL npm run build"
publish = "dist"

[build.environment]
NODE_VERSION = "24"
`,
  '.github/hosts/wrangler.toml':
    () => `${note('Cloudflare Pages')}# To the root of the repository with it; SITE_URL of the build is set in the project's settings.
name = "undelivered"
pages_build_output_dir = "dist"
compatibility_date = "2026-11-26"
`,
};
