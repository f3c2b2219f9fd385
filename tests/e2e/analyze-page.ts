import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The analyzer's page as a reader uses it. */
export class AnalyzePage {
  readonly page: Page;
  readonly report: Locator;
  readonly problem: Locator;
  readonly summary: Locator;

  constructor(page: Page) {
    this.page = page;
    this.report = page.getByRole('region', { name: 'Report' });
    this.problem = page.locator('.problem');
    this.summary = page.locator('.summary-line');
  }

  async open(): Promise<void> {
    await this.page.goto('/analyze/', { waitUntil: 'networkidle' });
    await expect(this.page.locator('.analyzer[data-ready=true]')).toBeVisible();
  }

  /** The state of the session: idle, reading, report, declined, failed, cancelled. */
  async isIn(state: string): Promise<void> {
    await expect(this.page.locator('.analyzer')).toHaveAttribute('data-state', state);
  }

  async choose(...files: readonly { readonly name: string; readonly text: string | Buffer }[]): Promise<void> {
    await this.page
      .getByLabel('Choose files')
      .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
  }

  /** Opens the place for another log, which is folded under a report. */
  async change(): Promise<void> {
    await this.page.getByRole('button', { name: 'Change' }).click();
  }

  /** A real drag of files or folders from outside the browser onto the page. */
  async drop(...paths: readonly string[]): Promise<void> {
    const devtools = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 200, y: 600, data });
    }
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, text);
  }

  /** Presses a button that saves a file; its name and text. */
  async saved(button: Locator): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString() };
  }
}
