import { rules } from './rules.ts';

/** `_headers`, as Netlify, Cloudflare Pages and our own server (src/cli/headers.ts) read it. */
export const headersFile = (): string =>
  [
    '# Made by "npm run hosts" from src/build/hosts/rules.ts, which says why; edit there.',
    ...rules.flatMap(({ at, headers }) => [at, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)]),
    '',
  ].join('\n');
