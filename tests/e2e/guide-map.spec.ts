import { expect, test } from '@playwright/test';
import { createMachine } from 'xstate';
import { guideMachinePath, guideMapPath, lifecyclePath, stepPath } from '../../src/catalog/paths.ts';
import { guide } from '../guide-paths.ts';
import { expectAccessible } from './axe.ts';

const steps = Object.keys(guide.steps);

test.describe('the map', () => {
  test('has a box for every step, each a link to it, and opens on its first levels', async ({ page }) => {
    await page.goto(guideMapPath());
    const boxes = await page.locator('[data-node]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(boxes.toSorted()).toEqual(steps.map((id) => stepPath(id)).toSorted());
    const start = guide.steps.start;
    if (start === undefined || start.kind === 'outcome') throw new Error('the guide does not begin with a question');
    await expect(page.locator('[data-node]:visible').first()).toHaveText(start.title);
    for (const { label, next } of start.answers) {
      await expect(page.locator('.branch:visible > .line', { hasText: label })).toBeVisible();
      await expect(page.locator(`[data-node="${next}"]`)).toBeVisible();
    }
    await expect(page.locator('[data-node="filtered-text"]')).toBeHidden();
  });

  test('shows the path taken and where the reader is', async ({ page }) => {
    await page.goto(stepPath('filtered-text', { status: 'undelivered', code: '30007', filter: 'text' }));
    await page.getByRole('link', { name: 'Where you are on the map' }).click();
    await expect(page.locator('[data-node][aria-current="step"]')).toHaveAttribute('data-node', 'filtered-text');
    await expect(page.locator('[data-node][aria-current="step"]')).toBeInViewport();
    const passed = await page.locator('[data-node].passed').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-node')));
    expect(passed.toSorted()).toEqual(['filtered', 'filtered-text', 'status', 'undelivered']);
    await expect(page.locator('.branch.passed')).toHaveCount(3);
  });

  test('opens by branch, by level and whole, and folds again', async ({ page }) => {
    await page.goto(guideMapPath());
    const open = page.locator('[data-map] details[open]');
    const all = await page.locator('[data-map] details').count();
    await expect(open).toHaveCount(1);
    await page.locator('.branch[data-to="complaint"] > details > summary').click();
    await expect(open).toHaveCount(2);
    await expect(page.locator('[data-node="ask-someone"]')).toBeVisible();
    await page.getByRole('button', { name: 'Open one level more' }).click();
    expect(await open.count()).toBeGreaterThan(5);
    expect(await open.count()).toBeLessThan(all);
    await page.getByRole('button', { name: 'Open all' }).click();
    await expect(open).toHaveCount(all);
    await page.getByRole('button', { name: 'Fold all' }).click();
    await expect(open).toHaveCount(1);
  });

  test('is whole on paper and opens without a script', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    const page = await context.newPage();
    await page.goto(guideMapPath());
    await page.locator('.branch[data-to="complaint"] > details > summary').click();
    await expect(page.locator('[data-node="ask-someone"]')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    const hidden = await page
      .locator('[data-node]')
      .evaluateAll((boxes) => boxes.filter((box) => !box.checkVisibility({ contentVisibilityAuto: true })).length);
    expect(hidden).toBe(0);
    await context.close();
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
  test(`axe finds nothing on ${path}, which does not scroll sideways at 320 px`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
  });
}
