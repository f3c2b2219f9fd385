/** Some messages of a log from the command line: as a report, as rows, compared. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ReportJson } from '../../../src/analyzer/write/json.ts';
import { rowsHead } from '../../../src/analyzer/write/rows.ts';
import { readWhere } from '../../../src/cli/where.ts';
import { consoleLog, DAY, NOON } from '../../fixtures/console-row.ts';
import { times } from '../../fixtures/finding-rows.ts';
import { ownFolder, runMain } from './run-main.ts';

const trouble = fileURLToPath(new URL('../../../public/samples/trouble.csv', import.meta.url));
const { folder, file } = ownFolder();
const run = (...args: readonly string[]) => runMain(args, { input: readFileSync(trouble) });

const whole = JSON.parse((await run(trouble, '--format', 'json')).out) as ReportJson;

test.each([
  [['code=30007'], { codes: ['30007'] }],
  [['code=none'], { codes: [''] }],
  [['status=Sent'], { statuses: ['sent'] }],
  [['outcome=not-arrived'], { direction: 'outbound', outcomes: ['failed', 'undelivered'] }],
  [['outcome=no-receipt'], { outcomes: ['no-receipt'] }],
  [['category=content-filtered'], { categories: ['content-filtered'] }],
  [['direction=inbound'], { direction: 'inbound' }],
  [['sender=A=B'], { senders: ['A=B'] }],
  [['person=+13035550101'], { people: ['+13035550101'] }],
  [['country=fr'], { countries: ['FR'] }],
  [['prefix=+1303'], { prefix: '1303' }],
  [['service=MG1'], { services: ['MG1'] }],
  [['link=WWW.Example.org'], { linkHost: 'example.org' }],
  [['hour=23'], { hourOfDay: 23 }],
  [['since=2025-08-14T13:00Z'], { time: { from: Date.UTC(2025, 7, 14, 13) } }],
  [['until=2025-08-14'], { time: { to: Date.UTC(2025, 7, 14) } }],
  [['finding=landline'], { finding: 'landline' }],
] as const)('%j is read', (where, filter) => {
  expect(readWhere(where)).toEqual({ all: [filter] });
});

test('of one name any, of several all', () => {
  expect(readWhere(['code=30007', 'country=US', 'code=30003'])).toEqual({
    all: [{ any: [{ codes: ['30007'] }, { codes: ['30003'] }] }, { countries: ['US'] }],
  });
  expect(readWhere([])).toBeUndefined();
});

test.each([
  ['colour=red', '"colour" is nothing to choose messages by; use code, status,'],
  ['constructor=1', '"constructor" is nothing to choose'],
  ['code', '--where says no value for code; write code=VALUE.'],
  ['code=3', '"3" is no error code; write five digits, or none.'],
  ['outcome=lost', '"lost" is no outcome; use not-arrived or delivered,'],
  ['category=bad', '"bad" is no category; use recipient-unreachable,'],
  ['direction=up', '"up" is no direction; use inbound or outbound.'],
  ['country=USA', '"USA" is no country; write two letters, such as US.'],
  ['prefix=x', '"x" is no beginning of a number; write its digits.'],
  ['hour=24', '"24" is no hour of the day; write 0 to 23, in UTC.'],
  ['since=yesterday', '"yesterday" is no time; write 2025-08-14 or 2025-08-14T13:00Z.'],
  ['until=2025-08-14T13:00', '"2025-08-14T13:00" is no time;'],
  ['since=2025-13-14', '"2025-13-14" is no time;'],
])('%s is told to be wrong', async (where, problem) => {
  const { code, said, out } = await run(trouble, '--where', where);
  expect([code, out]).toEqual([2, '']);
  expect(said).toContain(problem);
});

describe('a report', () => {
  test('is on the messages that pass, of a file and of a pipe', async () => {
    const count = whole.byErrorCode.find(({ code }) => code === '30007')?.count;
    for (const log of [trouble, '-']) {
      const { code, out } = await run(log, '--where', 'code=30007', '--format', 'json');
      const { totals, byErrorCode } = JSON.parse(out) as ReportJson;
      expect([code, totals.messages, byErrorCode.map((one) => one.code)]).toEqual([0, count, ['30007']]);
    }
  });

  test('findings are named by id or key', async () => {
    const [first] = whole.findings;
    const { out } = await run(trouble, '--where', `finding=${first?.key ?? ''}`, '--format', 'json');
    expect((JSON.parse(out) as ReportJson).totals.messages).toBe(first?.affected);
    const byId = await run(trouble, '--where', `finding=${first?.id ?? ''}`, '--where', 'finding=template-filtered', '--format', 'json');
    expect((JSON.parse(byId.out) as ReportJson).totals.messages).toBeGreaterThan(first?.affected ?? 0);
    const none = await run(trouble, '--where', 'finding=landlines');
    expect(none.code).toBe(2);
    expect(none.said).toContain('There is no finding "landlines" in this log. It has: "');
  });

  test('on nothing says so', async () => {
    const { code, said, out } = await run(trouble, '--where', 'code=30007', '--where', 'country=FR');
    expect([code, said]).toEqual([0, 'No message passes --where.\n']);
    expect(out).toContain('0 messages');
  });
});

describe('rows', () => {
  test('are printed whole, in both forms', async () => {
    const csv = await run(trouble, '--where', 'outcome=not-arrived', '--rows', 'csv');
    expect([csv.code, csv.said]).toEqual([0, '']);
    expect(csv.out.startsWith(rowsHead('csv'))).toBe(true);
    const jsonl = await run(trouble, '--where', 'outcome=not-arrived', '--rows', 'jsonl');
    const lines = jsonl.out.trimEnd().split('\n');
    expect(lines.length).toBe(whole.totals.failed);
    expect(lines.every((line) => /"to":"\+\d+"/.test(line))).toBe(true);
    const none = await run(trouble, '--where', 'code=30001', '--rows', 'jsonl');
    expect([none.code, none.out, none.said]).toEqual([0, '', 'No message passes --where.\n']);
  });

  test('are not mixed with anything else', async () => {
    for (const more of [
      ['--format', 'json'],
      ['--list', 'stop'],
      ['--against', trouble],
    ]) {
      const { code, said } = await run(trouble, '--rows', 'csv', ...more);
      expect(code).toBe(2);
      expect(said).toContain('--rows prints messages and nothing else');
    }
    expect((await run(trouble, '--rows', 'xml')).said).toContain('"xml" is no form of rows; use csv or jsonl.');
    expect((await run(trouble, '--rows', 'csv', '--where', 'finding=x')).said).toContain('There is no finding "x"');
  });
});

describe('against another log', () => {
  const log = (name: string, day: number, failing: number): string => {
    return file(
      name,
      consoleLog(
        times(400, (n) => ({
          time: NOON + day * DAY + n * 1_000,
          ...(n < failing ? { status: 'undelivered', code: '30007', body: 'Cheap pills' } : {}),
        })),
      ),
    );
  };
  const before = log('before.csv', 0, 200);
  const after = log('after.csv', 7, 10);

  test('says what is better', async () => {
    const { code, out } = await run(after, '--against', before);
    expect(code).toBe(0);
    expect(out).toMatch(/^Better: now 10 of 400 messages/);
    expect(out).toContain('\nError codes\n  30007: better, 200 of 400 (50.0 %) before, 10 of 400 (2.5 %) after.\n');
    const json = JSON.parse((await run(after, '--against', before, '--format', 'json')).out) as { kind: string; rate: { verdict: string } };
    expect([json.kind, json.rate.verdict]).toEqual(['compared', 'better']);
  });

  test('says what was skipped or assumed in either of them', async () => {
    const cut = join(folder, 'cut.csv');
    writeFileSync(cut, `${readFileSync(before, 'utf8')}\na,b\n`);
    const told = 'cut.csv: 1 row has too few or too many cells and is not counted. (line 402)';
    const { out } = await run(after, '--against', cut);
    expect(out).toContain(`note: ${told}`);
    const { said, out: json } = await run(cut, '--against', after, '--format', 'json');
    expect(said).toContain(told);
    expect(JSON.parse(json)).toMatchObject({ kind: 'compared' });
  });

  test('on some messages of both', async () => {
    const { out } = await run(after, '--against', before, '--where', 'code=none');
    expect(out).toContain('No clear difference');
  });

  test('refuses what overlaps, other forms, and what is not there', async () => {
    const overlap = await run(before, '--against', before);
    expect(overlap.code).toBe(3);
    expect(overlap.said).toContain('Both hold messages of one time');
    expect((await run(before, '--against', after, '--format', 'markdown')).said).toContain(
      '--against prints text or, with --format json, JSON.',
    );
    expect((await run(before, '--against', '')).said).toContain('--against names no file.');
    const gone = await run(before, '--against', join(folder, 'gone.csv'));
    expect(gone.code).toBe(2);
    expect(gone.said).toContain('gone.csv does not exist.');
  });
});
