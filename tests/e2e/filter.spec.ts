/** The report as a tool: filters by every figure, by the chart, by keyboard, and how they are undone. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { analyze } from '../../src/analyzer/analyze.ts';
import { textSource } from '../../src/analyzer/bytes/source.ts';
import { knowledge } from '../knowledge.ts';
import { AnalyzePage } from './analyze-page.ts';
import { healthyLog } from './log-file.ts';

const sample = readFileSync(new URL('../../public/samples/trouble.csv', import.meta.url));

test.beforeEach(({ page }) => {
  page.on('pageerror', (error) => {
    throw error;
  });
});

async function openSample(page: Page): Promise<AnalyzePage> {
  const analyzePage = new AnalyzePage(page);
  await analyzePage.open();
  await analyzePage.choose({ name: 'trouble.csv', text: sample });
  await expect(analyzePage.report.locator('.take-away')).toBeVisible({ timeout: 60_000 });
  return analyzePage;
}

/**
 * Runs in the page: presses figures that can be pressed, one after another, and takes each filter away again.
 *
 * @param every presses one in so many: a press counts the whole report, a quarter of a second and more. `LONG=1` presses all of them
 * @returns what each said, and what was counted
 */
async function pressFigures(every: number): Promise<readonly (readonly [what: string, figure: string, counted: string])[]> {
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const report = (): Element => document.querySelector('.report') ?? document.body;
  const isSettled = (): boolean => report().getAttribute('aria-busy') === 'false' && report().querySelector('[aria-busy=true]') === null;
  const figures = (): readonly HTMLElement[] => [...report().querySelectorAll<HTMLElement>('.only')];
  const told: [string, string, string][] = [];
  const cards = report().querySelectorAll('.row-button[aria-expanded]').length;
  const seen = new Set<string>();
  for (let card = 0; card < cards; card += 1) {
    const row = (): HTMLElement | undefined => [...report().querySelectorAll<HTMLElement>('.row-button[aria-expanded]')][card];
    if (row()?.getAttribute('aria-expanded') === 'false') row()?.click();
    await until(() => row()?.getAttribute('aria-expanded') === 'true');
    for (let place = 0; place < figures().length; place += 1) {
      const button = figures()[place];
      const what = button?.closest('.evidence > div, tr, .totals dl > div, p')?.textContent ?? '';
      const inCard = button?.closest('.finding') != null;
      const key = inCard
        ? `${String(card)} ${String(place)}`
        : `${button?.closest('section')?.getAttribute('aria-labelledby') ?? ''} ${what}`;
      if (button === undefined || seen.has(key)) continue;
      seen.add(key);
      if (seen.size % every !== 0) continue;
      const figure = button.textContent;
      button.click();
      await until(() => report().querySelector('.filters .chip') !== null && isSettled());
      told.push([
        what,
        figure.replace(/ messages?$/, ''),
        /([\d,]+) of [\d,]+ message/.exec(report().querySelector('.filters')?.textContent ?? '')?.[1] ?? '',
      ]);
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
      await until(() => report().querySelector('.filters .chip') === null && isSettled());
    }
  }
  return told;
}

test('figures of the sample that can be pressed are the count of their filter', async ({ page }) => {
  const analysis = await analyze([textSource('trouble.csv', sample.toString())], { knowledge });
  const findings = analysis.kind === 'report' ? analysis.report.findings : [];
  // What counts people or senders is more than one message a head.
  const heads = new Set(
    findings.flatMap(({ evidence }) => evidence.flatMap(({ label, of = 'messages' }) => (of === 'messages' ? [] : [label]))),
  );
  const every = process.env.LONG === '1' ? 1 : 3;
  await openSample(page);
  const told = await page.evaluate(pressFigures, every);
  const wrong = told.filter(([what, figure, counted]) => figure !== counted && ![...heads].some((label) => what.includes(label)));
  expect(wrong).toEqual([]);
  expect(told.length).toBeGreaterThan(Math.floor(50 / every));
  expect(told.filter(([, , counted]) => counted === '')).toEqual([]);
});

