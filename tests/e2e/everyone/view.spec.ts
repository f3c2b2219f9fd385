import { expect, test, type Page } from '@playwright/test';
import { AnalyzePage } from '../analyze-page.ts';
import { troubledLog } from '../log-file.ts';

const pages = ['/', '/guide/status/', '/guide/map/', '/errors/', '/errors/30007/', '/get-the-log/', '/glossary/', '/privacy/'];

async function report(page: Page): Promise<AnalyzePage> {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await analyze.isIn('report');
  return analyze;
}

test.describe('at 200 % zoom of a 1280 × 800 window', () => {
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

  test('no page scrolls sideways, nor does a report', async ({ page }) => {
    const sideways = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    for (const path of pages) {
      await page.goto(path);
      expect(await sideways(), path).toBeLessThanOrEqual(0);
    }
    await report(page);
    expect(await sideways(), 'report').toBeLessThanOrEqual(0);
  });
});

test('in forced colours only the open door is underlined, and the bars of the chart keep their colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/guide/status/');
  const lines = await page.locator('.doors a').evaluateAll((doors) => doors.map((door) => getComputedStyle(door).borderBottomColor));
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(lines.map((line) => line === ground)).toEqual([false, true, true]);
  await report(page);
  const colours = await page
    .locator('.time-chart canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
      const kinds = new Set<string>();
      for (let i = 0; i < data.length; i += 4) {
        const [r = 0, g = 0, b = 0, a = 0] = data.slice(i, i + 4);
        // Colours proper, not greys and not what is half drawn.
        if (a === 255 && Math.max(r, g, b) - Math.min(r, g, b) > 60) kinds.add(`${String(r >> 5)} ${String(g >> 5)} ${String(b >> 5)}`);
      }
      return kinds.size;
    });
  expect(colours).toBeGreaterThanOrEqual(2);
});

test('where motion is not wanted nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of ['/', '/guide/status/', '/errors/30007/']) {
    await page.goto(path);
    expect(await page.evaluate(() => document.getAnimations().length), path).toBe(0);
  }
  await report(page);
  await page.locator('.ranked button').first().click();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
});

test('the choice of colours holds on every page from before it is drawn, until it is given back to the system', async ({ page }) => {
  await page.addInitScript(() => {
    // What the first element of the body would be drawn with.
    new MutationObserver((_, watch) => {
      if (document.querySelector('body') === null) return;
      document.documentElement.dataset.first = getComputedStyle(document.documentElement).colorScheme;
      watch.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const first = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset.first);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/errors/30007/');
  const light = await ground();
  await page.getByLabel('Colours').selectOption('dark');
  const dark = await ground();
  expect(dark).not.toBe(light);
  for (const path of ['/', '/analyze/', '/nothing-here/']) {
    await page.goto(path);
    expect([await first(), await ground(), await page.getByLabel('Colours').inputValue()], path).toEqual(['dark', dark, 'dark']);
  }
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toContain('light');
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('Colours').selectOption('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground()).toBe(light);
  await page.getByLabel('Colours').selectOption('');
  expect(await ground()).toBe(dark);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.goto('/');
  expect(await first()).toContain('light dark');
});

test('the chart of a report is drawn anew when other colours are chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await report(page);
  const drawn = (): Promise<string> =>
    page
      .locator('.time-chart canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const before = await drawn();
  await page.getByLabel('Colours').selectOption('dark');
  await expect.poll(drawn).not.toBe(before);
});

test('on paper a page has no header, no buttons and no choice of colours', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  for (const path of ['/errors/30007/', '/guide/filtered-text/', '/glossary/']) {
    await page.goto(path);
    await expect(page.locator('h1'), path).toBeVisible();
    await expect(page.locator('.site-header'), path).toBeHidden();
    await expect(page.getByLabel('Colours'), path).toBeHidden();
    expect(await page.locator('main button:visible').count(), path).toBe(0);
  }
});
