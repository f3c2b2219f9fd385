import { expect, test } from '@playwright/test';
import { AnalyzePage } from '../analyze-page.ts';
import { troubledLog } from '../log-file.ts';

/** What a screen reader is told on the three ways through the site, in tests/e2e/everyone/aria/. `--update-snapshots` writes them anew; read the difference. */
test('the guide: a question with its answers, and an outcome', async ({ page }) => {
  await page.goto('/guide/status/');
  await expect(page.locator('article')).toMatchAriaSnapshot({ name: 'guide-question.aria.yml' });
  await page.goto('/guide/filtered-link/');
  await expect(page.locator('article')).toMatchAriaSnapshot({ name: 'guide-outcome.aria.yml' });
});

test('an error: its title, its facts, and where to go on', async ({ page }) => {
  await page.goto('/errors/30007/');
  await expect(page.locator('article .title')).toMatchAriaSnapshot({ name: 'error-title.aria.yml' });
  await expect(page.locator('article .facts')).toMatchAriaSnapshot({ name: 'error-facts.aria.yml' });
  await expect(page.getByRole('contentinfo')).toMatchAriaSnapshot({ name: 'footer.aria.yml' });
});

test('a report: what to fix first', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await analyze.isIn('report');
  await expect(page.locator('.ranked')).toMatchAriaSnapshot({ name: 'report-fix-first.aria.yml' });
});
