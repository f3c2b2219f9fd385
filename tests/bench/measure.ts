import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

/** One reading of the log; NaN where a figure does not apply or cannot be had on this system. */
export interface Measured {
  /** From the choice of the file to the finished report. */
  readonly seconds: number;
  /** Before that, seconds: a database that starts. */
  readonly start?: number;
  /** Of these seconds what a database took to load the log into a table; 0 where it did not. */
  readonly loaded?: number;
  /** What a database answered, cells as texts. */
  readonly table?: readonly (readonly string[])[];
  /** Peak resident memory of the page's process (its worker included) above what it held before. */
  readonly peakMegabytes: number;
  /** Longest task of the page's main thread, in ms; 0 when none was over 50 ms, the limit of what browsers report. */
  readonly longestTask: number;
  readonly firstProgress: number;
  readonly cancel: number;
}

const field = (pid: string, name: string): number => {
  try {
    const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line === null ? NaN : Number(line[1]) / 1024;
  } catch {
    return NaN;
  }
};

/** Resident memory of the fattest renderer process, in MB; Linux only. `VmHWM` is the peak, `VmRSS` the present. */
function rendererMemory(name: 'VmHWM' | 'VmRSS'): number {
  const sizes = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
      } catch {
        return false;
      }
    })
    .map((pid) => field(pid, name));
  return sizes.length === 0 ? NaN : Math.max(...sizes);
}

const memory = (name: 'VmHWM' | 'VmRSS'): number => (process.platform === 'linux' ? rendererMemory(name) : NaN);

/** Runs a task on a fresh page of a context of its own, so that no round inherits the heap of another. */
async function onFreshPage<Result>(browser: Browser, url: string, task: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return await task(page);
  } finally {
    await context.close();
  }
}

/** A baseline page: it prints its own milliseconds when its worker is done, what came before they began, and what a database answered. */
export function measurePage(browser: Browser, url: string, log: string): Promise<Measured> {
  return onFreshPage(browser, url, async (page) => {
    const before = memory('VmRSS');
    await page.setInputFiles('input', log);
    await page.waitForFunction(() => document.querySelector('output')?.textContent !== '', undefined, { timeout: 300_000, polling: 20 });
    const told = (await page.textContent('output')) ?? '';
    if (!told.startsWith('{')) throw new Error(`${url}: ${told}`);
    const { milliseconds, start, loaded } = JSON.parse(told) as Readonly<Record<'milliseconds' | 'start' | 'loaded', number>>;
    const peakMegabytes = memory('VmHWM') - before;
    const table = await page.evaluate(() => (window as unknown as { readonly table: readonly (readonly string[])[] }).table);
    return {
      seconds: milliseconds / 1000,
      start: start / 1000,
      loaded: loaded / 1000,
      table,
      peakMegabytes,
      longestTask: NaN,
      firstProgress: NaN,
      cancel: NaN,
    };
  });
}

interface Marks {
  readonly chosen?: number;
  readonly progress?: number;
  readonly done?: number;
  readonly longest: number;
}

/** Notes in the page, from outside, when a file was chosen, the first rows were shown, the report stood, and the longest task. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const marks: { chosen?: number; progress?: number; done?: number; longest: number } = { longest: 0 };
    Object.assign(globalThis, { marks });
    const before = document.querySelector('.take-away');
    document.addEventListener('change', () => (marks.chosen = performance.now()), { capture: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) marks.longest = Math.max(marks.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
    new MutationObserver(() => {
      if (marks.chosen === undefined) return;
      const rows = document.querySelector('.progress-line')?.textContent ?? '';
      if (marks.progress === undefined && /[1-9]/.test(rows)) marks.progress = performance.now();
      const last = document.querySelector('.take-away');
      if (marks.done === undefined && last !== null && last !== before) marks.done = performance.now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

const marksOf = (page: Page): Promise<Marks> => page.evaluate(() => (globalThis as unknown as { marks: Marks }).marks);

/** Readings of one page; the first starts the worker and is not counted. */
const READINGS = 6;

/** Our page with its worker up: milliseconds from the choice of the file to the finished report, of one reading after another. */
export function measureAgain(browser: Browser, url: string, log: string): Promise<readonly number[]> {
  return onFreshPage(browser, url, async (page) => {
    await page.waitForSelector('.analyzer[data-ready=true]');
    const taken: number[] = [];
    for (let reading = 0; reading < READINGS; reading += 1) {
      await watch(page);
      await page.setInputFiles('input[type=file]', log);
      await page.waitForFunction(() => (globalThis as unknown as { marks: Marks }).marks.done !== undefined);
      const { chosen = NaN, done = NaN } = await marksOf(page);
      if (reading > 0) taken.push(done - chosen);
    }
    return taken;
  });
}

/** Our page: one reading to the end, then one that is cancelled under way. */
export async function measureReport(browser: Browser, url: string, log: string): Promise<Measured> {
  const read = await onFreshPage(browser, url, async (page) => {
    await page.waitForSelector('.analyzer[data-ready=true]');
    await watch(page);
    const before = memory('VmRSS');
    await page.setInputFiles('input[type=file]', log);
    await page.waitForSelector('.take-away', { timeout: 300_000 });
    const { chosen = NaN, progress = NaN, done = NaN, longest } = await marksOf(page);
    return {
      seconds: (done - chosen) / 1000,
      peakMegabytes: memory('VmHWM') - before,
      longestTask: longest,
      firstProgress: progress - chosen,
    };
  });
  const cancel = await onFreshPage(browser, url, async (page) => {
    await page.waitForSelector('.analyzer[data-ready=true]');
    await page.setInputFiles('input[type=file]', log);
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.waitForFunction(() => /[1-9]/.test(document.querySelector('.progress-line')?.textContent ?? ''));
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const started = performance.now();
          new MutationObserver((_, observer) => {
            if (document.querySelector('progress') !== null) return;
            observer.disconnect();
            resolve(performance.now() - started);
          }).observe(document.body, { subtree: true, childList: true });
          [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Cancel')?.click();
        }),
    );
  });
  return { ...read, cancel };
}
