import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { errorsPath, stepPath } from '../../src/catalog/paths.ts';
import { guide, type Opened } from '../guide-paths.ts';
import { arrivalsFile } from './guide-arrivals.ts';

const link = (page: Page, event: string) =>
  page.locator(event.startsWith('go-') ? `a[data-go="${event.slice(3)}"]` : `a[data-answer="${event}"]`).first();

/** A link that is missing is a fault at once, not at the end of the test's time. */
test.use({ actionTimeout: 5000, navigationTimeout: 10_000 });
const heading = async (page: Page, step: string): Promise<void> => {
  await expect(page.locator('h1')).toHaveText(guide.steps[step]?.title ?? 'no such step');
};

test.describe('with script', () => {
  /** Shared out by number, so that two workers have as much to do and a failure names a short list. */
  const shares = 8;
  /** One in so many is opened; `LONG=1` opens all. What the machine says of every one is tested without a browser (arrivals.test.ts). */
  const every = process.env.LONG === '1' ? 1 : 4;
  for (let share = 0; share < shares; share += 1) {
    test(`the links of arrivals lead where the machine says, with their answers in the address (${String(share + 1)} of ${String(shares)})`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const arrivals = JSON.parse(readFileSync(arrivalsFile, 'utf8')) as readonly Opened[];
      const mine = arrivals.filter((_, index) => index % shares === share).filter((_, index) => index % every === 0);
      expect(mine.length).toBeGreaterThan(10);
      for (const { step, address, links } of mine) {
        await page.goto(address, { waitUntil: 'domcontentloaded' });
        const shown = await page.evaluate(() => ({
          address: location.pathname + location.search,
          heading: document.querySelector('h1')?.textContent,
          links: [...document.querySelectorAll<HTMLAnchorElement>('a[data-answer], a[data-go]')].map(
            ({ dataset, pathname, search }) => [dataset.answer ?? `go-${dataset.go ?? ''}`, pathname + search] as const,
          ),
        }));
        expect({ ...shown, links: Object.fromEntries(shown.links) }, address).toEqual({
          address,
          heading: guide.steps[step]?.title,
          links,
        });
        // A link that stands twice leads to one place.
        expect(
          shown.links.filter(([event, to]) => links[event] !== to),
          address,
        ).toEqual([]);
      }
    });
  }
});

test.describe('a reader without script', () => {
  test.use({ javaScriptEnabled: false });

  test('comes from the start to an outcome by plain links', async ({ page }) => {
    await page.goto(stepPath('start'));
    await link(page, 'status').click();
    await heading(page, 'status');
    await link(page, 'undelivered').click();
    await heading(page, 'undelivered');
    await link(page, '30008').click();
    await heading(page, guide.codes['30008'] ?? '');
    await link(page, 'carrier').click();
    await heading(page, 'carrier-problem');
    await expect(page.getByRole('heading', { name: 'Do this now' })).toBeVisible();
  });

  for (const step of ['find-the-code', 'find-the-scope', 'find-the-time', 'find-the-queue']) {
    test(`finds the way back from ${step} to each question that leads there`, async ({ page }) => {
      const asking = Object.entries(guide.steps).filter(([, { kind }]) => kind !== 'outcome');
      const before = asking.filter(([, from]) => from.kind !== 'outcome' && from.answers.some(({ next }) => next === step));
      expect(before.length).toBeGreaterThan(0);
      await page.goto(stepPath(step));
      const back = page.getByRole('region', { name: 'Back to your question' }).getByRole('link');
      expect((await back.allTextContents()).map((text) => text.trim()).toSorted()).toEqual(before.map(([, { title }]) => title).toSorted());
    });
  }
});

