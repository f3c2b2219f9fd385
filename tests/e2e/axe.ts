import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

async function rules(page: Page, only: readonly string[]): Promise<void> {
  // Where to find what passed is not asked: on a long report that takes longer than the rules themselves.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
  const { violations } = await (only.length === 0 ? builder : builder.withRules([...only])).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/**
 * Axe finds nothing on the page as it stands, in light and in dark, and nothing scrolls sideways at 320 px. All its rules are
 * asked once; in dark only colours differ, so there the rules of contrast alone.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const size = page.viewportSize();
  await rules(page, []);
  await page.emulateMedia({ colorScheme: 'dark' });
  await rules(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  if (size !== null) await page.setViewportSize(size);
}
