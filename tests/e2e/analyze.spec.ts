import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { AnalyzePage } from './analyze-page.ts';
import { expectAccessible } from './axe.ts';
import { TASK_ROWS } from '../../src/islands/kit/use-growing.ts';
import { consoleLog, healthyLog, troubledLog } from './log-file.ts';

test.beforeEach(async ({ page }) => {
  page.on('pageerror', (error) => {
    throw error;
  });
  await new AnalyzePage(page).open();
});

test('a dropped log becomes a report whose heading has the focus', async ({ page }, testInfo) => {
  const analyze = new AnalyzePage(page);
  const path = testInfo.outputPath('sms-log.csv');
  writeFileSync(path, troubledLog());
  await analyze.drop(path);
  await expect(analyze.summary).toContainText('72 messages');
  await expect(page.getByRole('heading', { name: 'Report' })).toBeFocused();
  await expect(analyze.report.getByRole('heading', { name: 'Fix first' })).toBeVisible();
  await expect(analyze.report.locator('.time-chart canvas')).toBeVisible();
});

test('several chosen files make one report and a message in two of them counts once', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: healthyLog(10) }, { name: 'b.csv', text: healthyLog(30) });
  await expect(analyze.summary).toContainText('30 messages');
  await expect(page.locator('.sources li')).toHaveCount(2);
});

test('text is read when it is pasted anywhere, and from the box', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.paste(healthyLog(12));
  await expect(analyze.summary).toContainText('12 messages');
  await analyze.change();
  await page.getByText('Paste text instead').click();
  await page.getByLabel('Rows of a log').fill(healthyLog(7));
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect(analyze.summary).toContainText('7 messages');
});

test('both samples are read without a file', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await page.getByRole('button', { name: /with trouble/ }).click();
  await expect(page.locator('.sources')).toContainText('trouble.csv');
  await analyze.change();
  await page.getByRole('button', { name: /healthy/ }).click();
  await expect(page.locator('.sources')).toContainText('healthy.csv');
});

test('files that the home page left are read once', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await page.evaluate(
    (text) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('undelivered', 1);
        opening.onerror = reject;
        opening.onsuccess = () => {
          const change = opening.result.transaction('handover', 'readwrite');
          change.objectStore('handover').put({ files: [new File([text], 'left.csv')], ticket: 'a tab', at: Date.now() }, 'files');
          sessionStorage.setItem('undelivered:files', 'a tab');
          change.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
        };
      }),
    healthyLog(9),
  );
  await page.reload();
  await expect(analyze.summary).toContainText('9 messages');
  await expect(page.locator('.sources')).toContainText('left.csv');
  await page.reload();
  await expect(page.locator('.report > .note')).toContainText('Opened again as it was kept');
});

test('a log given to the home page is read here', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.locator('#paste-file').setInputFiles({ name: 'home.csv', mimeType: 'text/csv', buffer: Buffer.from(healthyLog(11)) });
  await expect(analyze.summary).toContainText('11 messages');
  await expect(page.locator('.sources')).toContainText('home.csv');
});

test('reading can be cancelled at once and the earlier report stays', async ({ page }, testInfo) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'first.csv', text: healthyLog(8) });
  await expect(analyze.summary).toContainText('8 messages');
  const path = testInfo.outputPath('large.csv');
  const block = `${healthyLog(20_000)}\n`;
  writeFileSync(path, block.repeat(20));
  await page.getByLabel('Choose files').setInputFiles(path);
  await expect(page.getByRole('heading', { name: 'Reading large.csv' })).toBeVisible();
  await expect(page.locator('.progress-line')).toContainText('rows');
  const took = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve(performance.now() - start);
        }).observe(document.querySelector('.analyzer') ?? document, { attributeFilter: ['data-state'] });
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel')?.click();
      }),
  );
  expect(took).toBeLessThan(200);
  await analyze.isIn('cancelled');
  await expect(analyze.problem).toContainText('still the one from before');
  await expect(analyze.summary).toContainText('8 messages');
});

