import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { AnalyzePage } from './analyze-page.ts';
import { consoleLog, healthyLog, troubledLog } from './log-file.ts';

const sample = readFileSync(new URL('../../public/samples/trouble.csv', import.meta.url));

test.beforeEach(({ page }) => {
  page.on('pageerror', (error) => {
    throw error;
  });
});

for (const [width, height] of [
  [1280, 720],
  [390, 844],
] as const) {
  test(`at ${String(width)} × ${String(height)} the first finding is in view, and each total stands under its column`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const analyze = new AnalyzePage(page);
    await analyze.open();
    await analyze.choose({ name: 'trouble.csv', text: sample });
    await expect(analyze.report.locator('.take-away')).toBeVisible({ timeout: 60_000 });
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await expect(page.getByRole('heading', { name: 'Analyze a message log' })).not.toBeInViewport();
    const sentence = analyze.report.locator('.ranked tbody tr').first().locator('p');
    await expect(sentence).toBeInViewport({ ratio: 1 });
    // Right edges of the headings of the figures, and of the figures in the first row and the last.
    const tables = await page.evaluate(() =>
      [...document.querySelectorAll('.breakdown .scroll table')].map((table) => {
        const edges = (row: Element | null | undefined) =>
          [...(row?.querySelectorAll('.number') ?? [])].map((cell) => Math.round(cell.getBoundingClientRect().right));
        const foot = table.querySelector('tfoot tr');
        return [edges(table.querySelector('thead tr')), edges(table.querySelector('tbody tr')), ...(foot === null ? [] : [edges(foot)])];
      }),
    );
    expect(tables.length).toBeGreaterThanOrEqual(5);
    for (const [head = [], ...rows] of tables) {
      expect(head.length).toBeGreaterThanOrEqual(2);
      // The last cell of a total holds no share.
      for (const row of rows) expect(row).toEqual(head.slice(0, row.length));
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // The zone that is picked can be read whole.
    const room = await page.getByLabel('Times in').evaluate((picker: HTMLSelectElement) => {
      const style = getComputedStyle(picker);
      const pen = document.createElement('canvas').getContext('2d');
      if (pen === null) return NaN;
      pen.font = style.font;
      return picker.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - pen.measureText('Buenos Aires').width;
    });
    expect(room).toBeGreaterThanOrEqual(0);
  });
}

test('a row opens its card and takes the focus there; again, and it is closed; the table says which is open', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'trouble.csv', text: sample });
  const rows = analyze.report.locator('.row-button');
  const card = analyze.report.getByRole('article');
  await expect(analyze.report.locator('.take-away')).toBeVisible({ timeout: 60_000 });
  await expect(rows.nth(0)).toHaveAttribute('aria-expanded', 'true');
  await rows.nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(rows.nth(0)).toHaveAttribute('aria-expanded', 'false');
  await expect(rows.nth(1)).toHaveAttribute('aria-expanded', 'true');
  await expect(card).toHaveCount(1);
  await expect(card.getByRole('heading', { level: 4 })).toBeFocused();
  await expect(card.getByRole('heading', { name: 'What else it could be' })).toBeVisible();
  await rows.nth(1).click();
  await expect(card).toHaveCount(0);
});

test('a log without error codes has no table of codes, and folds what was not judged for it', async ({ page }) => {
  const rows = [...Array.from({ length: 40 }, () => ({})), ...Array.from({ length: 8 }, () => ({ status: 'undelivered' }))];
  const withoutCodes = consoleLog(rows).replaceAll(/^(?:[^,]*,){8}/gm, (cells) => cells.replace(/[^,]*,$/, ''));
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'no-codes.csv', text: withoutCodes });
  const { report } = analyze;
  await expect(report.getByRole('heading', { name: 'No cause can be told' })).toBeVisible();
  await expect(report.getByRole('heading', { name: 'What to do per code' })).toHaveCount(0);
  const folded = report.locator('details', { hasText: 'Not judged' });
  await expect(folded.locator('summary')).toHaveText(/^Not judged: \d+ findings\. The log has no error codes\.$/);
  const count = Number(/\d+/.exec((await folded.locator('summary').textContent()) ?? '')?.[0]);
  await expect(folded).not.toHaveAttribute('open');
  await folded.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(folded).toHaveAttribute('open');
  const titles = (await folded.innerText()).split('\n').at(-1)?.split(';') ?? [];
  expect(count).toBeGreaterThan(8);
  expect(titles).toHaveLength(count);
});

