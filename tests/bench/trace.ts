/** The tasks of a page's main thread while something is done to it, as Chromium's tracing tells them. */
import type { Browser, Locator, Page } from '@playwright/test';

export interface Step {
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

/** Tasks that follow from a step have begun by then. */
export const SETTLED_MS = 500;

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

/** Does a step and looks through what the main thread did meanwhile. */
export async function traced(browser: Browser, page: Page, { name, prepare }: Step): Promise<LongestTask> {
  const go = await prepare(page);
  await page.waitForTimeout(SETTLED_MS);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await go();
  await page.waitForTimeout(SETTLED_MS);
  return longestOf(name, (await browser.stopTracing()).toString('utf8'));
}

/** A real click in the middle of an element. */
export async function clicker(page: Page, target: Locator): Promise<() => Promise<void>> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target.toString()} is not to be seen`);
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
