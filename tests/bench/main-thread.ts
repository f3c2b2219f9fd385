/**
 * The longest task of the page's main thread, step by step, with logs that have much of one thing. Figures in milliseconds
 * belong here and not in `npm test`, which counts rows and slices instead: they depend on the machine and what else it does.
 *
 * What a step presses is looked for before its trace begins, and the page itself says when a report is there: the driver's own
 * scripts in the page (a search by role takes 60 ms) would be taken for the page's work.
 */
import type { Browser, Locator, Page } from '@playwright/test';
import { median } from './median.ts';
import { slowPhone } from './slow-phone.ts';
import { hours, numbers, senders, written } from './wide-logs.ts';

interface Step {
  readonly name: string;
  /** Finds what the step needs; gives the step itself. */
  readonly prepare: (page: Page) => Promise<() => Promise<unknown>>;
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

/** The longest task in milliseconds: as a clock saw it, and the processor's part, which other programs do not lengthen. */
export interface LongestTask {
  readonly step: string;
  readonly wall: number;
  readonly processor: number;
  /** Whether it is of a key in the box on a slow phone, beyond what the browser takes for any field. */
  readonly isKey: boolean;
}

/** What keys in the box take beyond keys in a field of an empty page, whose share no page can save. */
const BEYOND = ', slow phone: beyond an empty page';
/** Times that both are typed into, in turns: one task of 43 may be lengthened by anything. */
const TYPED = 3;

/** Tasks that follow from a step have begun by then. */
const SETTLED_MS = 500;

/** Looks through the tasks of every page's main thread in a trace. */
function longestOf(step: string, trace: string): LongestTask {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${String(pid)} ${String(tid)}`;
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  const tasks = traceEvents.filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(thread(event)));
  if (tasks.length === 0) throw new Error(`The trace of "${step}" holds no task of a main thread`);
  const most = (pick: (event: TraceEvent) => number | undefined): number => Math.max(...tasks.map((task) => pick(task) ?? 0)) / 1000;
  return {
    step,
    wall: most(({ dur }) => dur),
    processor: most(({ tdur }) => tdur),
    isKey: false,
  };
}

async function traced(browser: Browser, page: Page, { name, prepare }: Step): Promise<LongestTask> {
  const go = await prepare(page);
  await page.waitForTimeout(SETTLED_MS);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await go();
  await page.waitForTimeout(SETTLED_MS);
  return longestOf(name, (await browser.stopTracing()).toString('utf8'));
}

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

/** A real click in the middle of an element. */
async function clicker(page: Page, target: Locator): Promise<() => Promise<void>> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target.toString()} is not to be seen`);
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

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

/** A complaint, typed so slowly that the box reads it anew after every key. */
const COMPLAINT = 'codes to pakistan arrive late since monday';
/** What reads the box is made ready by then. */
const MADE_READY_MS = 3_000;

/** A field, and nothing else. */
const EMPTY_PAGE = 'data:text/html,<!doctype html><title>Empty</title><textarea rows=1></textarea>';

/** The longest task of the first key and of one of those after it, while somebody types into a field on a processor slowed down; before them that of the focus. */
async function typing(browser: Browser, url: string, field: string, rate: number): Promise<readonly LongestTask[]> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    const box = await clicker(page, page.locator(field));
    const step = (name: string, go: () => Promise<unknown>): Promise<LongestTask> =>
      traced(browser, page, { name, prepare: () => Promise.resolve(go) });
    return [
      await step('the focus in the box', async () => {
        await box();
        await page.waitForTimeout(MADE_READY_MS);
      }),
      await step('the first key in the box', () => page.keyboard.type('s')),
      await step('a key in the box', () => page.keyboard.type(COMPLAINT, { delay: 260 })),
    ];
  } finally {
    await context.close();
  }
}

/** What the box of the home page adds to a key on a slow phone; medians. Prints what the keys take by themselves. */
async function keys(browser: Browser, url: string): Promise<readonly LongestTask[]> {
  const { score, rate } = await slowPhone(browser);
  console.log(`this machine scores ${score.toFixed(0)}: a slow phone is ${rate.toFixed(2)} times slower`);
  const ours: (readonly LongestTask[])[] = [];
  const empty: (readonly LongestTask[])[] = [];
  for (let round = 0; round < TYPED; round += 1) {
    ours.push(await typing(browser, url, '[data-own-box]', rate));
    empty.push(await typing(browser, EMPTY_PAGE, 'textarea', rate));
  }
  return (ours[0] ?? []).map(({ step }, place) => {
    const of = (rounds: typeof ours, part: 'wall' | 'processor'): number => median(rounds.map((tasks) => tasks[place]?.[part] ?? NaN));
    console.log(`${step}: ${of(ours, 'processor').toFixed(1)} ms, in a field of an empty page ${of(empty, 'processor').toFixed(1)} ms`);
    return {
      step: step + BEYOND,
      wall: of(ours, 'wall') - of(empty, 'wall'),
      processor: of(ours, 'processor') - of(empty, 'processor'),
      isKey: step.includes('key'),
    };
  });
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
