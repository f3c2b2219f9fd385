import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { AnalyzePage } from './analyze-page.ts';
import { troubledLog } from './log-file.ts';

test('after the page has loaded it asks nobody for anything, whatever is done with a log', async ({ page }, testInfo) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  const path = testInfo.outputPath('sms-log.csv');
  writeFileSync(path, troubledLog());
  await analyze.drop(path);
  await analyze.isIn('report');
  // The report is drawn in pieces, and a filter draws it anew: what is pressed next must not go away under the hand.
  await expect(page.locator('.take-away')).toBeVisible();
  for (const button of await page.locator('.report button').all()) {
    await expect(analyze.report).not.toHaveAttribute('aria-busy', 'true');
    if (await button.isVisible()) await button.click();
  }
  await analyze.isIn('report');
  await page.getByLabel('Times in').selectOption('UTC');
  await page.waitForTimeout(500);
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  testInfo.annotations.push({
    type: 'looked at',
    description: `${String(asked.length)} requests after the page had loaded, while a log was read, every button of its report pressed and the zone changed: ${[...new Set(asked.map((url) => url.replace(/^(\w+:).*/, '$1')))].join(' ')} only`,
  });
  // The worker's own start shows that requests were seen at all.
  expect(asked.filter((url) => url.startsWith('blob:')).length).toBeGreaterThan(0);
});

test('the page and its worker are forbidden to fetch, from here and from anywhere', async ({ page, baseURL }) => {
  // A worker lives for one job; this keeps it so that the test can speak from inside it.
  await page.addInitScript(() => {
    Worker.prototype.terminate = () => undefined;
  });
  const analyze = new AnalyzePage(page);
  await analyze.open();
  const started = page.waitForEvent('worker');
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  const worker = await started;
  await analyze.isIn('report');
  expect(worker.url()).toMatch(/^blob:/);
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  for (const url of [`${baseURL ?? ''}/errors.json`, 'https://example.com/']) {
    const attempt = (address: string): Promise<string> =>
      fetch(address).then(
        () => 'fetched',
        () => 'refused',
      );
    expect(await worker.evaluate(attempt, url)).toBe('refused');
    expect(await page.evaluate(attempt, url)).toBe('refused');
  }
  const refusal = await worker.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          resolve(effectiveDirective);
        });
        void fetch(address).catch(() => undefined);
      }),
    `${baseURL ?? ''}/errors.json`,
  );
  expect(refusal).toBe('connect-src');
});
