/** What the box of the home page adds to a key on a slow phone, beyond what the browser takes for any field. */
import type { Browser } from '@playwright/test';
import { median } from './median.ts';
import { slowPhone } from './slow-phone.ts';
import { clicker, traced, type LongestTask } from './trace.ts';

/** What keys in the box take beyond keys in a field of an empty page, whose share no page can save. */
const BEYOND = ', slow phone: beyond an empty page';
/** Times that both are typed into, in turns: one task of 43 may be lengthened by anything. */
const TYPED = 3;

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
export async function keys(browser: Browser, url: string): Promise<readonly LongestTask[]> {
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