test.describe('a reader', () => {
  const said = (page: Page) => page.locator('[data-said] li');

  test('sees what was said, and changes an earlier answer without losing the later ones that still hold', async ({ page }) => {
    await page.goto(stepPath('filtered', { have: 'status', status: 'undelivered', code: '30007' }));
    await expect(said(page)).toHaveText(["The message's status in the log", 'Undelivered', '30007 Message filtered']);
    await said(page).getByText('Undelivered').click();
    await heading(page, 'status');
    await expect(page.locator('a[data-answer][aria-current]')).toContainText('Undelivered');
    await expect(said(page)).toHaveText(["The message's status in the log", '30007 Message filtered']);
    await link(page, 'failed').click();
    await heading(page, 'filtered');
    await expect(said(page)).toHaveText(["The message's status in the log", 'Failed', '30007 Message filtered']);
  });

  test('is told when a later answer no longer holds', async ({ page }) => {
    await page.goto(stepPath('status', { have: 'status', status: 'undelivered', code: '30007', changing: 'status' }));
    await link(page, 'sent').click();
    await heading(page, 'sent');
    await expect(page.locator('[data-notice]')).toContainText('30007');
    await expect(said(page)).toHaveText(["The message's status in the log", 'Sent, or “Delivery Unknown”']);
    expect(new URL(page.url()).search).toBe('?have=status&status=sent');
  });

  test('is told which words of an address were not used, and lands where the others lead', async ({ page }) => {
    await page.goto('/guide/?status=undelivered&code=30007&colour=%3Cb%3Ered');
    await heading(page, 'filtered');
    await expect(page.locator('[data-notice]')).toHaveText('Left out of the address: “colour” is no question of this guide.');
    expect(new URL(page.url()).search).toBe('?status=undelivered&code=30007');
  });

  test('answers with the keys 1 to 9, and the focus moves to the new heading', async ({ page }) => {
    await page.goto(stepPath('start'));
    await page.keyboard.press('2');
    await heading(page, 'status');
    await expect(page.locator('h1')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator('a[data-answer]').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await heading(page, 'undelivered');
  });

  test('answers the tenth line of a checklist with the key 0', async ({ page }) => {
    await page.goto(stepPath('device', { status: 'delivered', scope: 'one' }));
    await page.keyboard.press('0');
    await heading(page, 'send-test');
  });

  test('is told of a code that the guide does not know, and where to search', async ({ page }) => {
    await page.goto(stepPath('start', { code: '99999' }));
    await expect(page.locator('[data-notice]')).toContainText('no code “99999”');
    await expect(page.locator('[data-notice] a')).toHaveAttribute('href', errorsPath());
  });

  test('can switch the keys off', async ({ page }) => {
    await page.goto(stepPath('start'));
    await page.getByRole('button', { name: 'switch off' }).click();
    await page.keyboard.press('2');
    await page.reload();
    await expect(page.getByRole('button', { name: 'switch on' })).toBeVisible();
    await heading(page, 'start');
  });

  test('goes back and forward with the browser, back to the last question, and starts again', async ({ page }) => {
    await page.goto(stepPath('start'));
    await link(page, 'status').click();
    await link(page, 'undelivered').click();
    await heading(page, 'undelivered');
    await page.goBack();
    await heading(page, 'status');
    await page.goForward();
    await heading(page, 'undelivered');
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await heading(page, 'status');
    await page.getByRole('link', { name: 'Start again' }).click();
    await heading(page, 'start');
    await expect(said(page)).toHaveCount(0);
  });

  test('finds out what was not known and comes back to the question', async ({ page }) => {
    await page.goto(stepPath('undelivered', { have: 'status', status: 'undelivered' }));
    await link(page, 'unknown').click();
    await heading(page, 'find-the-code');
    await link(page, 'found').click();
    await heading(page, 'undelivered');
  });

  test('gets the text of a request to support, with what was answered', async ({ page }) => {
    await page.goto(stepPath('device', { status: 'delivered', scope: 'one' }));
    await link(page, 'unknown').click();
    await heading(page, 'escalate-delivered');
    await expect(page.locator('[data-preview]')).toContainText('The log calls this message “Delivered”');
    await expect(page.locator('[data-preview]')).toContainText('What was found: none of the usual causes');
  });

  test('gets a letter for the person who can look, with blanks and what to send back', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(stepPath('ask-someone', { have: 'complaint', seen: 'no-access' }));
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('- Day and hour, with the time zone: ____');
    expect(copied).toMatch(/send me its status and its error code/);
    expect(copied).not.toContain('Do this now');
  });

  test('takes a summary along; the SIDs stay in the page', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(stepPath('filtered-text', { status: 'undelivered', code: '30007', filter: 'text' }));
    const before = page.url();
    const sid = `SM${'0a'.repeat(16)}`;
    await page.getByLabel('Message SIDs').fill(`+14155550100,${sid},undelivered`);
    await expect(page.getByText('1 SID found.')).toBeVisible();
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('- Error code: 30007 Message filtered');
    expect(copied).toContain(sid);
    expect(copied).not.toContain('555');
    expect(page.url()).toBe(before);
  });

  for (const [width, height] of [
    [1280, 720],
    [390, 844],
  ] as const) {
    test(`sees every answer of every question without scrolling at ${String(width)} × ${String(height)}`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height });
      const questions = Object.entries(guide.steps).filter(([, { kind }]) => kind === 'question');
      expect(questions.length).toBeGreaterThan(20);
      const below: string[] = [];
      for (const [id] of questions) {
        await page.goto(stepPath(id));
        const bottom = await page
          .locator('a[data-answer]')
          .last()
          .evaluate((last) => last.getBoundingClientRect().bottom);
        if (bottom > height) below.push(`${id}: ${String(Math.round(bottom))}`);
      }
      expect(below).toEqual([]);
    });
  }
});

/** Ten of the questions people ask most (research/peers-and-rules.md, section 3), as the answers a newcomer would give. */
const asked: readonly (readonly [question: string, answers: readonly string[], outcome: string])[] = [
  ['1: API said 201, why no text?', ['api', '201', 'undelivered', '30034'], 'unregistered-us'],
  ['2: Status is "sent", was it delivered?', ['status', 'sent', 'longer', 'country'], 'no-receipts'],
  ['3: "Delivered", but the person has nothing', ['complaint', 'found', 'delivered', 'iphone', 'unknown-senders'], 'hidden-by-phone'],
  ['4: What is 30003, should I retry?', ['code', '30003', 'once'], 'unreachable-once'],
  ['5: 30005 again and again', ['code', '30005'], 'dead-number'],
  ['7: Why 30007?', ['code', '30007', 'link'], 'filtered-link'],
  ['8: 30008, what now?', ['status', 'undelivered', '30008', 'carrier'], 'carrier-problem'],
  ['14: 21610, they say they never sent STOP', ['api', '400', '21610'], 'opted-out'],
  ['22: 21703 though the service has senders', ['status', 'failed', '21703'], 'no-sender-in-pool'],
  ['24: Stuck in queued', ['status', 'queued', 'test'], 'test-credentials'],
  ['26: People get it twice', ['timing', 'twice-rows'], 'duplicate-rows'],
  ['30: Customers get no texts, what do I send IT?', ['complaint', 'no-access'], 'ask-someone'],
];
for (const [question, answers, outcome] of asked) {
  test(`question ${question} reaches its outcome in at most five clicks`, async ({ page }) => {
    expect(answers.length).toBeLessThanOrEqual(5);
    await page.goto(stepPath('start'));
    for (const answer of answers) await link(page, answer).click();
    await heading(page, outcome);
    await expect(page.getByRole('heading', { name: 'Do this now' })).toBeVisible();
  });
}
