/**
 * What every answer of the site carries, whoever serves it: the one source of `public/_headers` (which our own server reads too) and of
 * the files in .github/hosts/. The policy of a page stands in its <meta>, because only that knows the hashes of what the page may run; here is
 * what a <meta> cannot say, and what must hold for files that are no pages, such as one that a worker is started from.
 */
export interface Rule {
  /** Paths from the root of the site; `*` stands for any run of characters. A later rule outweighs an earlier one. */
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Some hosts join the values that two rules give one header. Of policies both then hold, so `connect-src 'none'` outweighs `'self'` there
 * too; no other header may stand in two rules that meet (tests/unit/build/hosts.test.ts).
 */
const policy = (connect: "'none'" | "'self'"): string =>
  [
    `connect-src ${connect}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** What a browser could be asked for and no page of ours asks for; each is refused, to us too. */
const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

export const rules: readonly Rule[] = [
  {
    at: '/*',
    headers: {
      'Content-Security-Policy': policy("'self'"),
      'Strict-Transport-Security': 'max-age=31536000',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  },
  { at: '/analyze/*', headers: { 'Content-Security-Policy': policy("'none'") } },
  // The policy of the service worker: the ones of pages do not hold for it.
  { at: '/sw.js', headers: { 'Content-Security-Policy': "default-src 'none'; connect-src 'self'" } },
  { at: '/_astro/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  { at: '/errors/*.md', headers: { 'Content-Type': 'text/markdown; charset=utf-8' } },
  { at: '/errors.json', headers: { 'Access-Control-Allow-Origin': '*' } },
  { at: '/errors/*.json', headers: { 'Access-Control-Allow-Origin': '*' } },
];

/** The rules that hold everywhere, and the others. */
export const everywhere = rules.filter(({ at }) => at === '/*').flatMap(({ headers }) => Object.entries(headers));
export const somewhere = rules
  .filter(({ at }) => at !== '/*')
  .flatMap(({ at, headers }) => Object.entries(headers).map(([name, value]) => ({ at, name, value })));

/** A path of a rule as a regular expression that nginx, Apache and Caddy read alike. */
export const patternOf = (at: string): string =>
  `^${at
    .split('*')
    .map((part) => part.replaceAll('.', '\\.'))
    .join('.*')}$`;
