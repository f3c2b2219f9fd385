/** What holds for every finding before its own rule is asked: the clock, the direction, how much is enough, and how sure it is. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import { countRows } from '../../../../src/analyzer/ask.ts';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import type { Rule } from '../../../../src/analyzer/findings/rule.ts';
import { Claims } from '../../../../src/analyzer/findings/shared/claims.ts';
import { troubles } from '../../../../src/analyzer/index/tables/troubles.ts';
import type { Source } from '../../../../src/analyzer/bytes/source.ts';
import type { Filter } from '../../../../src/analyzer/report/filter.ts';
import type { Finding } from '../../../../src/analyzer/report/report.ts';
import { thresholdOf } from '../../../../src/catalog/knowledge.ts';
import { consoleLog, consoleRow, DAY, frenchNumber, NOON, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, refused, times, type FindingRows } from '../../../fixtures/finding-rows.ts';
import { knowledge } from '../../../knowledge.ts';
import { fixture, inWords, noticeIds, report, source } from '../../../log.ts';
import { indexOf } from '../laws/counting.ts';

interface Hit {
  readonly rule: Rule;
  readonly id: string;
  readonly rows: readonly MessageRow[];
}

/** Of each rule the log that just passes its limits. */
const hits: readonly Hit[] = await Promise.all(
  rules.map(async (rule) => {
    const { rows } = (await import(new URL(`../../../fixtures/findings/${rule.id}/rows.ts`, import.meta.url).href)) as {
      rows: FindingRows;
    };
    return { rule, id: rule.id, rows: rows.hit };
  }),
);

const reportOnText = (text: string) => report([source('log.csv', text)]);
const reportOnRows = (rows: readonly MessageRow[]) => reportOnText(consoleLog(rows));
const findingsOn = async (rows: readonly MessageRow[]): Promise<readonly Finding[]> => (await reportOnRows(rows)).findings;

/** The report on some sources, and how many messages filters of it take. */
async function ask(sources: readonly Source[]) {
  const analysis = await analyze(sources, { knowledge });
  if (analysis.kind !== 'report') return expect.fail('no report');
  const { report, plan } = analysis;
  const count = async (filters: readonly Filter[]) =>
    (await countRows(sources, filters, { knowledge, report, plan }))?.map(({ messages }) => messages) ?? [];
  return { report, count };
}

/** Findings without their sentences and times. */
const told = (findings: readonly Finding[]) =>
  findings.map(({ key, severity, confidence, affected, explains, codes }) => ({ key, severity, confidence, affected, explains, codes }));

test('every rule has a log here that it speaks on', async () => {
  expect(hits.length).toBeGreaterThan(0);
  for (const { id, rows } of hits) expect((await findingsOn(rows)).map((finding) => finding.id)).toContain(id);
});

describe('the clock of a log is its newest message, never the reader’s', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.for(hits)('$id: years before and after, the report is the same', async ({ rows }) => {
    vi.setSystemTime(NOON - 9_000 * DAY);
    const early = await reportOnRows(rows);
    vi.setSystemTime(NOON + 9_000 * DAY);
    expect(await reportOnRows(rows)).toEqual(early);
    expect(Date.parse(early.clock ?? '')).toBe(Math.max(...rows.map(({ time = NOON }) => time)));
  });

  test.for(hits)('$id: the same log a year of whole weeks later is judged alike', async ({ rows }) => {
    const later = rows.map((row) => ({ ...row, time: (row.time ?? NOON) + 364 * DAY }));
    expect(told(await findingsOn(later))).toEqual(told(await findingsOn(rows)));
  });
});

