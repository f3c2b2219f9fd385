import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { createMachine } from 'xstate';
import { guideMachinePath, guideMapPath, lifecyclePath, stepPath } from '../../src/catalog/paths.ts';
import { guide } from '../guide-paths.ts';

const steps = Object.keys(guide.steps);

test.describe('the map', () => {
  test('has a box for every step, each a link to it, and the same in words', async ({ page }) => {
    await page.goto(guideMapPath());
    const boxes = await page.locator('[data-map] a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(boxes.toSorted()).toEqual(steps.map((id) => stepPath(id)).toSorted());
    const asking = Object.values(guide.steps).filter(({ kind }) => kind !== 'outcome');
    await expect(page.locator('.outline h3')).toHaveCount(asking.length);
  });

  test('shows the path taken and where the reader is', async ({ page }) => {
    await page.goto(stepPath('filtered-text', { status: 'undelivered', code: '30007', filter: 'text' }));
    await page.getByRole('link', { name: 'Where you are on the map' }).click();
    await expect(page.locator('[data-node][aria-current="step"]')).toHaveAttribute('data-node', 'filtered-text');
    await expect(page.locator('[data-node][aria-current="step"]')).toBeInViewport();
    const passed = await page.locator('[data-node].passed').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node')));
    expect(passed.toSorted()).toEqual(['filtered', 'filtered-text', 'status', 'undelivered']);
    await expect(page.locator('path.passed')).toHaveCount(3);
  });

  test('zooms by button, key and wheel, and moves by mouse', async ({ page }) => {
    await page.goto(guideMapPath());
    const width = async () => Number(await page.locator('[data-map]').getAttribute('width'));
    const frame = page.getByRole('region', { name: /^Map/ });
    const natural = await width();
    await page.getByRole('button', { name: 'Larger' }).click();
    expect(await width()).toBeGreaterThan(natural);
    await frame.focus();
    await page.keyboard.press('0');
    expect(await width()).toBeLessThan(natural);
    await page.keyboard.press('+');
    const small = await width();
    await page.keyboard.down('Control');
    await frame.hover();
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await expect.poll(width).toBeGreaterThan(small);
    const before = await frame.evaluate(({ scrollLeft, scrollTop }) => scrollLeft + scrollTop);
    await frame.hover();
    await page.mouse.down();
    await page.mouse.move(300, 300, { steps: 4 });
    await page.mouse.up();
    expect(await frame.evaluate(({ scrollLeft, scrollTop }) => scrollLeft + scrollTop)).not.toBe(before);
  });

  test('is published as a machine that XState reads', async ({ request }) => {
    const config: unknown = await (await request.get(guideMachinePath())).json();
    const machine = createMachine(config as Parameters<typeof createMachine>[0]);
    expect(Object.keys(machine.states).toSorted()).toEqual([...steps, 'by-code'].toSorted());
  });
});

test.describe('the life of a message', () => {
  test('is stepped through to its end', async ({ page }) => {
    await page.goto(lifecyclePath());
    await page.getByLabel('Sender', { exact: true }).selectOption('alphanumeric');
    await page.getByLabel('Sent with').selectOption('yes');
    const next = page.getByRole('button', { name: 'Next step' });
    await next.click();
    await next.click();
    await expect(page.locator('[data-moments] .moment')).toHaveCount(3);
    await expect(page.locator('[data-moments] .moment').last()).toContainText('21703');
    await expect(next).toBeDisabled();
    expect(new URL(page.url()).search).toBe('?sender=alphanumeric&service=yes');
  });

  test('offers no choice that changes nothing', async ({ page }) => {
    await page.goto(lifecyclePath());
    await expect(page.getByLabel('WhatsApp window')).toBeDisabled();
    await page.getByLabel('Sender', { exact: true }).selectOption('whatsapp');
    await expect(page.getByLabel('WhatsApp window')).toBeEnabled();
    await expect(page.getByLabel('Registered for the US')).toBeDisabled();
  });

  test('shows every life without a script', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    const page = await context.newPage();
    await page.goto(lifecyclePath());
    await page.getByText('Alphanumeric sender as From').click();
    await expect(page.locator('#alphanumeric-from')).toContainText('HTTP 400');
    expect(await page.locator('.life').count()).toBeGreaterThanOrEqual(9);
    await context.close();
  });
});

for (const path of [guideMapPath(), lifecyclePath()]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on ${path} (${colorScheme}), which does not scroll sideways at 320 px`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, ...(baseURL === undefined ? {} : { baseURL }) });
      const page = await context.newPage();
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await context.close();
    });
  }
}
