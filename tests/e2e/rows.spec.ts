import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Worker } from '@playwright/test';
import { consoleV3Log } from '../bench/generate.ts';
import { AnalyzePage } from './analyze-page.ts';
import { consoleLog, healthyLog } from './log-file.ts';

const sample = readFileSync(new URL('../../public/samples/trouble.csv', import.meta.url));

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page.on('pageerror', (error) => {
    throw error;
  });
});

const clipboard = (page: AnalyzePage['page']): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('the list by keyboard, sorted, with other columns; a story from a row and from a finding; saved whole', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'trouble.csv', text: sample });
  const section = page.getByRole('region', { name: 'Rows' });
  const grid = section.getByRole('grid', { name: 'Messages' });
  const cells = grid.getByRole('gridcell');
  const marked = grid.locator('[aria-selected=true]');
  await expect(grid).toHaveAttribute('aria-rowcount', '1985', { timeout: 60_000 });
  await expect(cells.first()).toHaveText('14 Aug 2025 16:58');
  // Only what is seen is there.
  expect(await grid.getByRole('row').count()).toBeLessThan(30);

  await grid.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  await expect(grid).toHaveAttribute('aria-activedescendant', 'cell-1-1');
  await expect(marked).toHaveText(/delivered/);
  await page.keyboard.press('Control+End');
  await expect(marked).toHaveAttribute('id', 'cell-1983-6');
  await expect(marked).toBeInViewport();
  await expect(marked).not.toHaveText('…');
  await page.keyboard.press('PageUp');
  await expect(marked).toHaveAttribute('id', 'cell-1970-6');
  await page.keyboard.press('Control+Home');
  await expect(marked).toHaveAttribute('id', 'cell-0-0');

  const code = grid.getByRole('columnheader', { name: 'Code' });
  await code.getByRole('button').click();
  await expect(code).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid.locator('#cell-0-2')).toHaveText('21211');
  await code.getByRole('button').click();
  await expect(code).toHaveAttribute('aria-sort', 'descending');
  await expect(grid.locator('#cell-0-2')).toHaveText('30034');
  await section.getByText('Columns', { exact: true }).click();
  await section.getByLabel('SID').check();
  await expect(grid.locator('#cell-0-7')).toHaveText(/^SM[\da-f]{32}$/);

  await grid.focus();
  await page.keyboard.press('Enter');
  const story = page.getByRole('article', { name: /^Message to/ });
  await expect(story.getByRole('heading', { level: 4 })).toBeFocused();
  await expect(story).toContainText('What it is');
  await expect(story).toContainText('Others in the same minute');
  await story.getByRole('button', { name: 'Copy for a ticket' }).click();
  await expect
    .poll(() => clipboard(page))
    .toMatch(/^Message: SM[\da-f]{32}\nStatus: (?:undelivered|failed) 30034 [^\n]+\nSent: [^\n]+\nFrom: \+1202•+\d\d\n/);
  await page.getByLabel('Show numbers in full').check();
  await story.getByRole('button', { name: 'Copy for a ticket' }).click();
  await expect.poll(() => clipboard(page)).toMatch(/\nFrom: \+1202555\d{4}\n/);
  await story.getByRole('button', { name: 'Close' }).click();
  await expect(grid).toBeFocused();

  const card = analyze.report.locator('.finding-cards');
  await card.getByText(/^Example messages/).click();
  const sid = card.locator('.sids button').first();
  const text = (await sid.textContent()) ?? '';
  await sid.click();
  await expect(story.getByRole('heading', { level: 4 })).toBeFocused();
  await expect(story).toContainText(text);

  const saved = await analyze.saved(section.getByRole('button', { name: 'Save 1,984 rows with whole numbers (CSV)' }));
  expect(saved.name).toBe('trouble-rows.csv');
  expect(saved.text).toMatch(/^"sid","date_sent"/);
  expect(saved.text.match(/\+1202555\d{4}/g)?.length).toBeGreaterThan(1_000);
  expect(saved.text).not.toContain('•');
  await expect(section.getByText('Saved 1,984 rows.')).toBeVisible();
  const texts = page.getByRole('region', { name: 'Texts' });
  await expect(texts.getByRole('row')).toHaveCount(9);
  await expect(texts).toContainText('Last chance, [name]!');

  // A text as a filter, and the rows of a finding.
  await texts.getByRole('button', { name: '140', exact: true }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '141', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(grid).toHaveAttribute('aria-rowcount', '1985', { timeout: 60_000 });
  await analyze.report.getByRole('article').getByRole('button', { name: 'Rows', exact: true }).first().click();
  await expect(section.getByRole('heading', { name: 'Rows' })).toBeFocused();
  await expect(grid).not.toHaveAttribute('aria-rowcount', '1985', { timeout: 60_000 });
  await grid.focus();
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toMatch(/^14 Aug 2025 \d\d:\d\d\tundelivered\t/);
});