describe('only what was sent is judged', () => {
  test.for(hits)('$id: received, its messages say nothing', async ({ rows }) => {
    const received = rows.map(({ from = '+12025550100', to = '+13035550101', ...row }) => ({
      ...row,
      from: to,
      to: from,
      direction: 'inbound',
    }));
    expect(told(await findingsOn(received))).toEqual([]);
  });

  test.for(hits)('$id: what strangers send, with whatever codes, changes nothing', async ({ rows }) => {
    const strangers = rows.map(({ from = '+12025550100', ...row }, n): MessageRow => ({
      ...row,
      from: `+1415555${String(3_000 + n)}`,
      to: from,
      direction: 'inbound',
      body: 'Thanks',
    }));
    expect(told(await findingsOn([...rows, ...strangers]))).toEqual(told(await findingsOn(rows)));
  });
});

describe('a code is a number, however it is written', () => {
  const coded = hits.filter(({ rows }) => rows.some(({ code }) => code !== undefined));
  test.for(coded)('$id', async ({ rows }) => {
    const as = (write: (code: string) => string) =>
      rows.map(({ code, ...row }) => (code === undefined ? row : { ...row, code: write(code) }));
    const plain = await findingsOn(rows);
    for (const write of [(code: string) => `${code}.0`, (code: string) => `0${code}`, (code: string) => `${code} - what it means`]) {
      expect(await findingsOn(as(write))).toEqual(plain);
    }
  });
});

describe('a time is one however it is written, and none that cannot be read', () => {
  const withTimes = (rows: readonly MessageRow[], write: (time: number) => string): string => {
    const [heading = '', ...lines] = consoleLog(rows).split('\n');
    const written = lines.map((line) => line.replace(/,(20\d\d-[^,]+-03:00),/, (_, time: string) => `,"${write(Date.parse(time))}",`));
    return [heading, ...written].join('\n');
  };

  test.for(hits)('$id: as mails, as spreadsheets, as the API write it', async ({ rows }) => {
    const plain = await findingsOn(rows);
    const utc = (time: number): string => new Date(time).toUTCString().replace('GMT', '+0000');
    for (const write of [utc, (time: number) => new Date(time).toISOString()]) {
      expect((await reportOnText(withTimes(rows, write))).findings).toEqual(plain);
    }
  });

  test.for(hits)('$id: where none can be read, no finding gives a time, and a notice says why', async ({ rows }) => {
    const found = await reportOnText(withTimes(rows, () => 'some time ago'));
    expect(noticeIds(found)).toContain('unreadable-dates');
    expect(found.findings.filter(({ since }) => since !== undefined)).toEqual([]);
  });
});

describe('a few messages prove nothing', () => {
  test.for(hits)('$id: fewer than what is asked of every rule are no finding', ({ rule, rows }) => {
    const index = indexOf(rows.map((row, n) => consoleRow(n, row)));
    const left = new Claims(index.get(troubles), knowledge).left([]);
    const limits = knowledge.thresholds[rule.id] ?? {};
    const found = (minHits: number) => rule.find(index, { knowledge, limits, minHits, left });
    const least = thresholdOf(knowledge, 'general', 'minHits');
    expect(least).toBe(3);
    expect(found(least).length).toBeGreaterThan(0);
    for (const { affected } of found(least)) expect(affected).toBeGreaterThanOrEqual(least);
    expect(found(rows.length + 1)).toEqual([]);
  });
});

describe('one failed message, one main finding', () => {
  const logs: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ...rules.flatMap(({ id }) => ['hit', 'miss'].map((name) => [`${id}/${name}.csv`, fixture(`findings/${id}/${name}.csv`)] as const)),
    ['trouble.csv', readFileSync(new URL('../../../../public/samples/trouble.csv', import.meta.url))],
  ];
  /** All of them at once, so that several findings touch the same messages. */
  const together = logs.map(([name, bytes]) => source(name, bytes));
  const failures: Filter = { outcomes: ['failed', 'undelivered'] };

  test.for([...logs.map(([name, bytes]) => [name, [source(name, bytes)]] as const), ['all together', together] as const])(
    '%s: the first finding that touches it explains it; they and the rest add up to the failures, and these and the others to the rows',
    async ([, sources]) => {
      const { report, count } = await ask(sources);
      const { findings, totals } = report;
      const filters = findings.map(({ key }, place): Filter => ({
        ...failures,
        finding: key,
        except: findings.slice(0, place).map((other) => ({ finding: other.key })),
      }));
      const rest: Filter = { ...failures, except: findings.map(({ key }) => ({ finding: key })) };
      const counts = await count([...filters, rest]);
      expect(findings.map(({ explains }) => explains)).toEqual(counts.slice(0, -1));
      expect(findings.reduce((sum, { explains }) => sum + explains, counts.at(-1) ?? NaN)).toBe(totals.failed);
      expect(Object.values(report.byStatus).reduce((sum, messages) => sum + messages, 0)).toBe(totals.messages);
      for (const { within, explains, affected } of findings) {
        if (within === undefined) continue;
        expect(findings.map(({ key }) => key)).toContain(within);
        expect(explains * 2).toBeLessThan(affected);
      }
    },
  );
});

