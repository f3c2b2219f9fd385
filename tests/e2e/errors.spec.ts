import { expect, test } from '@playwright/test';
import { isMetBySending } from '../../src/catalog/index-row.ts';
import { errors } from '../content.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const common = errors.filter(({ data }) => isMetBySending(data)).toSorted((a, b) => a.data.code - b.data.code);

const clipboard = (): Promise<string> => navigator.clipboard.readText();
/** Markdown of two makers says the same whatever its spaces, table padding and form of quotation marks. */
const words = (markdown: string): string =>
  markdown
    .replaceAll(/-{3,}/g, ' ')
    .replaceAll(/[\s|]+/g, ' ')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"');

test('an error page answers whose problem, resend and cost above the fold of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/errors/30007/');
  const facts = page.locator('dl.facts');
  for (const words of ['Undelivered', 'You', 'Only after a fix', 'Billed as an attempt', 'High']) await expect(facts).toContainText(words);
  const box = await facts.boundingBox();
  expect((box?.y ?? Infinity) + (box?.height ?? Infinity)).toBeLessThan(600);
});

test('a page about a registration speaks of no message', async ({ page }) => {
  await page.goto('/errors/30882/');
  const facts = page.locator('dl.facts');
  for (const words of ['No message involved', 'Submit again', 'no message fee']) await expect(facts).toContainText(words);
  await expect(facts).not.toContainText('Resend');
  await expect(page.getByRole('heading', { name: 'In your log' })).toHaveCount(0);
  await expect(page.getByText('stop texting this number')).toHaveCount(0);
});

test('one button copies the bare address of the page, another a sentence with it', async ({ page }) => {
  await page.goto('/errors/30007/?from=chat#fix');
  const address = new URL('/errors/30007/', page.url()).href;
  for (const [name, copied] of [
    ['Copy link', address],
    ['Copy as message', `30007 Message filtered: you act, resend only after a fix - ${address}`],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(clipboard)).toBe(copied);
    await expect(page.getByRole('button', { name })).toBeVisible();
  }
});

test('an anchor copies the address of its section', async ({ page }) => {
  await page.goto('/errors/30007/');
  await page.getByRole('link', { name: 'Link to “Fix it”' }).click();
  expect(await page.evaluate(clipboard)).toBe(new URL('/errors/30007/#fix', page.url()).href);
});

test('the copied Markdown says what the Markdown form of the page says', async ({ page, request }) => {
  await page.goto('/errors/30007/');
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const body = (text: string): string => words(text.slice(0, text.indexOf('## History')));
  const copied = await page.evaluate(clipboard);
  const served = await (await request.get('/errors/30007.md')).text();
  const origins = (text: string): string => text.replaceAll(/http:\/\/[^/)]+/g, '');
  expect(body(origins(copied))).toBe(body(origins(served)));
  expect(copied).toContain('## History and sources');
});

test('the machine forms hold every code', async ({ request }) => {
  const all = (await (await request.get('/errors.json')).json()) as { schemaVersion: number; errors: readonly { code: number }[] };
  expect(all.schemaVersion).toBe(1);
  expect(all.errors.map(({ code }) => code)).toEqual(errors.map(({ data }) => data.code).sort((a, b) => a - b));
  const one: unknown = await (await request.get('/errors/30007.json')).json();
  expect(one).toMatchObject({ schemaVersion: 1, code: 30007, retry: 'after-fix' });
  expect(await (await request.get('/llms.txt')).text()).toContain('/errors/30007.md');
});

