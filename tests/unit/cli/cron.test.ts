/** What a job of every night asks: what is new since the last report, and how it is told by an exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { failingOf, failLimits } from '../../../src/cli/fail-on.ts';
import { consoleLog, DAY, MINUTE, NOON, usNumber, type MessageRow } from '../../fixtures/console-row.ts';
import { report, source } from '../../log.ts';
import { ownFolder, runMain } from './run-main.ts';

const trouble = fileURLToPath(new URL('../../../public/samples/trouble.csv', import.meta.url));
const { folder, file } = ownFolder();
const run = (...args: readonly string[]) => runMain(args);

const arrived = (count: number, time: number): readonly MessageRow[] =>
  Array.from({ length: count }, (_, n) => ({ to: usNumber(500 + n), time: time - n * MINUTE }));
const refused = (count: number, time: number): readonly MessageRow[] =>
  Array.from({ length: count }, (_, n) => ({
    from: '+12025550142',
    to: usNumber(n),
    status: 'undelivered',
    code: '30034',
    time: time - n * MINUTE,
  }));

const quiet = file('monday.csv', consoleLog(arrived(200, NOON - 2 * DAY)));
const loud = file('tuesday.csv', consoleLog([...arrived(200, NOON), ...refused(40, NOON)]));
const last = file('last.json', (await run(quiet, '--format', 'json')).out);
const lastLoud = file(
  'last-loud.json',
  (await run(file('early.csv', consoleLog([...arrived(200, NOON - 2 * DAY), ...refused(40, NOON - 2 * DAY)])), '--format', 'json')).out,
);

describe('--fail-on', () => {
  test('a finding as grave as that or graver ends with 4 and is named on the side; the report stands as ever', async () => {
    const { code, out, said } = await run(trouble, '--fail-on', 'high');
    expect(code).toBe(4);
    expect(said).toMatch(/^2 findings to fail on: critical "unregistered-us-sender \+12025550142", high "template-filtered [^"]+"\.\n$/);
    expect(out).toBe((await run(trouble)).out);
  });

  test('without such a finding it ends with 0 and says nothing', async () => {
    expect(await run(quiet, '--fail-on', 'low')).toMatchObject({ code: 0, said: '' });
  });

  test('holds for lists and packets too', async () => {
    expect((await run(trouble, '--fail-on', 'critical', '--list', 'phone')).code).toBe(4);
    expect((await run(trouble, '--fail-on', 'critical', '--packet', 'landline')).code).toBe(4);
  });

  test('each limit takes what is graver, and nothing else', async () => {
    const { findings } = await report([source('trouble.csv', readFileSync(trouble))]);
    expect(failLimits.map((limit) => failingOf(findings, [limit], findings.slice(6)).length)).toEqual([1, 2, 5, 7, 1]);
    expect(failingOf(findings, ['critical', 'new'], findings.slice(6)).map(({ severity }) => severity)).toEqual(['critical', 'low']);
    expect(failingOf(findings, [], findings)).toEqual([]);
  });
});

describe('--baseline', () => {
  test('the report says what is new, between the totals and the findings', async () => {
    const { code, out, said } = await run(loud, '--baseline', last, '--fail-on', 'new');
    expect(code).toBe(4);
    expect(said).toMatch(/^1 finding to fail on: critical "unregistered-us-sender \+12025550142"\.\n$/);
    const [since, fix] = [out.indexOf(`\nSince ${last}\nWorse: `), out.indexOf('\nFix first\n')];
    expect(since).toBeGreaterThan(0);
    expect(fix).toBeGreaterThan(since);
    expect(out.slice(since, fix)).toContain('\nNew\n  A US sender without an approved campaign: +12025550142 is not in');
  });

  test('what was there before is not new; what is gone is told', async () => {
    const still = await run(loud, '--baseline', lastLoud, '--fail-on', 'new');
    expect(still.code).toBe(0);
    expect(still.out).toContain('\nStill there\n');
    expect(still.out).not.toContain('\nNew\n');
    const gone = await run(file('thursday.csv', consoleLog(arrived(240, NOON))), '--baseline', lastLoud, '--fail-on', 'new');
    expect(gone.code).toBe(0);
    expect(gone.out).toMatch(/\nGone\n {2}A US sender without an approved campaign: \+12025550142 is not .+ Fixed since /);
  });

  test('leaves other formats as they are, so that a report can be the next baseline, and says it on the side', async () => {
    const { code, out, said } = await run(loud, '--baseline', last, '--format', 'json');
    expect(code).toBe(0);
    expect(out).toBe((await run(loud, '--format', 'json')).out);
    expect(said).toMatch(/^Worse: .*\nNew\n {2}A US sender without/);
  });

  test('may be masked: it holds no whole number and no SID, and what was in it is not new', async () => {
    const { code, out } = await run(join(folder, 'early.csv'), '--format', 'json', '--masked');
    expect(code).toBe(0);
    expect(out).not.toMatch(/\+\d{9,}|SM[0-9a-f]{32}/);
    const compared = await run(loud, '--baseline', file('masked.json', out), '--fail-on', 'new');
    expect(compared.code).toBe(0);
    expect(compared.out).toContain('\nStill there\n');
  });

  test('that cannot be compared ends with 3, says why, and the report is printed all the same', async () => {
    const same = await run(loud, '--baseline', file('same.json', (await run(loud, '--format', 'json')).out), '--fail-on', 'new');
    expect(same.code).toBe(3);
    expect(same.said).toMatch(/^Not compared with .*same\.json: Both hold messages of one time/);
    expect(same.out).toContain('\nFix first\n');
    const later = await run(quiet, '--baseline', file('later.json', (await run(loud, '--format', 'json')).out));
    expect(later.code).toBe(3);
    expect(later.said).toMatch(/later\.json: its messages are later than those of the log\. A baseline is an earlier report\.\n$/);
  });

  test('that is missing ends with 2, that is no report or log with 3', async () => {
    expect(await run(loud, '--baseline', join(folder, 'none.json'))).toMatchObject({ code: 2, out: '' });
    expect(await run(loud, '--baseline', file('letter.json', 'Dear Sir,'))).toMatchObject({ code: 3, out: '' });
  });
});

describe('what is passed on', () => {
  test('--format html is one file with masked numbers, the sum of the log, and nothing that is loaded', async () => {
    const { code, out, said } = await run(trouble, '--format', 'html');
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).toContain('Made 2025-08-15 00:00 UTC with Undelivered, in a terminal; the log was sent nowhere. Phone numbers are masked.');
    expect(out).toMatch(/trouble\.csv<\/bdi> · 489 KB · Twilio Console CSV \(2025\) · SHA-256 [0-9a-f]{64}</);
    expect(out).not.toMatch(/\+\d{9,}/);
    expect(out).not.toMatch(/<script|<link|<img|https?:/);
  });

  test('--format html has what the messages say, of those that --where takes, and says which', async () => {
    const { out } = await run(trouble, '--format', 'html');
    expect(out).toContain('<h3>Texts</h3>');
    expect(out).toContain('<h3>Links</h3>');
    expect(out).not.toContain('Only messages with');
    const part = await run(trouble, '--format', 'html', '--where', 'code=30007', '--where', 'country=US');
    expect(part.out).toContain('Only messages with <bdi>code=30007</bdi>; <bdi>country=US</bdi>.');
    expect(part.out).toContain('<h3>Texts</h3>');
    expect(part.out.length).toBeLessThan(out.length);
  });

  test('what is printed under --where says so, and claims no rate of failures that were picked', async () => {
    const text = await run(trouble, '--where', 'outcome=undelivered');
    expect(text.out).toContain('Only messages with outcome=undelivered. Findings are judged on the messages that pass the filter alone.');
    expect(text.out).not.toContain('100.0 % of those');
    const markdown = await run(trouble, '--where', 'outcome=undelivered', '--format', 'markdown');
    expect(markdown.out).toContain('**Only messages with outcome=undelivered.**');
  });

  test('--format csv is a table of findings and codes', async () => {
    const { code, out } = await run(trouble, '--format', 'csv');
    expect(code).toBe(0);
    expect(out.split('\r\n').map((row) => row.split(',')[0])).toEqual([
      '"Kind"',
      ...Array.from({ length: 7 }, () => '"finding"'),
      ...Array.from({ length: 8 }, () => '"code"'),
      '',
    ]);
  });
});

test('progress is told while a log is read, and taken away before anything is printed', async () => {
  const { shown } = await run(trouble);
  expect(shown.at(-1)).toBe('');
  expect(shown.slice(0, -1).every((line) => /^(?:Again: )?trouble\.csv · [\d,]+ rows?(?: · \d\d? %)?$/.test(line))).toBe(true);
});
