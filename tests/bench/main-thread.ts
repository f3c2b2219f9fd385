/**
 * The longest task of the page's main thread, step by step, with logs that have much of one thing. Figures in milliseconds
 * belong here and not in `npm test`, which counts rows and slices instead: they depend on the machine and what else it does.
 *
 * What a step presses is looked for before its trace begins, and the page itself says when a report is there: the driver's own
 * scripts in the page (a search by role takes 60 ms) would be taken for the page's work.
 */
import type { Browser, Locator, Page } from '@playwright/test';
import { keys } from './keys.ts';
import { clicker, SETTLED_MS, traced, type LongestTask, type Step } from './trace.ts';
import { hours, numbers, senders, written } from './wide-logs.ts';

const REPORTED = 'bench: the last part of a report was drawn';

/** Runs in the page: says so when the last part of a report is there. */
function tellReports(words: string): void {
  let known: Element | null = null;
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      const last = document.querySelector('.take-away');
      if (last !== null && last !== known) console.debug(words);
      known = last ?? known;
    }).observe(document.body, { childList: true, subtree: true });
  });
}

const reported = (page: Page): Promise<unknown> =>
  page.waitForEvent('console', { predicate: (message) => message.text() === REPORTED, timeout: 300_000 });

const choose = (name: string, file: string): Step => ({
  name,
  prepare: async (page) => {
    const input = await page.waitForSelector('input[type=file]', { state: 'attached' });
    return () => Promise.all([reported(page), input.setInputFiles(file)]);
  },
});

const button = (page: Page, label: RegExp | string): Locator => page.getByRole('button', { name: label }).first();

const press = (name: string, label: RegExp | string): Step => ({ name, prepare: (page) => clicker(page, button(page, label)) });

const save = (name: string, label: string): Step => ({
  name,
  prepare: async (page) => {
    const click = await clicker(page, button(page, label));
    return () => Promise.all([page.waitForEvent('download'), click()]);
  },
});

const openTable = (name: string): Step => ({ name, prepare: (page) => clicker(page, page.getByText('The same as a table')) });

const PASTED = 20e6;

const paste = (where: 'box' | 'page'): Step => ({
  name: `20 MB pasted into the ${where}`,
  prepare: async (page) => {
    if (where === 'box') await page.locator('#pasted').focus();
    return () => Promise.all([reported(page), page.keyboard.press('Control+V')]);
  },
});

/** Puts 20 MB of a log on the clipboard and opens the box. */
async function preparePaste(page: Page, file: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), file.repeat(Math.ceil(PASTED / file.length)).slice(0, PASTED));
  await page.getByText('Paste text instead').click();
}

/**
 * What the browser takes to hand 20 MB over to a page that does nothing with them: it holds the page still meanwhile, whichever way the
 * page asks (the event, its items, the clipboard's own reader), so this much no page can save.
 */
async function handedOver(browser: Browser, url: string): Promise<LongestTask> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate((size) => {
      addEventListener('paste', (event) => {
        event.preventDefault();
        console.debug(event.clipboardData?.getData('text/plain').length);
      });
      return navigator.clipboard.writeText('2025-08-14 17:22:00,delivered\n'.repeat(size / 30));
    }, PASTED);
    return await traced(browser, page, {
      name: '20 MB pasted into a page that does nothing',
      prepare: () => Promise.resolve(() => Promise.all([page.waitForEvent('console'), page.keyboard.press('Control+V')])),
    });
  } finally {
    await context.close();
  }
}

/** Each log on a page of its own, its steps one after another; the box of the home page. */
export async function mainThread(browser: Browser, url: string, folder: string): Promise<readonly LongestTask[]> {
  const journeys: readonly (readonly Step[])[] = [
    [
      {
        name: 'a sample',
        prepare: async (page) => {
          const click = await clicker(page, button(page, /with trouble/));
          return () => Promise.all([reported(page), click()]);
        },
      },
      openTable('a sample: its table'),
      choose('99,000 hours after it', written(folder, hours)),
    ],
    [
      choose('99,000 hours', written(folder, hours)),
      openTable('99,000 hours: table'),
      {
        name: '99,000 hours: another zone',
        prepare: async (page) => {
          const zones = await page.getByLabel('Times in').elementHandle();
          return () => zones.selectOption('America/New_York');
        },
      },
      save('99,000 hours: JSON', 'Save JSON'),
      save('99,000 hours: Markdown', 'Save Markdown'),
    ],
    [
      choose('50,000 senders', written(folder, senders)),
      press('50,000 senders: all', /^Show (all 50|the first)/),
      press('50,000 senders: next page', /^Next/),
      { name: '50,000 senders: numbers in full', prepare: (page) => clicker(page, page.getByText('Show numbers in full')) },
      save('50,000 senders: JSON', 'Save JSON'),
    ],
    [
      choose('190,000 numbers', written(folder, numbers)),
      {
        name: '190,000 numbers: list',
        prepare: (page) => clicker(page, page.getByText(/^Stop texting: 190,000/).last()),
      },
      save('190,000 numbers: CSV', 'Save whole numbers with reasons (CSV)'),
    ],
    [paste('box')],
    [paste('page')],
  ];
  const found: LongestTask[] = [];
  for (const steps of journeys) {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    try {
      const page = await context.newPage();
      await page.addInitScript(tellReports, REPORTED);
      await page.goto(url, { waitUntil: 'load' });
      await page.waitForSelector('.analyzer[data-ready=true]');
      if (steps.some(({ name }) => name.startsWith('20 MB'))) await preparePaste(page, [...senders.rows()].join(''));
      await page.waitForTimeout(SETTLED_MS);
      for (const step of steps) found.push(await traced(browser, page, step));
    } finally {
      await context.close();
    }
  }
  return [...found, await handedOver(browser, new URL('/bench/', url).href), ...(await keys(browser, new URL('/', url).href))];
}
