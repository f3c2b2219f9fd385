import { expect, test, type Page } from '@playwright/test';
import { shortcuts } from '../../../src/page-scripts/shortcuts.ts';
import { AnalyzePage } from '../analyze-page.ts';
import { troubledLog } from '../log-file.ts';

/** What Tab can reach by the markup, and what it did reach from the top of the page to its end and around. */
async function tabThrough(
  page: Page,
): Promise<{ readonly missed: readonly string[]; readonly unseen: readonly string[]; readonly reached: number }> {
  await page.evaluate(() => {
    const shown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && element.closest('[inert]') === null;
    const all = 'a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select, textarea, summary, [tabindex="0"]';
    document.querySelectorAll(all).forEach((element) => {
      if (shown(element) && element instanceof HTMLElement && element.tabIndex >= 0) element.dataset.tab = 'wanted';
    });
  });
  await page.locator('.skip-link').focus();
  await page.locator('.skip-link').evaluate((link) => (link.dataset.tab = 'reached'));
  const unseen: string[] = [];
  let reached = 0;
  for (; reached < 600; reached += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      const before = element.dataset.tab;
      element.dataset.tab = 'reached';
      const { outlineStyle, boxShadow, borderColor } = getComputedStyle(element);
      const box = element.closest('.box');
      // The parts of a field for a time have rings of the browser's own.
      const hasOwnRings = element instanceof HTMLInputElement && element.type.startsWith('datetime');
      const isMarked =
        hasOwnRings || outlineStyle !== 'none' || boxShadow !== 'none' || (box !== null && getComputedStyle(box).boxShadow !== 'none');
      return { before, isMarked, name: `${element.localName} ${element.textContent.trim().slice(0, 40)} ${borderColor}` };
    });
    if (now === undefined || (now.before === 'reached' && reached > 0 && !now.name.startsWith('input'))) break;
    if (!now.isMarked) unseen.push(now.name);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-tab=wanted]')]
      // Of radio buttons the group is one stop.
      .filter((element) => !(element instanceof HTMLInputElement && element.type === 'radio'))
      .map((element) => `${element.localName} ${element.textContent.trim().slice(0, 40)}`),
  );
  return { missed, unseen, reached };
}

test('a complaint is followed to its outcome with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await page.keyboard.type('the customer never got the text');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guide\/complaint\//);
  await page.goto('/guide/status/');
  await page.keyboard.press('1');
  await expect(page).toHaveURL(/status=undelivered/);
  await expect(page.locator('h1')).toBeFocused();
  const { missed, unseen, reached } = await tabThrough(page);
  expect([missed, unseen]).toEqual([[], []]);
  expect(reached).toBeGreaterThan(15);
});

test('an error is found and read with the keyboard alone, with its words and their explanations', async ({ page }) => {
  await page.goto('/errors/');
  await page.locator('#find-words').focus();
  await page.keyboard.type('30007');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/errors\/30007\/$/);
  const { missed, unseen, reached } = await tabThrough(page);
  expect([missed, unseen]).toEqual([[], []]);
  expect(reached).toBeGreaterThan(30);
  await page.locator('a.fact[href$="#campaign"]').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/glossary\/#campaign$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/errors\/30007\/$/);
});

test('a report is read with the keyboard alone: nothing is passed over, nothing holds the focus, each stop is seen', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await analyze.isIn('report');
  const { missed, unseen, reached } = await tabThrough(page);
  expect([missed, unseen]).toEqual([[], []]);
  expect(reached).toBeGreaterThan(40);
});

test('"?" shows all shortcuts of the table, on every page, but not where somebody writes', async ({ page }) => {
  await page.goto('/errors/');
  await page.locator('#find-words').focus();
  await page.keyboard.press('?');
  await expect(page.locator('#find-words')).toHaveValue('?');
  await page.getByRole('link', { name: 'Guide', exact: true }).focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('row')).toHaveCount(shortcuts.reduce((sum, { keys }) => sum + 1 + keys.length, 0));
  for (const { where, keys } of shortcuts) {
    await expect(dialog).toContainText(where);
    for (const { does } of keys) await expect(dialog).toContainText(does);
  }
  // At its beginning, however little of it can be seen at once; a key is one word.
  await page.setViewportSize({ width: 320, height: 400 });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('link', { name: 'Guide', exact: true })).toBeFocused();
  await page.keyboard.press('?');
  await expect(dialog.getByRole('heading')).toBeFocused();
  expect(await dialog.evaluate((list) => [list.scrollTop, list.scrollHeight > list.clientHeight])).toEqual([0, true]);
  const broken = await dialog
    .locator('kbd')
    .evaluateAll((keys) => keys.filter((key) => key.getClientRects().length > 1).map((key) => key.textContent));
  expect(broken).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused();
});