test('an analyzer that is ended without a word is noticed, said so, and the earlier report stays', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await page.addInitScript(() => {
    const Real = Worker;
    const control = { endAtOnce: false };
    Object.assign(globalThis, {
      control,
      Worker: class extends Real {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(address, options);
          if (control.endAtOnce) this.terminate();
        }
      },
    });
  });
  const endAtOnce = (value: boolean): Promise<void> =>
    page.evaluate((on) => {
      (globalThis as unknown as { control: { endAtOnce: boolean } }).control.endAtOnce = on;
    }, value);
  await page.clock.install();
  await analyze.open();
  await analyze.choose({ name: 'first.csv', text: healthyLog(8) });
  await expect(analyze.summary).toContainText('8 messages');
  await endAtOnce(true);
  await analyze.choose({ name: 'second.csv', text: healthyLog(9) });
  await analyze.isIn('reading');
  await page.clock.runFor(20_000);
  await analyze.isIn('reading');
  await page.clock.runFor(11_000);
  await analyze.isIn('failed');
  await expect(analyze.problem).toContainText('Nothing was heard from the analyzer for 30 seconds');
  await expect(analyze.problem).toContainText('in a fresh tab');
  await expect(analyze.problem).toContainText('still the one from before');
  await expect(analyze.problem.getByRole('heading')).toBeFocused();
  await expect(analyze.summary).toContainText('8 messages');
  await endAtOnce(false);
  await analyze.choose({ name: 'third.csv', text: healthyLog(9) });
  await expect(analyze.summary).toContainText('9 messages');
  await expect(analyze.problem).toBeHidden();
});

test.describe('a text too long for the box', () => {
  /** Over 64 KB; 2 MB would do as well and take longer. */
  const rows = 1000;

  for (const way of ['pasted', 'typed by a program', 'put in by a script'] as const) {
    test(`is read as a file when it is ${way}, and the box keeps its beginning`, async ({ page, context }) => {
      const analyze = new AnalyzePage(page);
      await page.getByText('Paste text instead').click();
      const box = page.getByLabel('Rows of a log');
      const text = healthyLog(rows);
      expect(text.length).toBeGreaterThan(65_536);
      switch (way) {
        case 'pasted':
          await context.grantPermissions(['clipboard-read', 'clipboard-write']);
          await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
          await box.press('Control+V');
          break;
        case 'typed by a program':
          await box.focus();
          await page.keyboard.insertText(text);
          break;
        case 'put in by a script':
          await box.fill(text);
          break;
      }
      await expect(analyze.summary).toContainText('1,000 messages');
      await analyze.change();
      await expect(page.locator('#pasted-note')).toContainText('KB of text are too much for this box');
      expect((await box.inputValue()).length).toBeLessThan(2100);
      await expect(box).not.toBeEditable();
      await analyze.choose({ name: 'other.csv', text: healthyLog(5) });
      await expect(analyze.summary).toContainText('5 messages');
      await analyze.change();
      await page.getByRole('button', { name: 'Read this text' }).click();
      await expect(analyze.summary).toContainText('1,000 messages');
      await analyze.change();
      await page.getByRole('button', { name: 'Empty the box' }).click();
      await expect(box).toBeFocused();
      await expect(box).toHaveValue('');
      await expect(page.getByRole('button', { name: 'Read this text' })).toBeDisabled();
    });
  }

  test('gives way to a short one', async ({ page, context }) => {
    const analyze = new AnalyzePage(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByText('Paste text instead').click();
    const box = page.getByLabel('Rows of a log');
    await box.fill(healthyLog(rows));
    await expect(analyze.summary).toContainText('1,000 messages');
    await analyze.change();
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), healthyLog(6));
    await box.press('Control+V');
    await expect(box).toBeEditable();
    await page.getByRole('button', { name: 'Read this text' }).click();
    await expect(analyze.summary).toContainText('6 messages');
  });
});

const bad: readonly { readonly what: string; readonly name: string; readonly text: string | Buffer; readonly says: RegExp }[] = [
  { what: 'not a log', name: 'letter.txt', text: 'Dear Sir,\nI write to you.\n', says: /letter\.txt/ },
  { what: 'empty', name: 'empty.csv', text: '', says: /empty\.csv is empty/ },
  { what: 'white space only', name: 'blank.csv', text: ' \n\n', says: /blank\.csv/ },
  { what: 'a header only', name: 'header.csv', text: consoleLog([]), says: /header\.csv/ },
  { what: 'binary', name: 'photo.png', text: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), says: /photo\.png/ },
  {
    what: 'a call log',
    name: 'calls.csv',
    text: 'Call SID,From,To,Direction,Status,Start Time,Duration\nCA1,+13125550100,+13125550101,outbound-api,completed,2025-08-14,10\n',
    says: /call/i,
  },
  {
    what: 'a file with credentials',
    name: '.env',
    text: `TWILIO_ACCOUNT_SID=AC${'b'.repeat(32)}\nTWILIO_AUTH_TOKEN=${'c'.repeat(32)}\n`,
    says: /credential|token/i,
  },
];