test('filters add up, follow to every part, and are undone by Esc, by Back and by their button; the address says nothing', async ({
  page,
}) => {
  const { report } = await openSample(page);
  const filters = page.locator('.filters');
  const settled = (): Promise<void> => expect(report).toHaveAttribute('aria-busy', 'false');
  const address = page.url();
  const whole = await page.locator('.summary-line').textContent();

  // A code, and a sender on top of it: table, findings, lists and exports follow.
  const code = page.locator('section[aria-labelledby=by-codes] tbody tr', { hasText: '30007' });
  await code.locator('.only').click();
  await settled();
  await expect(filters).toContainText('Code');
  await expect(page.locator('section[aria-labelledby=by-codes] tbody tr')).toHaveCount(1);
  const sum = (await filters.textContent())?.match(/([\d,]+) of/)?.[1] ?? '';
  await expect(page.locator('.summary-line')).toContainText(`${sum} messages`);
  const file = await new AnalyzePage(page).saved(report.getByRole('button', { name: 'Save JSON' }));
  const saved = JSON.parse(file.text) as { readonly totals: { readonly messages: number } };
  expect(saved.totals.messages).toBe(Number(sum.replaceAll(',', '')));
  expect(file.name).toBe('trouble-report-code-30007.json');
  const markdown = await new AnalyzePage(page).saved(report.getByRole('button', { name: 'Save Markdown' }));
  expect(markdown.text).toContain('**Only messages with Code: 30007.**');
  // Findings are those of the whole log, with how many of their messages pass; a figure of all of them stands without the code.
  await expect(report).toContainText('Findings are judged without the filters by outcome, code, category and finding');
  const row = report.locator('.ranked tbody tr').first();
  const [, picked = '', ofAll = ''] = /([\d,]+) of ([\d,]+)/.exec((await row.locator('[data-label=Messages]').textContent()) ?? '') ?? [];
  const card = report.locator('.finding').first();
  await expect(card.locator('.evidence dd').first()).toHaveText(picked);
  await card.locator('.evidence .only').first().click();
  await settled();
  await expect(filters).toContainText(`${picked} of 1,984 messages`);
  await page.keyboard.press('Escape');
  await settled();
  await card.locator('.sure .only').click();
  await settled();
  await expect(filters).toContainText(`${ofAll} of 1,984 messages`);
  await expect(filters.locator('.chip')).toHaveCount(1);
  await page.goBack();
  await settled();
  // What is jumped to is not under the bar.
  const below = await page.evaluate(() => {
    document.getElementById('breakdowns')?.scrollIntoView();
    return (
      (document.getElementById('breakdowns')?.getBoundingClientRect().top ?? 0) -
      (document.querySelector('.filters')?.getBoundingClientRect().bottom ?? 0)
    );
  });
  expect(below).toBeGreaterThanOrEqual(0);
  // An hour of the day on top of it.
  const hour = page.locator('section[aria-labelledby=by-hours] tbody tr', { has: page.locator('.only') }).first();
  const ofHour = await hour.locator('.only').textContent();
  await hour.locator('.only').click();
  await settled();
  await expect(filters.locator('.chip').last()).toContainText(/Hour\s*\d\d:00–\d\d:00 UTC/);
  await expect(filters).toContainText(`${ofHour ?? '?'} of`);
  await page.keyboard.press('Escape');
  await settled();
  await page.locator('section[aria-labelledby=by-senders] .only').first().click();
  await settled();
  await expect(filters.locator('.chip')).toHaveCount(2);
  await page.goBack();
  await settled();
  await expect(filters.locator('.chip')).toHaveCount(1);
  await page.goForward();
  await settled();
  await expect(filters.locator('.chip')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await settled();
  await expect(filters.locator('.chip')).toHaveText(/30007/);
  await filters.locator('.chip').click();
  await expect(filters.locator('.chip')).toHaveCount(0);
  expect(await page.locator('.summary-line').textContent()).toBe(whole);

  // The chart, by keyboard alone.
  const chart = page.getByRole('slider', { name: 'Time chart' });
  await chart.focus();
  // Nothing is marked as chosen where nothing is.
  await expect(page.locator('.u-select')).toBeHidden();
  await page.keyboard.press('End');
  await expect(chart).toHaveAttribute('aria-valuetext', /14 Aug 2025 16:00/);
  await page.keyboard.down('Shift');
  for (let bar = 0; bar < 3; bar += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.up('Shift');
  await settled();
  await expect(filters).toContainText('14 Aug 2025 13:00 – 17:00');
  await expect(page.locator('.u-select')).toBeVisible();
  const inWindow = (await filters.textContent())?.match(/([\d,]+) of/)?.[1];

  // The same time in the two fields gives the same messages; a time before it takes nothing, and says so.
  const only = page.getByRole('form', { name: 'Only a stretch of time' });
  await page.getByRole('button', { name: 'All of it' }).click();
  await expect(filters.locator('.chip')).toHaveCount(0);
  await only.getByLabel('From').fill('2025-08-14T13:00');
  await only.getByLabel('until before').fill('2025-08-14T17:00');
  await page.getByRole('button', { name: 'Only this time' }).click();
  await settled();
  await expect(filters).toContainText(`${inWindow ?? '?'} of`);

  // That window against the four hours before it; one that overlaps is refused.
  const compared = page.getByRole('region', { name: 'Compare' });
  await compared.getByRole('button', { name: 'Compare with this time' }).click();
  await expect(compared.getByRole('status')).toContainText('Worse: now ');
  // It goes with the filters under which it was made.
  await page.locator('section[aria-labelledby=by-senders] .only').first().click();
  await settled();
  await expect(compared.getByRole('status')).toBeEmpty();
  await expect(report).toContainText('Findings are judged on the messages that pass the filter alone');
  await page.keyboard.press('Escape');
  await settled();
  await compared.getByLabel('until before').fill('2025-08-14T14:00');
  await compared.getByRole('button', { name: 'Compare with this time' }).click();
  await expect(compared.getByRole('status')).toContainText('The two stretches of time overlap');
  await only.getByLabel('From').fill('2025-08-14T18:00');
  await page.getByRole('button', { name: 'Only this time' }).click();
  await expect(only.getByRole('alert')).toHaveText('The second time must be later than the first.');
  await only.getByLabel('From').fill('2025-08-01T00:00');
  await only.getByLabel('until before').fill('2025-08-02T00:00');
  await page.getByRole('button', { name: 'Only this time' }).click();
  await expect(filters).toContainText('No message passes this filter');
  await filters.getByRole('button', { name: /^Take away/ }).click();
  await expect(filters.locator('.chip')).toHaveCount(0);

  // By mouse: a drag over the chart; while it moves the figures follow already.
  const over = page.locator('.u-over');
  await over.scrollIntoViewIfNeeded();
  const box = (await over.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width * 0.4, box.y + 50);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 50, { steps: 4 });
  await expect(filters).toContainText(/[\d,]+ of 1,984 messages/);
  await expect(report).toHaveAttribute('aria-busy', 'true');
  await page.mouse.up();
  await settled();
  await expect(filters.locator('.chip')).toHaveCount(1);
  expect(page.url()).toBe(address);

  // Another log has none of it; a reload keeps the whole report, and says what filtering needs.
  await new AnalyzePage(page).change();
  await new AnalyzePage(page).choose({ name: 'healthy.csv', text: healthyLog() });
  await expect(page.locator('.summary-line')).not.toContainText('1,984');
  await expect(filters.locator('.chip')).toHaveCount(0);
  await page.reload();
  await expect(report).toContainText('choose the log again');
  await expect(report.locator('.only')).toHaveCount(0);
});

test('a drag goes on over a chart that is drawn anew under it', async ({ page }) => {
  const { report } = await openSample(page);
  const filters = page.locator('.filters');
  const over = page.locator('.u-over');
  await over.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    document.querySelector('.u-over')?.setAttribute('data-first', '');
  });
  const box = (await over.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const move = (part: number): Promise<void> => page.mouse.move(box.x + box.width * part, box.y + 50, { steps: 2 });
  await move(0.6);
  await page.mouse.down();
  await move(0.7);
  // Whatever the reason: new figures, or an outcome that is switched off.
  await page
    .locator('.legend-item')
    .last()
    .evaluate((one) => {
      (one as HTMLElement).click();
    });
  await expect(page.locator('.u-over[data-first]')).toHaveCount(0);
  await move(0.95);
  await page.mouse.up();
  await expect(report).toHaveAttribute('aria-busy', 'false');
  await expect(filters.locator('.chip')).toContainText('13 Aug 2025 16:00 – 14 Aug 2025 14:00');
});