describe('a trait is shared where most failures have it and whoever has it fails far more often', () => {
  const limits = knowledge.thresholds['shared-trait'];
  /** Failures to France and elsewhere, and as many messages that arrived. */
  const traits = async (french: number, others: number, frenchArrived = 10, arrived = 300): Promise<readonly Finding[]> =>
    (
      await findingsOn([
        ...times(french, (n) => refused(n, { code: '30019', to: frenchNumber(n), time: ago(n * 40), body: `Day ${String(n)}` })),
        ...times(others, (n) => refused(n, { code: '30019', to: usNumber(n * 101), time: ago(n * 37), body: `Day ${String(n)}` })),
        ...times(frenchArrived, (n) => ({ to: frenchNumber(50 + n), time: ago(n * 41), body: `Day ${String(n)}` })),
        ...times(arrived, (n) => ({ to: usNumber(500 + n), time: ago((n * 13) % 900), body: `Day ${String(n)}` })),
      ])
    ).filter(({ id }) => id === 'shared-trait');

  test('ten failures, three in five of them, three times the rate of the rest', async () => {
    expect(limits).toMatchObject({ minShared: 10, minShare: 0.6, rateRatio: 3 });
    expect(await traits(12, 7)).toMatchObject([{ subject: { prefix: '336399' }, affected: 12 }]);
    expect(await traits(9, 0)).toEqual([]);
  });
  test('not where the rest fails as often, or chance could do it', async () => {
    expect(await traits(12, 8, 10, 12)).toEqual([]);
    expect(await traits(12, 8, 240, 300)).toEqual([]);
  });
});

describe('how sure a finding is', () => {
  test.for(hits)('$id: highly sure is what its codes alone say, or what the log itself counts', async ({ rows }) => {
    const { report, count } = await ask([source('log.csv', consoleLog(rows))]);
    const sure = report.findings.filter(({ confidence }) => confidence === 'high');
    const others = sure.map(({ key, codes }): Filter => ({
      finding: key,
      ...(codes.length === 0 ? { outcomes: ['failed', 'undelivered'] } : { except: [{ codes: [...codes] }] }),
    }));
    expect(await count(others)).toEqual(sure.map(() => 0));
  });

  test.for(hits)('$id: why it is no surer is said, and where it is not sure what would tell', async ({ rows }) => {
    for (const { confidence, because } of await findingsOn(rows)) {
      expect(inWords(because).length).toBeGreaterThan(20);
      if (confidence === 'low') expect(inWords(because)).toMatch(/would tell|has to confirm|says why|only the code says/);
    }
  });
});

test('a daily cap counts segments, not messages', async () => {
  const rows = hits.find(({ id }) => id === 'daily-cap')?.rows ?? [];
  const said = async (segments: string) =>
    inWords((await findingsOn(rows.map((row) => ({ ...row, segments })))).find(({ id }) => id === 'daily-cap')?.sentence ?? []);
  expect(await said('1')).toContain(' 9 segments to the US had been sent');
  expect(await said('3')).toContain(' 27 segments to the US had been sent');
});
