/**
 * The longest task of the page's main thread, step by step, with logs that have much of one thing. Figures in milliseconds
 * belong here and not in `npm test`, which counts slices and nodes instead: they depend on the machine and on what else it does.
 */
import type { Browser, Page } from '@playwright/test';
import { dated, hoursLog, listLog, sendersLog } from './wide-logs.ts';

interface Step {
  readonly name: string;
  readonly go: (page: Page) => Promise<void>;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Longest task in milliseconds: as a clock saw it, and of the processor alone, which a busy machine does not lengthen. */
export interface Longest {
  readonly step: string;
  readonly wall: number;
  readonly processor: number;
}

const ENOUGH_MS = 400;

/** The tasks of every renderer's main thread in a trace. */
function longestOf(step: string, trace: string): Longest {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${String(pid)} ${String(tid)}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && main.has(`${String(pid)} ${String(tid)}`),
  );
  if (tasks.length === 0) throw new Error(`The trace of "${step}" holds no task of a main thread`);
  const most = (pick: (event: TraceEvent) => number | undefined): number => Math.max(...tasks.map((task) => pick(task) ?? 0)) / 1000;
  return { step, wall: most(({ dur }) => dur), processor: most(({ tdur }) => tdur) };
}

async function traced(browser: Browser, page: Page, { name, go }: Step): Promise<Longest> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await go(page);
  await page.waitForTimeout(ENOUGH_MS);
  return longestOf(name, (await browser.stopTracing()).toString('utf8'));
}

const choose =
  (file: string) =>
  async (page: Page): Promise<void> => {
    await page.setInputFiles('input[type=file]', file);
    await page.waitForSelector('.take-away', { timeout: 300_000 });
  };

const zoneTo =
  (zone: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel('Times in').selectOption(zone);
  };

const press =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name }).first().click();
  };

const save =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()]);
  };

const openTable = async (page: Page): Promise<void> => {
  await page.getByText('The same as a table').click();
};

const PASTE_BYTES = 20e6;

const pasteIntoBox = async (page: Page): Promise<void> => {
  await page.locator('#pasted').focus();
  await page.keyboard.press('Control+V');
  await page.waitForTimeout(1500);
};

/** Each log on a page of its own, its steps one after another. */
export async function mainThread(browser: Browser, url: string, folder: string): Promise<readonly Longest[]> {
  const journeys: readonly (readonly Step[])[] = [
    [
      {
        name: 'a sample',
        go: async (page) => {
          await press(/with trouble/)(page);
          await page.waitForSelector('.take-away');
        },
      },
      { name: 'a sample: its table of hours', go: openTable },
    ],
    [
      { name: '99,000 hours', go: choose(await dated(folder, 'hours.csv', hoursLog)) },
      { name: '99,000 hours: table', go: openTable },
      { name: '99,000 hours: another zone', go: zoneTo('America/New_York') },
      { name: '99,000 hours: JSON', go: save('Save JSON') },
      { name: '99,000 hours: Markdown', go: save('Save Markdown') },
    ],
    [
      { name: '50,000 senders', go: choose(await dated(folder, 'senders.csv', sendersLog)) },
      { name: '50,000 senders: all', go: press(/^Show (all 50|the first)/) },
      {
        name: '50,000 senders: numbers in full',
        go: async (page) => {
          await page.getByLabel('Show numbers in full').check();
        },
      },
      { name: '50,000 senders: JSON', go: save('Save JSON') },
    ],
    [
      { name: '190,000 numbers to act on', go: choose(await dated(folder, 'list.csv', listLog)) },
      {
        name: '190,000 numbers: CSV',
        go: async (page) => {
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
          });
          await save('Save CSV')(page);
        },
      },
    ],
    [{ name: '20 MB pasted into the box', go: pasteIntoBox }],
  ];
  const found: Longest[] = [];
  for (const steps of journeys) {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    try {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'load' });
      await page.waitForSelector('.analyzer[data-ready=true]');
      if (steps.some(({ go }) => go === pasteIntoBox)) {
        const text = [...sendersLog()].join('');
        await page.evaluate(
          (pasted) => navigator.clipboard.writeText(pasted),
          text.repeat(Math.ceil(PASTE_BYTES / text.length)).slice(0, PASTE_BYTES),
        );
        await page.getByText('Paste text instead').click();
      }
      await page.waitForTimeout(ENOUGH_MS);
      for (const step of steps) found.push(await traced(browser, page, step));
    } finally {
      await context.close();
    }
  }
  return found;
}