for (const { what, name, text, says } of bad) {
  test(`${what} gets its own sentence and the earlier report stays`, async ({ page }) => {
    const analyze = new AnalyzePage(page);
    await analyze.choose({ name: 'good.csv', text: healthyLog(8) });
    await expect(analyze.summary).toContainText('8 messages');
    await analyze.choose({ name, text });
    await analyze.isIn('declined');
    await expect(analyze.problem.getByRole('listitem')).toHaveText(says);
    await expect(analyze.problem.getByRole('heading')).toBeFocused();
    await expect(analyze.problem).not.toContainText('cccc');
    await expect(analyze.summary).toContainText('8 messages');
  });
}

test('every bad file is told apart from the others', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  const sentences: string[] = [];
  for (const { name, text } of bad.filter(({ what }) => what !== 'white space only')) {
    await analyze.choose({ name, text });
    await expect(analyze.problem.getByRole('listitem')).toContainText(name);
    sentences.push((await analyze.problem.getByRole('listitem').innerText()).replaceAll(name, ''));
  }
  expect(new Set(sentences).size).toBe(bad.length - 1);
});

test('a dropped folder is named as one', async ({ page }, testInfo) => {
  const analyze = new AnalyzePage(page);
  const folder = testInfo.outputPath('logs');
  mkdirSync(folder, { recursive: true });
  await analyze.drop(folder);
  await expect(analyze.problem).toContainText('logs is a folder');
});

test('one bad file among good ones is told and the others are read', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'good.csv', text: healthyLog(8) }, { name: 'letter.txt', text: 'Dear Sir,\n' });
  await expect(analyze.summary).toContainText('8 messages');
  // A single notice says itself what it means.
  await expect(page.locator('.report p.note')).toContainText('letter.txt');
});

test('the saved JSON is what the command line prints', async ({ page }, testInfo) => {
  const analyze = new AnalyzePage(page);
  const path = testInfo.outputPath('sms-log.csv');
  writeFileSync(path, troubledLog());
  await analyze.drop(path);
  const save = page.getByRole('button', { name: 'Save JSON' });
  expect((await analyze.saved(save)).text).not.toMatch(/\+\d{9}/);
  await page.getByLabel('Show numbers in full').check();
  const { name, text } = await analyze.saved(save);
  expect(name).toBe('sms-log-report.json');
  const cli = new URL('../../src/cli/analyze.ts', import.meta.url);
  expect(text).toBe(execFileSync(process.execPath, [cli.pathname, path, '--format', 'json'], { encoding: 'utf8' }));
});

test('times follow the zone that the reader picks', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await page.getByLabel('Times in').selectOption('Asia/Tokyo');
  await expect(analyze.summary).toContainText('15 Aug 2025 19:00 (UTC+9)');
});

test('numbers are masked until the reader asks for them', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await expect(analyze.report).not.toContainText('+13125550100');
  await page.getByLabel('Show numbers in full').check();
  await expect(analyze.report).toContainText('+13125550100');
});

test('a healthy log is said to be one', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: healthyLog() });
  await expect(analyze.report.getByRole('heading', { name: 'Nothing wrong' })).toBeVisible();
});

test('every table of the report adds up', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await page.getByText('The same as a table').click();
  // The report is drawn piece by piece; this is its last one.
  await expect(analyze.report.getByRole('heading', { name: 'Take away' })).toBeVisible();
  const tables = await analyze.report.locator('table:has(tfoot)').evaluateAll((found) =>
    found.map((table) => {
      const column = (row: Element, i: number): number =>
        Number(row.querySelectorAll('td.number')[i]?.textContent.replaceAll(',', '') ?? 0);
      const rows = [...table.querySelectorAll('tbody tr')];
      const last = table.querySelector('tfoot tr') ?? table;
      return [...last.querySelectorAll('td.number')].flatMap((cell, i) =>
        cell.textContent === '' ? [] : [[column(last, i), rows.reduce((sum, row) => sum + column(row, i), 0)] as const],
      );
    }),
  );
  expect(tables.length).toBeGreaterThanOrEqual(5);
  expect(tables.flat().length).toBeGreaterThanOrEqual(15);
  for (const [total, sum] of tables.flat()) expect(total).toBe(sum);
});