test.describe('the index', () => {
  test('opens on the codes a sent message can end in, in numeric order, with every code one click away', async ({ page }) => {
    await page.goto('/errors/');
    const codes = await page.locator('tr[data-code]:visible').evaluateAll((rows) => rows.map((row) => Number(row.dataset.code)));
    expect(codes).toEqual(common.map(({ data }) => data.code));
    expect(codes).toEqual(codes.toSorted((a, b) => a - b));
    for (const code of [21211, 21610, 30003, 30007, 63016]) expect(codes).toContain(code);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2500);
    await page.getByRole('link', { name: 'one plain page' }).click();
    await expect(page.locator('main a[href^="/errors/"]')).toHaveCount(errors.length + 1);
  });

  test('leads to the codes of a category', async ({ page }) => {
    await page.goto('/errors/');
    await page
      .getByRole('navigation', { name: /by category/ })
      .getByRole('link', { name: 'Registration' })
      .click();
    const expected = errors.filter(({ data }) => data.category === 'registration').length;
    await expect(page.locator('tr[data-code]:visible')).toHaveCount(expected);
  });

  test('narrows by filters, which stand in the address and come back from it', async ({ page }) => {
    await page.goto('/errors/');
    await page.getByLabel('Who acts').selectOption('recipient');
    await page.getByLabel('Resend').selectOption('never');
    const expected = errors.filter(({ data }) => data.actors.includes('recipient') && data.retry === 'never').length;
    expect(expected).toBeGreaterThan(0);
    await expect(page.locator('tr[data-code]:visible')).toHaveCount(expected);
    await expect(page).toHaveURL(/\?actors=recipient&retry=never$/);
    await page.reload();
    await expect(page.locator('tr[data-code]:visible')).toHaveCount(expected);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(page.locator('tr[data-code]:visible')).toHaveCount(common.length);
    await expect(page).toHaveURL(/\/errors\/$/);
  });

  test('jumps to a code that is typed', async ({ page }) => {
    await page.goto('/errors/');
    await page.locator('#find-words').fill('30007');
    await expect(page.locator('#find-results tr[data-code]')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/errors\/30007\/$/);
  });

  test('finds words that stand only in the text of a page', async ({ page }) => {
    await page.goto('/errors/');
    await page.locator('#find-words').fill('gambling cannabis');
    await expect(page.locator('#find-results')).toContainText('Message filtered');
  });

  test('says so when the texts cannot be searched, and searches them once they can', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('/errors/');
    await page.locator('#find-words').fill('gambling cannabis');
    await expect(page.getByText('The texts of the pages could not be searched: no connection.')).toBeVisible();
    await page.unroute('**/pagefind/**');
    await page.locator('#find-words').fill('gambling cannabis text');
    await expect(page.locator('#find-results')).toContainText('Message filtered');
    await expect(page.getByText('could not be searched')).toHaveCount(0);
  });

  test("gives other codes their title and Twilio's page", async ({ page }) => {
    await page.goto('/errors/?q=13227');
    await expect(page.getByRole('link', { name: /^13227 / })).toHaveAttribute('rel', 'external noopener');
    await expect(page.getByText('Not about messages')).toBeVisible();
  });

  test('keeps phone numbers out of its address', async ({ page }) => {
    await page.goto('/errors/');
    await page.locator('#find-words').fill('+14155550100 landline');
    await expect(page.locator('#find-results')).toContainText('Landline');
    expect(page.url()).not.toContain('q=');
  });

  test('says so when nothing fits', async ({ page }) => {
    await page.goto('/errors/');
    await page.locator('#find-words').fill('zebra xylophone');
    await expect(page.getByText('No page fits.')).toBeVisible();
  });
});

test.describe('a wrong address', () => {
  test('offers the page of the code in it, however deep', async ({ page }) => {
    const answer = await page.goto('/docs/api/errors/30007.html');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('link', { name: /^30007 Message filtered/ })).toHaveAttribute('href', '/errors/30007/');
  });

  test('names another code and leads to Twilio', async ({ page }) => {
    await page.goto('/errors/13227/');
    await expect(page.getByRole('link', { name: 'Twilio’s page for 13227' })).toHaveAttribute('href', /errors\/13227$/);
  });

  test('leads to the three doors when it holds no code', async ({ page }) => {
    await page.goto('/no/such/page');
    await expect(page.locator('#not-found-code')).toBeHidden();
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(3);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('an error page and the index are whole, and no dead control is shown', async ({ page }) => {
    await page.goto('/errors/30007/');
    await expect(page.getByRole('heading', { name: 'Before you contact support' })).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await page.goto('/errors/');
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.locator('tr[data-code]:visible')).toHaveCount(common.length);
    await page.getByRole('link', { name: 'one plain page' }).click();
    await expect(page.locator('main a[href^="/errors/"]')).toHaveCount(errors.length + 1);
  });
});
