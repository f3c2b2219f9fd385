import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { consoleLog, healthyLog, troubledLog } from '../e2e/log-file.ts';
import type { Journey, Visit } from './visit.ts';

const sample = fileURLToPath(new URL('../../public/samples/trouble.csv', import.meta.url));
/** So many that other browsers would have a file chosen first (src/islands/rows/SaveRows.tsx). */
const MANY = 60_000;

const isReady = async (visit: Visit): Promise<void> => {
  await visit.open('/analyze/');
  await visit.until('all parts of the page', () => visit.count('.analyzer[data-ready=true]'));
};
const choose = async (visit: Visit, ...files: readonly string[]): Promise<void> => {
  const field = await visit.page.$('.file-input');
  if (field === null || !('uploadFile' in field)) throw new Error('there is no field for files');
  await (field as { uploadFile: (...paths: readonly string[]) => Promise<void> }).uploadFile(...files);
};
const isReport = (visit: Visit): Promise<unknown> => visit.until('a report', () => visit.count('.analyzer[data-state=report]'));
const isSettled = (visit: Visit): Promise<unknown> =>
  visit.until(
    'nothing that is being counted',
    () => visit.count('.report [aria-busy=true], .report[aria-busy=true]'),
    (busy) => busy === 0,
  );
const changes = async (visit: Visit): Promise<void> => {
  await visit.click('::-p-text(Change)');
};

/** A log dropped, chosen and pasted; its report used as a tool, and taken away. */
export const analyzer: Journey = async (visit, step) => {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-firefox-'));
  const file = (name: string, text: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  try {
    await step('a dropped log becomes a report', async () => {
      await isReady(visit);
      await visit.drop('dropped.csv', troubledLog());
      await isReport(visit);
      await visit.says('.summary-line', '72 messages');
      await visit.until('the focus on its heading', () => visit.page.evaluate(() => document.activeElement?.textContent === 'Report'));
    });
    await step('packed logs are chosen, two at once', async () => {
      await changes(visit);
      const rows = healthyLog(30);
      await choose(visit, file('a.csv.gz', gzipSync(strToU8(healthyLog(10)))), file('b.zip', zipSync({ 'b.csv': strToU8(rows) })));
      await visit.says('.summary-line', '30 messages');
    });
    await step('the sample: a card is opened', async () => {
      await changes(visit);
      await choose(visit, sample);
      await visit.says('.sources', 'trouble.csv');
      await visit.until(
        'the rows',
        () => visit.attribute('[role=grid]', 'aria-rowcount'),
        (count) => count === '1985',
      );
      const closed = '.row-button[aria-expanded=false]';
      const opened = await visit.count('.row-button[aria-expanded=true]');
      if (opened === 0 || (await visit.count(closed)) === 0) throw new Error(`${String(opened)} cards are open`);
      const name = await visit.text(closed);
      await visit.click(closed);
      await visit.until(
        'the card of that row',
        () => visit.text('.row-button[aria-expanded=true]'),
        (text) => text === name,
      );
    });
    await step('a figure filters, its chip says so, Esc takes it away', async () => {
      await visit.click('.report .only');
      await visit.until('a chip', () => visit.count('.filters .chip'));
      await isSettled(visit);
      const rows = await visit.until(
        'fewer rows',
        () => visit.attribute('[role=grid]', 'aria-rowcount'),
        (count) => count !== null && count !== '1985',
      );
      await visit.press('Escape');
      await visit.until(
        'no chip',
        () => visit.count('.filters .chip'),
        (chips) => chips === 0,
      );
      await visit.until(
        'all rows',
        () => visit.attribute('[role=grid]', 'aria-rowcount'),
        (count) => count === '1985',
      );
      return `${rows ?? ''} rows`;
    });
    await step('the rows are gone through by key, a story is opened', async () => {
      await visit.page.focus('[role=grid]');
      await visit.press('ArrowDown', 'ArrowDown', 'ArrowRight');
      await visit.until(
        'the mark',
        () => visit.attribute('[role=grid]', 'aria-activedescendant'),
        (id) => id === 'cell-1-1' || id === 'cell-2-1',
      );
      await visit.press('Enter');
      await visit.until('the story of a message', () =>
        visit.page.evaluate(() =>
          [...document.querySelectorAll('article h4')].some((heading) => heading.textContent.startsWith('Message to')),
        ),
      );
    });
    await step('the chart takes keys and is drawn', async () => {
      await visit.until('colours in the chart', () =>
        visit.page.evaluate(() => {
          const canvas = document.querySelector<HTMLCanvasElement>('.time-chart canvas');
          const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
          return pixels.some((value) => value !== 0);
        }),
      );
    });
    await step('rows are saved whole, like a download', async () => {
      const before = visit.savedNames();
      await visit.click('::-p-text(rows with whole numbers \\(CSV\\))');
      const { name, text } = await visit.saved(before);
      const numbers = text.match(/\+1202555\d{4}/g)?.length ?? 0;
      if (!/^trouble-rows.*\.csv$/.test(name) || numbers < 1_000) throw new Error(`${name} holds ${String(numbers)} numbers`);
      return `${name}, ${String(numbers)} numbers`;
    });
    await step('the report is saved as one file', async () => {
      const before = visit.savedNames();
      await visit.click('::-p-text(Save as one HTML file)');
      const { name, text } = await visit.saved(before);
      if (!name.endsWith('.html') || !text.includes('</html>')) throw new Error(`${name}: ${text.slice(0, 80)}`);
      return name;
    });
    await step('the report is there again after a reload', async () => {
      await visit.page.reload();
      await visit.says('.report > .note', 'Opened again as it was kept');
      await visit.says('.summary-line', 'messages');
    });
    await step(`${String(MANY)} rows are saved though no file can be chosen for them`, async () => {
      await isReady(visit);
      await visit.until('the report from before', () => visit.count('.report'));
      await changes(visit);
      const rows = Array.from({ length: MANY }, (_, n) => ({ to: `+1202555${String(n % 10_000).padStart(4, '0')}` }));
      await choose(visit, file('many.csv', consoleLog(rows)));
      await visit.says('.sources', 'many.csv');
      await visit.until(
        'the rows',
        () => visit.attribute('[role=grid]', 'aria-rowcount'),
        (count) => count === String(MANY + 1),
      );
      const before = visit.savedNames();
      await visit.click('::-p-text(\\(JSON lines\\))');
      const { name, text } = await visit.saved(before);
      const lines = text.trimEnd().split('\n').length;
      if (lines !== MANY) throw new Error(`${name} holds ${String(lines)} lines`);
      return name;
    });
    await step('what is no log is said to be none, the report stays', async () => {
      await changes(visit);
      await choose(visit, file('letter.txt', 'Dear Sir,\nthis is no log.\n'));
      await visit.says('.problem', 'letter.txt');
      await visit.says('.summary-line', 'messages');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
