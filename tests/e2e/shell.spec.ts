import { expect, test } from '@playwright/test';
import { ofSomeBrowsers } from '../../src/site/some-browsers.ts';
import { rules } from '../../src/build/hosts/rules.ts';
import { AnalyzePage } from './analyze-page.ts';
import { troubledLog } from './log-file.ts';

/** One page of each kind; what it may do is much the same, what it runs is not. */
const kinds = [
  '/',
  '/guide/',
  '/guide/filtered/',
  '/guide/map/',
  '/errors/',
  '/errors/30007/',
  '/analyze/',
  '/get-the-log/',
  '/privacy/',
  '/nothing-here/',
];

/** Put into every page: the name of the error that an attempt ends in. */
declare const nameOf: (attempt: () => unknown) => string;
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const name = (attempt: () => unknown): string => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    Object.assign(globalThis, { nameOf: name });
  }),
);

/** What a page does with text that should become markup, code or an address of code: the names of the errors it ends in. */
const attempts = async (): Promise<readonly string[]> => {
  // In a task of the page: the developer tools' own may do more.
  await new Promise((resolve) => setTimeout(resolve));
  return [
    nameOf(() => (document.createElement('p').innerHTML = '<b>text</b>')),
    nameOf(() => {
      document.createElement('p').insertAdjacentHTML('beforeend', '<b>text</b>');
    }),
    nameOf(() => new DOMParser().parseFromString('<b>text</b>', 'text/html')),
    nameOf(() => document.createRange().createContextualFragment('<b>text</b>')),
    nameOf(() => (document.createElement('iframe').srcdoc = '<b>text</b>')),
    nameOf(() => (document.createElement('script').src = '/other.js')),
    nameOf(() => new Worker('/other.js')),
    nameOf(() => (0, eval)('1 + 1')),
  ];
};

test('no page says a word in the console, and on none does a text become markup or code', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => {
    // The answer "not found" of the page for it is a line of the browser's own; that no service worker is let in, one of the test runner's.
    if (!/404|blocked by Playwright/.test(message.text())) said.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => said.push(`${page.url()} ${message}`));
  for (const path of kinds) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(said, path).toEqual([]);
    expect(await page.evaluate(attempts), path).toEqual([...Array<string>(7).fill('TypeError'), 'EvalError']);
    // The refusals are told in the console.
    said.length = 0;
  }
  // Firefox is asked the same by `npm run firefox`.
  for (const { name, isThere } of ofSomeBrowsers) expect(await page.evaluate(isThere), name).toBe(true);
});

test('the analyzer works behind these walls, and its one policy lets blobs through and nothing else', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await analyze.isIn('report');
  const tried = await page.evaluate(() => {
    const { trustedTypes } = globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } };
    return [
      nameOf(() => new Worker(`${location.origin}/_astro/other.js`)),
      nameOf(() => new Worker('data:text/javascript,1')),
      nameOf(() => trustedTypes.createPolicy('default', { createHTML: String })),
      nameOf(() => trustedTypes.createPolicy('other', { createHTML: String })),
      nameOf(() => (document.createElement('p').innerHTML = '<b>text</b>')),
    ];
  });
  expect(tried).toEqual(Array<string>(5).fill('TypeError'));
});

test('the search in the text of the pages works behind them, in the thread of the page', async ({ page }) => {
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto('/errors/');
  await page.locator('#find-words').fill('gambling cannabis');
  await expect(page.locator('#find-results')).toContainText('Message filtered');
  expect(workers).toEqual([]);
});

test('every answer of our server carries the headers of the table, those for what is not there too', async ({ request }) => {
  const everywhere = Object.entries(rules.find(({ at }) => at === '/*')?.headers ?? {}).filter(
    ([name]) => name !== 'Content-Security-Policy',
  );
  expect(everywhere.length).toBeGreaterThan(6);
  for (const [path, status] of [
    ['/', 200],
    ['/analyze/', 200],
    ['/errors.json', 200],
    ['/nothing-here/', 404],
    ['/%', 404],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(status);
    for (const [name, value] of everywhere) expect(answer.headers()[name.toLowerCase()], `${path} ${name}`).toBe(value);
    const policy = answer.headers()['content-security-policy'];
    expect(policy, path).toContain(path === '/analyze/' ? "connect-src 'none'" : "connect-src 'self'");
  }
});