test('a table of many senders is shown page by page and adds up on each', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  const senders = Array.from({ length: 250 }, (_, i) => ({
    from: `+1${['202', '303', '404'][Math.floor(i / 100)] ?? ''}5550${String(100 + (i % 100))}`,
  }));
  await analyze.choose({ name: 'a.csv', text: consoleLog(senders) });
  const table = page.getByRole('region', { name: 'Senders' });
  const rowsShown = table.locator('tbody tr:not(.rest)');
  const sums = async (): Promise<number> => {
    const cells = await table.locator('tbody tr td.number:nth-of-type(2)').allTextContents();
    return cells.reduce((sum, text) => sum + Number(text), 0);
  };
  await expect(rowsShown).toHaveCount(10);
  await table.getByRole('button', { name: 'Show all 250' }).click();
  await expect(table.getByRole('status')).toHaveText('Rows 1 to 100 of 250');
  for (const [press, count, says] of [
    ['Next 100', 100, 'Rows 101 to 200 of 250'],
    ['Last', 50, 'Rows 201 to 250 of 250'],
    ['Previous 100', 100, 'Rows 101 to 200 of 250'],
  ] as const) {
    await table.getByRole('button', { name: press }).click();
    await expect(table.getByRole('status')).toHaveText(says);
    await expect(rowsShown).toHaveCount(count);
    expect(await sums()).toBe(250);
  }
  await table.getByRole('button', { name: 'Show fewer' }).click();
  await expect(rowsShown).toHaveCount(10);
});

test('99,000 hours become a chart and a table of a bounded size, in which every message is', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  const hours = Array.from({ length: 99_000 }, (_, i) => ({
    at: new Date(Date.UTC(2014, 0, 1, i)).toISOString().replace('.000Z', '+00:00'),
  }));
  await analyze.choose({ name: 'hours.csv', text: consoleLog(hours) });
  await expect(analyze.summary).toContainText('99,000 messages', { timeout: 40_000 });
  await expect(analyze.report.locator('.time-chart canvas')).toBeVisible();
  await page.getByText('The same as a table').click();
  const table = page.getByRole('group', { name: 'Messages over time' });
  await expect(table.locator('tbody tr')).toHaveCount(136);
  await expect(table.locator('tfoot td').first()).toHaveText('99,000');
  await expect(table.locator('tbody th').first()).toHaveText('Jan 2014');
  await page.getByLabel('Times in').selectOption('America/New_York');
  await expect(table.locator('tbody th').first()).toHaveText('Dec 2013');
  await expect(table.locator('tfoot td').first()).toHaveText('99,000');
});

test('a long table is drawn in pieces of bounded size, so that no task is long', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  const rows = Array.from({ length: 3000 }, (_, i) => ({
    from: `+1202555${String(1000 + (i % 250))}`,
    at: new Date(Date.UTC(2014, 0, 1, 24 * i)).toISOString().replace('.000Z', '+00:00'),
  }));
  await analyze.choose({ name: 'a.csv', text: consoleLog(rows) });
  await expect(analyze.report.locator('.take-away')).toBeVisible();
  await page.evaluate(() => {
    const drawn: number[] = [];
    Object.assign(globalThis, { drawn });
    // It is called once for each task that draws.
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
      const count = added.reduce((sum, node) => sum + (node.matches('tr') ? 1 : node.querySelectorAll('tr').length), 0);
      if (count > 0) drawn.push(count);
    }).observe(document.body, { childList: true, subtree: true });
  });
  const drawn = (): Promise<readonly number[]> => page.evaluate(() => (globalThis as unknown as { drawn: number[] }).drawn.splice(0));
  const senders = page.getByRole('region', { name: 'Senders' });
  for (const press of ['Show all 250', 'Next 100']) {
    await senders.getByRole('button', { name: press }).click();
    await expect(senders.locator('tbody tr:not(.rest)')).toHaveCount(100);
    const pieces = await drawn();
    expect(Math.max(...pieces)).toBeLessThanOrEqual(TASK_ROWS);
    expect(pieces.reduce((sum, piece) => sum + piece)).toBeGreaterThanOrEqual(90);
  }
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('group', { name: 'Messages over time' }).locator('tbody tr')).toHaveCount(99);
  const pieces = await drawn();
  // The first also holds the heading and the sums.
  expect(Math.max(...pieces)).toBeLessThanOrEqual(TASK_ROWS + 2);
});

