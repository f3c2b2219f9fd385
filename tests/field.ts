/**
 * `npm run field -- FOLDER… [--page URL]`: reads every log of folders with a MANIFEST.json, renamed to `x`, through the command line
 * and, where the address of a served site is given, through its page, and compares with the manifest. Exit 1 where one differs. Not
 * part of `npm test`: such folders lie outside of this repository.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { contentOnDisk } from '../src/cli/content-on-disk.ts';
import { main } from '../src/cli/main.ts';
import { browserArgs, findBrowser } from './browser.ts';

interface Wanted {
  readonly file: string;
  readonly records?: number;
  readonly messages?: number;
  readonly declined?: boolean;
  readonly paste?: string;
  readonly mustSay?: readonly string[];
  readonly mustNotSay?: readonly string[];
  /** Right too, where it is figures: to decline what can be read is not. */
  readonly or?: { readonly records?: number; readonly messages?: number };
}

/** What a log gave: its figures, or the words with which it was declined. */
type Given = { readonly records: number; readonly messages: number } | { readonly declined: string };

interface Form {
  readonly sources: readonly { readonly records: number; readonly messages: number }[];
}

const givenBy = (json: string): Given => {
  const { sources } = JSON.parse(json) as Form;
  const sum = (name: 'records' | 'messages'): number => sources.reduce((all, source) => all + source[name], 0);
  return { records: sum('records'), messages: sum('messages') };
};

const folder = mkdtempSync(join(tmpdir(), 'field-'));
const copy = join(folder, 'x');

async function byCommand(): Promise<Given> {
  let out = '';
  let said = '';
  const terminal = {
    input: (async function* () {})(),
    write: (text: string) => (out += text),
    complain: (text: string) => (said += text),
  };
  const code = await main([copy, '--format', 'json'], terminal, contentOnDisk);
  return code === 0 ? givenBy(out) : { declined: said };
}

/** A page that reads one log after another. */
async function pageReader(url: string) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArgs] });
  const page = await browser.newPage();
  const read = async (): Promise<Given> => {
    await page.goto(`${url}/analyze/`);
    await page.locator('.analyzer[data-ready=true]').waitFor();
    await page.getByLabel('Choose files').setInputFiles(copy);
    await page.locator('.analyzer:is([data-state=report], [data-state=declined], [data-state=failed])').waitFor();
    const problem = page.locator('.problem');
    if ((await problem.count()) > 0) return { declined: await problem.innerText() };
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save JSON' }).click()]);
    return givenBy(readFileSync(await download.path(), 'utf8'));
  };
  return { read, close: () => browser.close() };
}

/** What is wrong with it, in words; '' for nothing. */
function faultOf(given: Given, { records, messages = records, declined, mustSay = [], mustNotSay = [], or }: Wanted): string {
  if ('records' in given && given.records === or?.records && given.messages === or.messages) return '';
  if ('declined' in given) {
    const missing = mustSay.filter((words) => !given.declined.includes(words));
    const wrong = mustNotSay.filter((words) => given.declined.includes(words));
    if (declined !== true) return `declined: ${given.declined.trim()}`;
    return [...missing.map((words) => `does not say "${words}"`), ...wrong.map((words) => `says "${words}"`)].join(', ');
  }
  if (declined === true) return `read: ${JSON.stringify(given)}`;
  return given.records === records && given.messages === messages ? '' : JSON.stringify(given);
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { page: { type: 'string' } } });
const reader = values.page === undefined ? undefined : await pageReader(values.page);
let faults = 0;
let read = 0;
for (const path of positionals) {
  const manifest = JSON.parse(readFileSync(join(path, 'MANIFEST.json'), 'utf8')) as readonly Wanted[] | Readonly<Record<string, Wanted>>;
  const all: readonly Wanted[] = Array.isArray(manifest) ? manifest : Object.entries(manifest).map(([file, one]) => ({ ...one, file }));
  for (const wanted of all.filter(({ paste }) => paste === undefined)) {
    writeFileSync(copy, readFileSync(join(path, wanted.file)));
    const ways = [['command', await byCommand()] as const, ...(reader === undefined ? [] : [['page', await reader.read()] as const])];
    read += 1;
    for (const [way, given] of ways) {
      const fault = faultOf(given, wanted);
      if (fault === '') continue;
      faults += 1;
      console.log(`${wanted.file} (${way}): ${fault}`);
    }
  }
}
await reader?.close();
rmSync(folder, { recursive: true });
console.log(`${String(read)} logs, ${String(faults)} not as the manifest says`);
process.exitCode = faults > 0 ? 1 : 0;