test('the report survives error pages, the guide and a reload, without numbers, lists and SIDs, until it is forgotten', async ({
  page,
}) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'log of +13125550143.csv', text: troubledLog() });
  await expect(analyze.summary).toContainText('72 messages');
  const said = await analyze.summary.textContent();
  await analyze.report.getByRole('link', { name: 'Error 30005' }).click();
  await page.waitForURL('**/errors/30005/');
  const kept = await page.evaluate(() => sessionStorage.getItem('undelivered:report'));
  expect(kept).toContain('log of +1312•••••43.csv');
  expect(kept).not.toMatch(/\+\d{7}|[A-Z]{2}[\da-f]{32}/);
  await page.getByRole('link', { name: 'Back to the report' }).click();
  await expect(analyze.summary).toHaveText(said ?? '');
  await expect(analyze.report).toContainText('Opened again as it was kept in this tab');
  await page.goto('/guide/');
  await page.getByRole('link', { name: 'Back to the report' }).click();
  await expect(analyze.summary).toHaveText(said ?? '');
  await page.goto('/');
  await expect(page.locator('#last-report')).toHaveText('Back to the report: 72 messages, 1 finding');
  await page.goBack();
  await page.reload();
  await expect(analyze.summary).toHaveText(said ?? '');
  await page.getByRole('button', { name: 'Forget this report' }).click();
  await analyze.isIn('idle');
  await page.reload();
  await analyze.isIn('idle');
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test('the way to the file is kept where the reader agrees, and goes with another log or with the tab', async ({ page, context }) => {
  // The chooser of the browser cannot be pressed from here; what it gives is a handle of the browser all the same.
  await page.addInitScript((text) => {
    Object.assign(globalThis, {
      showOpenFilePicker: async () => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle('+12025550142.csv', { create: true });
        const file = await handle.createWritable();
        await file.write(text);
        await file.close();
        return [handle];
      },
    });
  }, troubledLog());
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await page.getByLabel('Choose files').press('Enter');
  await analyze.isIn('report');
  const agree = page.getByLabel(/^Keep the way to this log in this tab/);
  await expect(agree).not.toBeChecked();
  const ways = (on = page): Promise<number> =>
    on.evaluate(async () => {
      if (!(await indexedDB.databases()).some(({ name }) => name === 'undelivered:way-back')) return 0;
      return new Promise<number>((resolve) => {
        const opening = indexedDB.open('undelivered:way-back', 1);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('handover').objectStore('handover').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      });
    });
  expect(await ways()).toBe(0);
  await agree.check();
  await expect.poll(ways).toBe(1);

  // Another tab leaves it alone as long as this one is open.
  const other = await context.newPage();
  await other.goto('/privacy/');
  await other.waitForTimeout(300);
  expect(await ways(other)).toBe(1);

  await page.reload();
  await expect(analyze.report).toContainText('choose the log again');
  const way = page.locator('.note', { hasText: 'was kept in this tab' }).filter({ hasText: 'The way to' });
  await expect(way).toContainText('+1202•••••42.csv');
  await way.getByRole('button', { name: 'Read the log again' }).click();
  await expect(analyze.report).not.toContainText('choose the log again');
  await expect(page.locator('.numbers').first()).toBeVisible();
  await expect(agree).toBeChecked();
  await agree.uncheck();
  await expect.poll(ways).toBe(0);
  await agree.check();
  await expect.poll(ways).toBe(1);

  // A log that came without a handle has no way, and takes the other's place.
  await analyze.change();
  await analyze.choose({ name: 'other.csv', text: troubledLog() });
  await expect(analyze.report).toContainText('other.csv');
  await expect(agree).toHaveCount(0);
  await expect.poll(ways).toBe(0);

  // With the tab it goes, too.
  await analyze.change();
  await page.getByLabel('Choose files').press('Enter');
  await expect(agree).toBeVisible();
  await agree.check();
  await expect.poll(ways).toBe(1);
  await page.close();
  // A browser under load frees what a closed tab held a little later; a page that comes before that leaves it to the next one.
  await expect.poll(() => other.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(0);
  await other.goto('/');
  await expect.poll(() => ways(other)).toBe(0);
});