test('a log that comes before all parts of the analyzer are there waits unread, and is read then', async ({ page }) => {
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/_astro\/start\./, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/analyze/', { waitUntil: 'load' });
  const analyze = new AnalyzePage(page);
  await expect(page.locator('.analyzer[data-ready]')).toBeVisible();
  await analyze.choose({ name: 'early.csv', text: healthyLog(9) });
  await analyze.isIn('reading');
  await expect(page.locator('.analyzer')).toHaveAttribute('data-ready', 'false');
  letThrough();
  await expect(analyze.summary).toContainText('9 messages');
  await expect(page.locator('.analyzer')).toHaveAttribute('data-ready', 'true');
});

test('without a connection to this site a log is not opened, the page says why, and the next try works', async ({ page }) => {
  await page.route(/_astro\/start\./, (route) => route.abort(), { times: 2 });
  await page.goto('/analyze/', { waitUntil: 'networkidle' });
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'early.csv', text: healthyLog(9) });
  await analyze.isIn('failed');
  await expect(analyze.problem).toContainText('a part of the analyzer could not be loaded');
  await analyze.choose({ name: 'again.csv', text: healthyLog(9) });
  await expect(analyze.summary).toContainText('9 messages');
});

test('the home page learns two figures of the last report, and not the name of the file', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  await analyze.isIn('report');
  const kept = await page.evaluate(() => sessionStorage.getItem('undelivered:last-report'));
  expect(JSON.parse(kept ?? '')).toEqual({ messages: 72, findings: 1 });
});

test('a card leads to the guide, to the error page and to its list', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  await analyze.choose({ name: 'a.csv', text: troubledLog() });
  const card = analyze.report.getByRole('article').first();
  await expect(card.getByRole('link', { name: 'Error 30005' })).toHaveAttribute('href', /\/errors\/30005\/$/);
  await expect(card.getByRole('link', { name: 'Open in the guide' })).toHaveAttribute('href', /\/guide\/dead-number\/$/);
  await card.getByText('More about this finding').click();
  await expect(card.getByText('What it means')).toBeVisible();
});

test('axe finds nothing in any state, and nothing scrolls sideways at 320 px', async ({ page }) => {
  const analyze = new AnalyzePage(page);
  const states = [
    { name: 'report', go: () => analyze.choose({ name: 'a.csv', text: troubledLog() }) },
    { name: 'declined', go: () => analyze.choose({ name: 'letter.txt', text: 'Dear Sir,\n' }) },
    { name: 'report', go: () => analyze.choose({ name: 'b.csv', text: healthyLog() }) },
  ];
  for (const { name, go } of states) {
    await go();
    await analyze.isIn(name);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await expectAccessible(page);
  }
});

test('a link to a finding unfolds it and marks it, and from there it is one press to where a log is taken', async ({ page }) => {
  await page.goto('/errors/30007/');
  await page.getByRole('link', { name: 'Filters stop one of your texts' }).click();
  const finding = page.locator('#template-filtered');
  await expect(finding.getByRole('heading', { name: 'Filters stop one of your texts' })).toBeInViewport();
  await expect(finding.getByRole('heading', { name: 'What it means' })).toBeInViewport();
  await expect(finding).toHaveClass(/note/);
  await page.evaluate(() => (location.hash = 'sender-filtered'));
  await expect(page.locator('#sender-filtered details')).toHaveAttribute('open', '');
  await expect(page.locator('.known-finding.note')).toHaveCount(1);
  await page.locator('#sender-filtered').getByRole('link', { name: 'Look for it in a log' }).click();
  await expect(page.locator('.drop-zone')).toBeInViewport({ ratio: 1 });
});

test('without a script the page says so and names the command line', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto('/analyze/');
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.getByText('Choose files')).toBeHidden();
  await context.close();
});