test('a file that went away is told of, and the report stays; what is hostile stays text', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  const file = join(tmpdir(), `rows-${String(process.pid)}-${String(Date.now())}.csv`);
  await writeFile(file, [...consoleV3Log({ rows: 3_000, seed: 3 })].join(''));
  await page.getByLabel('Choose files').setInputFiles(file);
  const section = page.getByRole('region', { name: 'Rows' });
  const grid = section.getByRole('grid', { name: 'Messages' });
  await expect(grid).toHaveAttribute('aria-rowcount', /^[23]\d\d\d$/, { timeout: 60_000 });
  await rm(file);
  await grid.focus();
  await page.keyboard.press('Control+End');
  await expect(section.getByText(/can no longer be read: it was moved, deleted or changed/)).toBeVisible();
  await section.getByRole('button', { name: /\(JSON lines\)/ }).click();
  await expect(section.getByText(/^Nothing was saved: rows-/)).toBeVisible();
  await expect(analyze.summary).toContainText('messages');

  const evil = '=1+1<img src=x onerror=alert(1)>\u202Egnp';
  await analyze.change();
  await analyze.choose({
    name: 'evil.csv',
    text: consoleLog(
      [evil, '\uFF1D1+1', '@SUM(A1)'].map((text) => ({ from: text, to: text, body: text, status: 'undelivered', code: '30006' })),
    ),
  });
  await expect(grid).toHaveAttribute('aria-rowcount', '4', { timeout: 60_000 });
  await expect(grid).toContainText('=1+1<img src=x');
  expect(await grid.locator('img').count()).toBe(0);
  await section.getByRole('button', { name: 'Copy the rows on screen' }).click();
  await expect.poll(() => clipboard(page)).toContain(`\t'=1+1<img`);
  for (const line of (await clipboard(page)).split('\n'))
    for (const cell of line.split('\t')) expect(cell).not.toMatch(/^[=@\uFF1D]|\u202E/);
  const saved = await analyze.saved(section.getByRole('button', { name: /\(CSV\)/ }));
  for (const cell of saved.text.split(/","|\r\n"/)) expect(cell).not.toMatch(/^[=@\uFF1D]/);
  await grid.focus();
  await page.keyboard.press('Enter');
  const story = page.getByRole('article', { name: /^Message to/ });
  await expect(story).toContainText('=1+1<img src=x');
  expect(await story.locator('img').count()).toBe(0);
});

test('many rows are written into a file that is chosen first, piece by piece: the page never holds them', async ({ page }) => {
  const [count, wanted] = [60_000, 'Save 60,000 rows with whole numbers (CSV)'];
  const workers: Worker[] = [];
  page.on('worker', (worker) => workers.push(worker));
  // In place of the window in which a file is chosen: a file of the browser's own, written as any other.
  await page.addInitScript(() => {
    const showSaveFilePicker = async ({ suggestedName }: { readonly suggestedName: string }) => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
    Object.assign(globalThis, { showSaveFilePicker });
  });
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'many.csv', text: healthyLog(count) });
  await expect(analyze.report).toBeVisible({ timeout: 30_000 });
  const [worker] = workers.slice(-1);
  await worker?.evaluate(() => {
    const pieces: number[] = [];
    const { prototype } = FileSystemWritableFileStream;
    const write = Object.getOwnPropertyDescriptor(prototype, 'write')?.value as (text: string) => Promise<void>;
    const value = function (this: FileSystemWritableFileStream, text: string): Promise<void> {
      pieces.push(text.length);
      return write.call(this, text);
    };
    Object.defineProperty(prototype, 'write', { value });
    Object.assign(globalThis, { pieces });
  });
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await analyze.report.getByRole('button', { name: wanted }).click();
  await expect(analyze.report.getByText('Saved 60,000 rows.')).toBeVisible({ timeout: 30_000 });
  const pieces = (await worker?.evaluate(() => (globalThis as unknown as { readonly pieces: readonly number[] }).pieces)) ?? [];
  const text = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('many-rows.csv')).getFile()).text();
  });
  expect(text.trimEnd().split('\n')).toHaveLength(count + 1);
  expect(pieces.reduce((sum, size) => sum + size, 0)).toBe(text.length);
  // The heading, then 2,000 rows each at most.
  expect(pieces.length).toBeGreaterThanOrEqual(1 + count / 2_000);
  expect(Math.max(...pieces)).toBeLessThan(text.length / 20);
  expect(downloads).toEqual([]);
});

test('a list that is wider than its box shows that there is more to the right, until that is seen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'trouble.csv', text: sample });
  const section = page.getByRole('region', { name: 'Rows' });
  const sign = section.getByText('→');
  await expect(sign).toBeVisible({ timeout: 60_000 });
  const box = section.locator('.scroll');
  await box.evaluate((one) => {
    one.scrollLeft = one.scrollWidth;
  });
  await expect(sign).toBeHidden();
  await box.evaluate((one) => {
    one.scrollLeft = 0;
  });
  await expect(sign).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect(sign).toBeHidden();
});
