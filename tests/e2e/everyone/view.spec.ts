import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { AnalyzePage } from '../analyze-page.ts';
import { troubledLog } from '../log-file.ts';

const pages = ['/', '/guide/status/', '/guide/map/', '/errors/', '/errors/30007/', '/get-the-log/', '/glossary/', '/privacy/'];

const sample = readFileSync(new URL('../../../public/samples/trouble.csv', import.meta.url));

async function report(page: Page, text: string | Buffer = troubledLog()): Promise<AnalyzePage> {
  const analyze = new AnalyzePage(page);
  await analyze.open();
  await analyze.choose({ name: 'a.csv', text });
  await analyze.isIn('report');
  await expect(analyze.report.locator('.take-away')).toBeVisible();
  return analyze;
}

test.describe('at 200 % zoom of a 1280 × 800 window', () => {
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

  test('the first fact of each line stands at the edge, without a rule before it', async ({ page }) => {
    await page.goto('/errors/30007/');
    const lines = await page.locator('.facts').evaluate((facts) => {
      const edge = facts.getBoundingClientRect().left;
      const cells = [...facts.children].map((cell) => ({
        cell: cell.getBoundingClientRect(),
        text: cell.firstElementChild?.getBoundingClientRect(),
      }));
      const first = cells.filter(({ cell }, place) => place === 0 || cell.top > (cells[place - 1]?.cell.top ?? 0));
      return first.map(({ cell, text }) => [Math.round((text?.left ?? 0) - edge), cell.left < edge]);
    });
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines.map(String))).toEqual(new Set(['0,true']));
  });

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

test('on paper a report has its figures and the numbers of its findings, and no word about the screen', async ({ page }) => {
  await report(page);
  const figures = page.locator('.breakdown .only, .evidence .only');
  expect(await figures.count()).toBeGreaterThan(3);
  await page.emulateMedia({ media: 'print' });
  const hidden = await figures.evaluateAll((buttons) =>
    buttons.filter((button) => !button.checkVisibility()).map((button) => button.textContent),
  );
  expect(hidden).toEqual([]);
  await expect(page.locator('.rank').first()).toHaveCSS('print-color-adjust', 'exact');
  await expect(page.getByText('Press a figure to see only its messages')).toBeHidden();
  await expect(page.locator('.readout')).toBeHidden();
});

test.describe('by finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  /** Runs in the page: what can be pressed and is less than 24 px wide or high; the label of a field is part of it. */
  const small = (): readonly string[] =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea, [role=slider]')].flatMap((one) => {
      if (!one.checkVisibility({ visibilityProperty: true })) return [];
      const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
      // What only a screen reader meets is 1 px; a link that goes on in the next line is as high as both.
      return width > 1 && Math.min(width, height) < 23.5 ? [`${String(width)} × ${String(height)} ${one.outerHTML.slice(0, 80)}`] : [];
    });

  test('all that can be pressed is 24 px wide and high, on each kind of page and in a report', async ({ page }) => {
    for (const path of [...pages, '/guide/', '/guide/filtered-text/', '/about/', '/analyze/', '/no/such/page/']) {
      await page.goto(path);
      expect(await page.evaluate(small), path).toEqual([]);
    }
    await report(page, sample);
    expect(await page.locator('.only').count()).toBeGreaterThan(5);
    expect(await page.evaluate(small)).toEqual([]);
  });

  test('a stretch of the chart is chosen by dragging over it; moving up and down scrolls the page and chooses nothing', async ({
    page,
  }) => {
    await report(page, sample);
    const over = page.locator('.u-over');
    /** Where the chart is once it is in view and the page has come to rest: it glides on after a finger has left. */
    const atRest = async () => {
      let last = NaN;
      await expect
        .poll(
          async () => {
            const before = last;
            // Asked each time: a page that still glides takes the chart out of view again.
            await over.scrollIntoViewIfNeeded();
            last = (await over.boundingBox())?.y ?? NaN;
            return last === before;
          },
          { intervals: [200] },
        )
        .toBe(true);
      return (await over.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    };
    const first = await atRest();
    const devtools = await page.context().newCDPSession(page);
    const drag = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
      const at = (part: number) => [{ x: from[0] + (to[0] - from[0]) * part, y: from[1] + (to[1] - from[1]) * part }];
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
      for (const part of [0.1, 0.25, 0.5, 0.75, 1])
        await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) });
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
    const before = await scrolled();
    const middle = first.x + first.width / 2;
    const low = first.y + first.height - 20;
    await drag([middle, low], [middle, low - 300]);
    await expect.poll(scrolled).toBeGreaterThan(before + 100);
    await expect(page.locator('.filters .chip')).toHaveCount(0);
    const { x, y, width } = await atRest();
    await drag([x + width * 0.1, y + 60], [x + width * 0.6, y + 66]);
    await expect(page.locator('.filters .chip')).toHaveCount(1);
    await expect(page.locator('.filters .chip')).toContainText('Time');
    await expect(page.locator('.filters')).toContainText(/[\d,]+ of [\d,]+ messages/);
    await expect(over.locator('.u-select')).toBeVisible();
    // What is above has fewer rows now; the chart stays under the finger.
    await expect(page.locator('.report')).toHaveAttribute('aria-busy', 'false');
    // It is drawn anew meanwhile.
    await expect.poll(async () => Math.abs(((await over.boundingBox())?.y ?? Infinity) - y)).toBeLessThan(20);
  });
});
