import { expect, test } from '@playwright/test';
import { dialects, type DialectId } from '../../src/analyzer/grouped/sql/dialects.ts';
import { sqlCommand } from '../../src/cli/sql.ts';
import { knowledge } from '../knowledge.ts';

/** What `undelivered sql` prints. */
function printed(...args: readonly string[]): string {
  let out = '';
  const input = (async function* () {})();
  sqlCommand(args, { input, write: (text) => (out += text), complain: () => undefined }, { knowledge: () => knowledge });
  return out;
}

test('the page prints what the command prints, by keyboard, on narrow screens, and says what leaves', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/get-the-log/warehouse/');
  const script = page.locator('#warehouse-script');
  const command = page.locator('#warehouse-command');
  const leaves = page.locator('[data-leaves]:visible');
  await expect(script).toHaveText(printed('--dialect', 'duckdb', '--table', 'messages'), { useInnerText: false });
  await expect(command).toHaveText('npm run --silent undelivered -- sql --dialect duckdb --table messages --columns rest > grouped.sql');
  await expect(leaves).toContainText('of everybody with a failed message, whole');

  await page.getByLabel('Engine', { exact: true }).focus();
  await page.keyboard.type('BigQ');
  await page.keyboard.press('Tab');
  await page.keyboard.type('`a.b$&`');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Fivetran');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const strict = ['--dialect', 'bigquery', '--table', '`a.b$&`', '--columns', 'fivetran', '--no-texts', '--no-people'];
  await expect.poll(() => script.textContent()).toBe(printed(...strict));
  await expect(command).toHaveText(
    "npm run --silent undelivered -- sql --dialect bigquery --table '`a.b$&`' --columns fivetran --no-texts --no-people > grouped.sql",
  );
  await expect(leaves).toHaveCount(1);
  await expect(leaves).toContainText('Texts: none.');
  await expect(leaves).toContainText('Numbers: none whole');

  const table = page.getByLabel('Table, as the engine names it');
  await table.fill('a; b');
  await expect(page.locator('#warehouse-problem')).toHaveText('A table has no ";" in its name.');
  await expect(script).toBeEmpty();
  await table.fill(' ');
  await expect(page.locator('#warehouse-problem')).toHaveText('Name the table that holds the messages.');
  await table.fill('messages');
  await expect(page.locator('#warehouse-problem')).toBeEmpty();

  // Every engine has its scripts.
  for (const [id, { name }] of Object.entries(dialects) as [DialectId, { name: string }][]) {
    await page.getByLabel('Engine', { exact: true }).selectOption(id);
    await expect(script).toContainText(`for ${name}.`);
  }
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect([...new Set(asked)]).toEqual([new URL(page.url()).host]);
});

test('without script it says what to run instead', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto('/get-the-log/warehouse/');
  // Chromium draws no <noscript> where scripts are switched off by a program: what stands in it is read.
  const served = await (await page.request.get('/get-the-log/warehouse/')).text();
  expect(served).toMatch(/<noscript>\s*<p class="note">Scripts do not run in this browser/);
  await expect(page.locator('#warehouse')).toBeHidden();
  await expect(page.locator('#warehouse-command')).toContainText('sql --dialect duckdb --table messages --columns rest');
  await context.close();
});