test('the saved HTML file opens by itself, masked, with the sum of the log, and follows the switch of the page', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'trouble.csv', text: sample });
  const save = page.getByRole('button', { name: 'Save as one HTML file' });
  const { name, text } = await analyze.saved(save);
  expect(name).toBe('trouble-report.html');
  expect(text).toContain(`SHA-256 ${createHash('sha256').update(sample).digest('hex')}`);
  expect(text).not.toMatch(/\+\d{9}/);
  await page.getByLabel('Show numbers in full').check();
  expect((await analyze.saved(save)).text).toMatch(/\+\d{11}/);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  // A page of its own: what the analyzer's page forbids to its scripts it forbids to this test, too.
  await page.goto('about:blank');
  asked.length = 0;
  await page.setContent(text);
  await expect(page.getByRole('heading', { name: 'Message log report' })).toBeVisible();
  await expect(page.locator('.chart svg')).toBeVisible();
  expect(asked).toEqual([]);
  // On a phone nothing is wider than the page, and what a row is of is not one letter wide.
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect((await page.locator('tbody td').first().boundingBox())?.width).toBeGreaterThan(200);
  // Words of the chart keep their size, the drawing its height.
  expect(
    await page
      .locator('.ends span')
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).fontSize)),
  ).toBeGreaterThan(11);
  expect((await page.locator('.chart svg').boundingBox())?.height).toBeGreaterThan(150);
});

test('a log is compared with a saved report: what is gone, and that logs of one time are refused', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'before.csv', text: troubledLog() });
  const { text } = await analyze.saved(page.getByRole('button', { name: 'Save JSON' }));
  const later = Array.from({ length: 60 }, (_, i) => ({ at: `2025-08-20T10:00:${String(i % 60).padStart(2, '0')}+00:00` }));
  await analyze.choose({ name: 'after.csv', text: consoleLog(later) });
  await expect(page.locator('.sources')).toContainText('after.csv');
  const compare = page.getByRole('region', { name: 'Compare' });
  const other = compare.getByLabel('Choose the other log or report');
  await other.setInputFiles({ name: 'before.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(compare.getByRole('status')).toContainText('Better: now ', { timeout: 60_000 });
  const gone = compare.getByRole('heading', { name: 'Gone' });
  await expect(gone).toBeVisible();
  // It is a heading of what follows, and stands off what is before it.
  const room = await gone.evaluate(
    (heading) => heading.getBoundingClientRect().top - (heading.previousElementSibling?.getBoundingClientRect().bottom ?? 0),
  );
  expect(room).toBeGreaterThanOrEqual(8);
  await expect(compare).toContainText('Numbers that no longer exist. ');
  await expect(compare).toContainText('Fixed since 20 Aug 2025 10:00');
  // What was wrong with the other log is said beside what it is compared to.
  const cut = `${consoleLog(Array.from({ length: 30 }, (_, i) => ({ at: `2025-08-25T10:00:${String(i).padStart(2, '0')}+00:00` })))}\na,b\n`;
  await other.setInputFiles({ name: 'cut.csv', mimeType: 'text/csv', buffer: Buffer.from(cut) });
  await expect(compare.getByRole('heading', { name: 'Skipped, repaired or assumed in the other log' })).toBeVisible();
  await expect(compare.getByRole('status')).toContainText('cut.csv: 1 row has too few or too many cells');
  await other.setInputFiles({ name: 'same.csv', mimeType: 'text/csv', buffer: Buffer.from(consoleLog(later)) });
  await expect(compare.getByRole('status')).toContainText('Both hold messages of one time');
  await other.setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear Sir,\n') });
  await expect(compare.getByRole('status')).toContainText('letter.txt');
  await expect(page.locator('.sources')).toContainText('after.csv');
  await other.setInputFiles({ name: 'much.csv', mimeType: 'text/csv', buffer: Buffer.from(healthyLog(30)) });
  await expect(compare.getByRole('status')).toContainText('No clear difference');
});

test('on a phone each SID of a support packet begins on the line of its blanks', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'trouble.csv', text: sample });
  await expect(analyze.report.locator('.take-away')).toBeVisible({ timeout: 60_000 });
  const card = analyze.report.getByRole('article').first();
  await card.getByText('Support packet').click();
  const packet = card.locator('.packet pre');
  await expect(packet).toContainText(/SM[0-9a-f]{32}: /);
  const heights = await packet.evaluate((pre) => {
    const [text] = pre.childNodes;
    const top = (at: number): number => {
      const range = document.createRange();
      range.setStart(text as Text, at);
      range.setEnd(text as Text, at + 1);
      return range.getBoundingClientRect().top;
    };
    return [...pre.textContent.matchAll(/^\s\sSM/gm)].map(({ index }) => [top(index), top(index + 2)] as const);
  });
  expect(heights.length).toBeGreaterThan(2);
  for (const [blanks, sid] of heights) expect(sid).toBe(blanks);
});
