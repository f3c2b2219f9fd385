import { expect, test } from '@playwright/test';
import { errorsPath, stepPath } from '../../src/catalog/paths.ts';
import { guide } from '../guide-paths.ts';

const titleOf = (step: string): string => guide.steps[step]?.title ?? 'no such step';
const delivered = { have: 'complaint', seen: 'found', status: 'delivered' };

test.describe('delivered, but she never got it', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  const clipboard = (): Promise<string> => navigator.clipboard.readText();

  test('the phone has a list of its own with the taps, and what was ruled out stands in the request', async ({ page }) => {
    await page.goto(stepPath('delivered', delivered));
    await page.getByRole('link', { name: 'One person, with an iPhone' }).click();
    await expect(page.getByText('Filters', { exact: true }).first()).toBeVisible();
    await page.getByLabel('Not it: It is under Unknown Senders').check();
    await page.reload();
    await expect(page.getByLabel('Not it: It is under Unknown Senders')).toBeChecked();
    await page.locator('a[data-answer="unknown"]').click();
    await expect(page.locator('h1')).toHaveText(titleOf('device'));
    await page.locator('a[data-answer="unknown"]').click();
    await expect(page.locator('h1')).toHaveText(titleOf('escalate-delivered'));
    await page.getByRole('button', { name: 'Copy the request' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    const request = await page.evaluate(clipboard);
    expect(request).toMatch(/^A message did not arrive\nThe log calls this message “Delivered”/);
    expect(request).toContain('delivery receipt and a trace');
    expect(request).toContain('Checked, and not it:\n- It is under Unknown Senders');
    expect(request).not.toContain('who stopped');
  });

  test('a new case begins without the ticks of the last one', async ({ page }) => {
    await page.goto(stepPath('android'));
    await page.getByLabel('Not it: It is in Spam & blocked').check();
    await page.goto(stepPath('start'));
    await page.goto(stepPath('android'));
    await expect(page.getByLabel('Not it: It is in Spam & blocked')).not.toBeChecked();
  });

  test('the ticket has blanks for what only the reader knows; what is typed stays in the page', async ({ page }) => {
    await page.goto(stepPath('hidden-by-phone', { ...delivered, scope: 'iphone', iphone: 'unknown-senders' }));
    const before = page.url();
    await page.getByLabel('Ticket number').fill('T-1001');
    await page.getByLabel('What the recipient was told').fill('Look under Unknown Senders');
    await page.getByRole('button', { name: 'Copy for the ticket' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    const ticket = await page.evaluate(clipboard);
    expect(ticket).toContain('- Ticket number: T-1001');
    expect(ticket).toContain('- What the recipient was told: Look under Unknown Senders');
    expect(ticket).toContain("- Recipient's number: ____");
    expect(ticket).toContain("- Row in Twilio's log: found");
    expect(page.url()).toBe(before);
  });

  test('words for the recipient are copied by themselves', async ({ page }) => {
    await page.goto(stepPath('hidden-by-phone'));
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(clipboard)).toMatch(/^We sent you a text from ____/);
  });
});

test('on a phone the button for the ticket stays in view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(stepPath('carrier-block'));
  await page.getByRole('heading', { name: 'So that it does not come back' }).scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    scrollBy(0, 300);
  });
  await expect(page.getByRole('button', { name: 'Copy for the ticket' })).toBeInViewport();
});

test.describe('a code that is typed', () => {
  test('answers the question when it has a page, also where no answer lists it', async ({ page }) => {
    await page.goto(stepPath('undelivered', { status: 'undelivered' }));
    await page.getByLabel('Type the code').fill('Error 30032');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.locator('h1')).toHaveText(titleOf('unverified-toll-free'));
    expect(new URL(page.url()).search).toBe('?status=undelivered&code=30032');
  });

  for (const [typed, offered] of [
    ['3007', '30007'],
    ['+1 (202) 555-0142', undefined],
  ] as const) {
    test(`never stands in the address when nobody knows it: ${typed}`, async ({ page }) => {
      await page.goto(stepPath('code'));
      const before = page.url();
      await page.getByLabel('Type the code').fill(typed);
      await page.keyboard.press('Enter');
      const said = page.locator('[data-code-field] [role="status"]');
      await expect(said.getByRole('link', { name: 'Search all codes' })).toHaveAttribute('href', errorsPath());
      expect(page.url()).toBe(before);
      if (offered !== undefined) await expect(said.getByRole('link', { name: offered })).toBeVisible();
    });
  }

  test('is a link to the index without script', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    const page = await context.newPage();
    await page.goto(stepPath('code'));
    await expect(page.getByLabel('Type the code')).toBeHidden();
    await expect(page.getByRole('link', { name: 'Every code has a page.' })).toHaveAttribute('href', errorsPath());
    await context.close();
  });
});
