import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { AnalyzePage } from './analyze-page.ts';

const sample = readFileSync(new URL('../../public/samples/trouble.csv', import.meta.url));
/** A4 without its margins, in CSS pixels. */
const PAPER = { width: 718, height: 1047 };

/** The report of the sample as a printer takes it. */
async function onPaper(page: Page, before: () => Promise<void> = () => Promise.resolve()): Promise<AnalyzePage> {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'trouble.csv', text: sample });
  await expect(page.locator('.take-away')).toBeAttached({ timeout: 60_000 });
  await before();
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  return analyze;
}

test('the list of messages, filters and what is pressed stay off the paper; every finding is on it', async ({ page }) => {
  const { report } = await onPaper(page);
  const rows = page.locator('section.rows');
  await expect(rows).toBeAttached();
  await expect(rows).toBeHidden();
  expect(await rows.getByRole('row', { includeHidden: true }).count()).toBeGreaterThan(5);
  await expect(report.locator(':is(.button, input, select, textarea):visible')).toHaveCount(0);
  const findings = await report.locator('.ranked .rank').count();
  expect(findings).toBeGreaterThan(2);
  await expect(report.locator('.finding:visible')).toHaveCount(findings);
});

test('the chart is as wide as the paper, and totals stand once, under their table', async ({ page }) => {
  const { report } = await onPaper(page);
  const chart = await report.locator('.time-chart canvas').first().boundingBox();
  expect(chart?.width).toBeGreaterThan(300);
  expect((chart?.x ?? NaN) + (chart?.width ?? NaN)).toBeLessThanOrEqual(PAPER.width);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PAPER.width);
  const feet = report.locator('tfoot');
  expect(await feet.count()).toBeGreaterThan(0);
  for (const display of await feet.evaluateAll((all) => all.map((foot) => getComputedStyle(foot).display)))
    expect(display).toBe('table-row-group');
});

test('what the reader switched off in the chart is not on the paper either', async ({ page }) => {
  const delivered = page.locator('.legend-item', { hasText: 'Delivered', hasNotText: 'Undelivered' });
  await onPaper(page, () => delivered.click());
  await expect(delivered).toHaveAttribute('aria-pressed', 'false');
  await expect(delivered).toBeHidden();
  await expect(page.locator('.legend-item:visible').first()).toBeVisible();
});

test('on paper nothing is folded, no word breaks in a number, the hours of three days are three rows and those of a day all there', async ({
  page,
}) => {
  const { report } = await onPaper(page);
  const read = page.locator('.analyzer details', { hasText: 'What was read, and what was not' }).first();
  await expect(read).toHaveAttribute('open', '');
  await expect(read.getByText('Say which column is which')).toBeHidden();
  await expect(report.getByText('Switch Delivered off')).toBeHidden();
  await expect(report.locator('.when tbody tr')).toHaveCount(3);
  await expect(report.locator('[aria-labelledby=by-hours] tbody tr')).toHaveCount(24);
  for (const label of await report.locator('[aria-labelledby=by-senders] tbody bdi').all())
    expect((await label.boundingBox())?.height).toBeLessThan(30);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(read).not.toHaveAttribute('open', '');
  await expect(report.locator('[aria-labelledby=by-hours] tbody tr')).toHaveCount(11);
});
