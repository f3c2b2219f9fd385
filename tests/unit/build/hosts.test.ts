import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { headersFile } from '../../../src/build/hosts/headers-file.ts';
import { hostFiles } from '../../../src/build/hosts/hosts.ts';
import { patternOf, rules } from '../../../src/build/hosts/rules.ts';
import { parseHeaders } from '../../../src/cli/headers.ts';

/** What a path is answered with by the rules themselves. */
const wanted = (path: string): Readonly<Record<string, string>> =>
  Object.assign({}, ...rules.filter(({ at }) => new RegExp(patternOf(at)).test(path)).map(({ headers }) => headers)) as Record<
    string,
    string
  >;

const paths = [
  '/',
  '/analyze/',
  '/analyze/index.html',
  '/analyzer/',
  '/errors/30007/',
  '/errors/30007.md',
  '/errors.json',
  '/errorsXjson',
  '/_astro/a.js',
];

test('a path of a rule means itself, and * whatever stands there', () => {
  expect([patternOf('/*'), patternOf('/errors/*.md')]).toEqual(['^/.*$', '^/errors/.*\\.md$']);
  expect(wanted('/analyze/')['Content-Security-Policy']).toMatch(/^connect-src 'none'; /);
  expect(wanted('/analyzer/')['Content-Security-Policy']).toMatch(/^connect-src 'self'; /);
  expect(wanted('/errorsXjson')['Access-Control-Allow-Origin']).toBeUndefined();
});

test.each(paths)('_headers sends %s what the table says', (path) => {
  const sent: Record<string, string> = {};
  for (const { matches, name, value } of parseHeaders(headersFile())) if (matches(path)) sent[name] = value;
  expect(sent).toEqual(wanted(path));
});

test('every answer carries the headers of a closed house', () => {
  const all = wanted('/nothing-here');
  expect(all['Content-Security-Policy']).toMatch(/frame-ancestors 'none'; require-trusted-types-for 'script'$/);
  expect(all).toMatchObject({
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  for (const feature of ['camera', 'microphone', 'geolocation', 'usb', 'serial'])
    expect(all['Permissions-Policy']).toContain(`${feature}=()`);
});

test('but for the policy no header stands in two rules that can meet, as some hosts join them', () => {
  for (const path of paths) {
    const names = rules.filter(({ at }) => new RegExp(patternOf(at)).test(path)).flatMap(({ headers }) => Object.keys(headers));
    const twice = names.filter((name, place) => names.indexOf(name) !== place);
    expect(
      twice.filter((name) => name !== 'Content-Security-Policy'),
      path,
    ).toEqual([]);
  }
});

test.each(['.github/hosts/nginx.conf', '.github/hosts/Caddyfile', '.github/hosts/apache.conf', '.github/hosts/cloudfront.yaml'])(
  '%s holds every value of the table',
  (file) => {
    const text = hostFiles[file]?.() ?? '';
    const values = rules.flatMap(({ headers }) => Object.entries(headers)).filter(([name]) => name !== 'Content-Type');
    // CloudFront has words of its own for some.
    const known = file.endsWith('.yaml') ? values.filter(([name]) => /^(Content-Security|Permissions|Cross|Cache)/.test(name)) : values;
    expect(known.length).toBeGreaterThan(5);
    for (const [, value] of known) expect(text).toContain(value);
  },
);

test('the template of CloudFront names only what stands in it', () => {
  interface Template {
    readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
  }
  const { Resources } = parse(hostFiles['.github/hosts/cloudfront.yaml']?.() ?? '') as Template;
  const text = JSON.stringify(Resources);
  const named = [...text.matchAll(/"(?:Ref":|Fn::GetAtt":\[)"([A-Za-z0-9]+)"/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !(name in Resources))).toEqual([]);
  const policies = Object.keys(Resources).filter((name) => Resources[name]?.Type === 'AWS::CloudFront::ResponseHeadersPolicy');
  expect(policies).toEqual([
    'EverywhereHeaders',
    'AnalyzeAnyHeaders',
    'SwJsHeaders',
    'AstroAnyHeaders',
    'ErrorsJsonHeaders',
    'ErrorsAnyJsonHeaders',
  ]);
});
