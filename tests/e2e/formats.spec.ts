import { gzipSync, strToU8, zipSync } from 'fflate';
import { expect, test } from '@playwright/test';
import { places } from '../../src/hand-over/places.ts';
import { fixture, fixturePath } from '../log.ts';
import { AnalyzePage } from './analyze-page.ts';

test.beforeEach(async ({ page }) => {
  page.on('pageerror', (error) => {
    throw error;
  });
  await new AnalyzePage(page).open();
});

const log = (file: string): Buffer => Buffer.from(fixture(fixturePath(file)));

test('whatever a log is packed in or written as, the page reads it, and its saved report opens again', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  const [csv, sql] = [log('console_v3_15col.csv'), log('mysql.sql')];
  const joined = Buffer.concat([gzipSync(csv), gzipSync(Buffer.concat([strToU8('\n'), csv]))]);
  await analyze.choose({ name: 'x', text: joined });
  await expect(analyze.summary).toContainText('26 messages');
  await page.getByText('What was read, and what was not').click();
  await expect(page.getByRole('row', { name: /^Rows/ })).toContainText('52 rows = 26 messages + 26 repeats');
  await expect(page.getByRole('row', { name: /^Size/ })).toContainText('2 joined files');
  await expect(page.getByRole('row', { name: /^Columns not used/ })).toContainText('ApiVersion, ShortenedLinkEnabled');
  await analyze.choose({ name: 'x', text: Buffer.from(zipSync({ 'a.csv': csv, 'b/b.sql': sql, 'c.txt': strToU8('hello, world') })) });
  await expect(page.locator('.sources li')).toHaveCount(2);
  await expect(page.locator('.sources')).toContainText('x/b/b.sql');
  await page.getByText('What was read, and what was not').click();
  const list = await analyze.saved(page.getByRole('button', { name: 'Save the list of 2 skipped' }));
  expect(list.text).toContain('"x/b/b.sql",16,"about something else than messages"\r\n');
  for (const file of ['excel_unicode_text_utf16le_tab.txt', 'eventstreams.jsonl', 'psql.txt', 'airbyte_raw_messages.csv']) {
    await analyze.choose({ name: file, text: log(file) });
    await expect(page.locator('.sources')).toContainText(file);
    if (!file.startsWith('eventstreams')) continue;
    await page.getByText('What was read, and what was not').click();
    await expect(page.getByRole('row', { name: /^Rows/ })).toContainText('40 rows = 21 messages + 19 ');
  }
  const { text } = await analyze.saved(page.getByRole('button', { name: 'Save JSON' }));
  await analyze.choose({ name: 'healthy', text: csv });
  await expect(page.locator('.sources')).toContainText('healthy');
  await analyze.paste(text);
  await expect(page.locator('.sources')).toContainText('airbyte_raw_messages.csv');
  await analyze.isIn('report');
});

test('an unknown table is explained in a form, which this browser remembers and forgets', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  const table = { name: 'x', text: 'Who,Outcome,When\n+12025550140,went wrong,8/9/2025 23:30\n+12025550141,delivered,8/9/2025 10:00\n' };
  await analyze.choose(table);
  await analyze.isIn('declined');
  await expect(analyze.problem).toContainText('no column is known to say what became of a message');
  await expect(analyze.problem.getByRole('row', { name: /^Outcome/ })).toContainText('went wrong');
  // Numbers are masked here as everywhere.
  await expect(analyze.problem).not.toContainText('+12025550140');
  const button = analyze.problem.getByRole('button', { name: 'Read it so' });
  await expect(button).toBeDisabled();
  await analyze.problem.getByLabel('What Outcome holds').selectOption('status');
  await analyze.problem.getByLabel('What Who holds').selectOption('to');
  await analyze.problem.getByLabel('What When holds').selectOption('sent');
  await button.click();
  await expect(analyze.summary).toContainText('2 messages');

  // Times without a zone, and a date that can be either of two days.
  const clock = async () =>
    (JSON.parse((await analyze.saved(page.getByRole('button', { name: 'Save JSON' }))).text) as { clock: string }).clock;
  expect(await clock()).toBe('2025-08-09T23:30:00Z');
  await page.getByLabel(/times? without a zone/).selectOption('America/Sao_Paulo');
  await expect.poll(clock).toBe('2025-08-10T02:30:00Z');
  await expect(page.getByLabel(/times? without a zone/)).toHaveValue('America/Sao_Paulo');
  await page.getByLabel(/can mean two days/).selectOption('day-first');
  await expect.poll(clock).toBe('2025-09-09T02:30:00Z');
  await expect(page.getByLabel(/can mean two days/)).toHaveValue('day-first');

  const kept = () => page.evaluate((key) => localStorage.getItem(key), places.columns.key);
  expect(await kept()).not.toMatch(/2025550|wrong|2025/);
  await page.reload({ waitUntil: 'networkidle' });
  // The report of before the reload stands here again: what follows is about the one that is read now.
  const again = analyze.report.getByText('Opened again as it was kept in this tab');
  await expect(again).toBeVisible();
  await analyze.choose(table);
  await expect(again).toHaveCount(0);
  await expect(analyze.summary).toContainText('2 messages');
  await page.getByText('What was read, and what was not').click();
  await page.getByText('Say which column is which').click();
  await page.getByRole('button', { name: 'Forget what is remembered' }).click();
  expect(await kept()).toBeNull();
  await analyze.choose(table);
  await analyze.isIn('declined');
});
