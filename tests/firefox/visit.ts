import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { Browser, BrowserContext, KeyInput, Page } from 'puppeteer-core';

/** How a reader sees the site. */
export interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colours: 'light' | 'dark';
}

/** Longest that is waited for anything, in milliseconds: a shared machine is slow at times. */
const PATIENCE = 60_000;

/** Milliseconds between two looks. */
const BETWEEN = 100;

/** Milliseconds without a request before a page counts as at rest. */
const STILL = 500;

/** A page as a reader uses it, with all that goes wrong in it. */
export class Visit {
  readonly page: Page;
  readonly view: View;
  /** Where the site is. */
  origin: string;
  readonly #downloads: string;
  readonly #context: BrowserContext;
  /** Errors of scripts, of the console and of the policy, and answers that did not come; a line each. */
  readonly faults: string[] = [];

  private constructor(context: BrowserContext, page: Page, view: View, origin: string, downloads: string) {
    this.#context = context;
    this.page = page;
    this.view = view;
    this.origin = origin;
    this.#downloads = downloads;
  }

  /** A visit of somebody who was never here. @param downloads the folder in which the browser saves files */
  static async begin(browser: Browser, view: View, origin: string, downloads: string): Promise<Visit> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: view.width, height: view.height });
    const visit = new Visit(context, page, view, origin, downloads);
    page.on('pageerror', (error) => visit.faults.push(`error: ${error instanceof Error ? error.message : String(error)}`));
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) visit.faults.push(`console: ${message.text()}`);
    });
    page.on('response', (answer) => {
      // A browser asks for it by itself, where a page has not named its picture yet.
      if (answer.status() >= 400 && !answer.url().endsWith('/favicon.ico'))
        visit.faults.push(`${String(answer.status())} for ${answer.url()}`);
    });
    // What the policy of a page refuses is told to the page, whatever the console says.
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        console.error(`policy: ${effectiveDirective} refused ${blockedURI} ${sample}`);
      });
    });
    return visit;
  }

  async end(): Promise<void> {
    await this.#context.close();
  }

  /** Opens an address of the site, as from a link that somebody sent. */
  async open(path: string): Promise<void> {
    // What is left may still search.
    await this.#rests();
    await this.page.goto(this.origin + path, { waitUntil: 'load', timeout: PATIENCE });
    await this.#rests();
  }

  /**
   * Until a page that has loaded asks for nothing more. One that is left before that has Firefox tell the next page of an error, on any
   * site, where a service worker was answering a request ("intercepted the request and encountered an unexpected error").
   */
  async #rests(): Promise<void> {
    await this.page.waitForNetworkIdle({ idleTime: STILL, timeout: PATIENCE });
  }

  /** The address below the origin, as the page has it: the browser does not tell of every way back. */
  address(): Promise<string> {
    return this.page.evaluate((origin) => location.href.replace(origin, ''), this.origin);
  }

  /** Asks until it is so. @throws Error that says what was waited for, and what was there instead */
  async until<T>(what: string, look: () => Promise<T>, isSo: (seen: T) => boolean = Boolean, patience = PATIENCE): Promise<T> {
    const end = performance.now() + patience;
    let seen: T | undefined;
    let problem = '';
    do {
      try {
        seen = await look();
        if (isSo(seen)) return seen;
      } catch (error) {
        // A page that is being left cannot be asked.
        problem = String(error).split('\n')[0] ?? '';
      }
      await rest(BETWEEN);
    } while (performance.now() < end);
    throw new Error(`waited for: ${what}; there was ${seen === undefined ? problem : JSON.stringify(seen).slice(0, 200)}`);
  }

  async arrives(pattern: RegExp): Promise<void> {
    await this.until(`an address like ${String(pattern)}`, () => this.address(), pattern.test.bind(pattern));
    await this.until('the page to be there', () => this.page.evaluate(() => document.readyState === 'complete'));
    await this.#rests();
  }

  /** The text of the first element, as it is shown. */
  text(selector: string): Promise<string> {
    return this.page.evaluate((css) => document.querySelector<HTMLElement>(css)?.innerText ?? '', selector);
  }

  async says(selector: string, words: string | RegExp): Promise<void> {
    await this.until(
      `“${String(words)}” in ${selector}`,
      () => this.text(selector),
      (text) => (typeof words === 'string' ? text.includes(words) : words.test(text)),
    );
  }

  count(selector: string): Promise<number> {
    return this.page.evaluate((css) => document.querySelectorAll(css).length, selector);
  }

  attribute(selector: string, name: string): Promise<string | null> {
    return this.page.evaluate((css, key) => document.querySelector(css)?.getAttribute(key) ?? null, selector, name);
  }

  /** Presses with the mouse what the selector names, in the middle, where nothing may lie over it. */
  async click(selector: string): Promise<void> {
    await this.page.locator(selector).setTimeout(PATIENCE).click();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async press(...keys: readonly KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Drops a file on the page, as far as a script can: a real drag from outside is beyond WebDriver. */
  async drop(name: string, text: string): Promise<void> {
    await this.page.evaluate(
      (called, content) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], called, { type: 'text/csv' }));
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      },
      name,
      text,
    );
  }

  /** Whether the page can be scrolled sideways, in pixels. */
  sideways(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** The file that the browser saves next, once it is whole. @param before the names of those that were there */
  async saved(before: readonly string[]): Promise<{ readonly name: string; readonly text: string }> {
    const names = await this.until(
      'a file that is saved',
      () => Promise.resolve(this.savedNames()),
      (now) => now.length > before.length && !now.some((name) => name.endsWith('.part')),
    );
    const name = names.find((one) => !before.includes(one)) ?? '';
    const text = await this.until('what is in the file', () => Promise.resolve(readFileSync(join(this.#downloads, name), 'utf8')));
    return { name, text };
  }

  savedNames(): readonly string[] {
    return readdirSync(this.#downloads);
  }
}

/** Does one thing; a text that comes of it is said, what it throws is why it fell short. */
export type Step = (what: string, act: () => Promise<unknown>) => Promise<void>;
export type Journey = (visit: Visit, step: Step) => Promise<void>;
