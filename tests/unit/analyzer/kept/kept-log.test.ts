import { expect, test } from 'vitest';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import { standIns, withSids, reportUnder } from '../../../../src/analyzer/ask-kept.ts';
import type { Source } from '../../../../src/analyzer/bytes/source.ts';
import type { ReadMessage } from '../../../../src/analyzer/index/counted-message.ts';
import { findTexts } from '../../../../src/analyzer/kept/find-texts.ts';
import { CHUNK } from '../../../../src/analyzer/kept/kept-columns.ts';
import { KeptLog, keptLimits } from '../../../../src/analyzer/kept/kept-log.ts';
import { consoleV3Log } from '../../../bench/generate.ts';
import { consoleRow } from '../../../fixtures/console-row.ts';
import { knowledge } from '../../../knowledge.ts';
import { source } from '../../../log.ts';
import { countInto } from '../laws/counting.ts';

const text = [...consoleV3Log({ rows: 3_000, seed: 5 })].join('');
const way = { blockBytes: 64 * 1024, isAllText: false };

async function keptOf(log: Source) {
  const analysis = await analyze([log], { knowledge, way, keeps: true });
  if (analysis.kind !== 'report' || analysis.kept === undefined) return expect.fail('nothing was kept');
  return { knowledge, report: analysis.report, declined: analysis.declined, kept: analysis.kept };
}

const all = (kept: KeptLog): readonly number[] => Array.from({ length: kept.size }, (_, place) => place);

test('a message takes at most 36 bytes, and those read as bytes are found by them', async () => {
  const { kept, report } = await keptOf(source('log.csv', text));
  expect(kept.size).toBe(report.totals.messages);
  expect(kept.bytes / kept.size).toBeLessThan(36);
  expect(Array.from(kept.at(all(kept)), ({ offset }) => offset).filter((offset) => offset >= 0).length / kept.size).toBeGreaterThan(0.8);
});

test('SIDs in capitals stand under a filter as they stand in the first report', async () => {
  const reading = await keptOf(
    source(
      'log.csv',
      text.replaceAll(/\bSM[0-9a-f]{32}\b/g, (sid) => sid.toUpperCase()),
    ),
  );
  const report = (await reportUnder(reading, {})) ?? expect.fail('nobody gave up');
  const found = withSids(report, (await findTexts(reading.kept, standIns(report))).texts);
  const examples = reading.report.findings.flatMap((finding) => finding.examples);
  expect(examples.length).toBeGreaterThan(5);
  expect(found.findings.flatMap((finding) => finding.examples)).toEqual(examples);
});

test('a log without SIDs has no stand-ins for them', async () => {
  const lines = [1, 2, 3, 4].map((n) => `+1303555010${String(n)},undelivered,30003,2025-08-14T17:0${String(n)}:00Z`);
  const reading = await keptOf(source('log.csv', `To,Status,ErrorCode,SentDate\n${lines.join('\n')}\n`));
  expect(reading.report.findings).not.toEqual([]);
  const report = (await reportUnder(reading, {})) ?? expect.fail('nobody gave up');
  expect(
    report.findings.flatMap(({ examples, trail }) => [...examples, ...trail.messages.map(({ sid }) => sid)]).filter((sid) => sid !== ''),
  ).toEqual([]);
  expect(Array.from(reading.kept.at([0, 1, 2, 3]), (message) => message.sid())).toEqual(['', '', '', '']);
});

test.each([
  ['changed', text.replaceAll('SM', 'MM')],
  ['changed', text.slice(0, 1_000)],
] as const)('a source that %s since is told', async (why, now) => {
  const bytes = new TextEncoder().encode(now);
  const log: Source = { ...source('log.csv', text), slice: (from, to) => Promise.resolve(bytes.slice(from, to)) };
  const { kept } = await keptOf(log);
  expect((await findTexts(kept, all(kept))).lost).toEqual({ source: 'log.csv', why });
});

test('a source that went away is told, and what was kept of it is there', async () => {
  const { kept } = await keptOf({ ...source('log.csv', text), slice: () => Promise.reject(new Error('gone')) });
  const { lost, texts } = await findTexts(kept, all(kept));
  expect(lost).toEqual({ source: 'log.csv', why: 'unreadable' });
  expect(texts.size).toBeGreaterThan(10);
});

test('what cannot be found by bytes is missing, and the report has no such SID', async () => {
  const log = source('log.csv', text);
  const reading = await keptOf({ name: log.name, stream: () => log.stream() });
  reading.kept.texts.clear();
  const { texts, missing, lost } = await findTexts(reading.kept, [0, 1, 2]);
  expect([texts.size, missing, lost]).toEqual([0, [0, 1, 2], undefined]);
  const report = (await reportUnder(reading, {})) ?? expect.fail('nobody gave up');
  expect(standIns(report).length).toBeGreaterThan(5);
  expect(withSids(report, texts).findings.flatMap(({ examples }) => examples)).toEqual([]);
});

test('each list of links is kept once, whatever its first one is', () => {
  const kept = new KeptLog(new Set());
  const linked = (...hosts: readonly string[]) => ({ body: hosts.map((host) => `https://${host}/x`).join(' ') });
  const rows = [
    linked('a.example'),
    linked('a.example', 'b.example'),
    linked('a.example', 'c.example'),
    linked('a.example', 'b.example'),
    {},
  ];
  countInto(
    kept,
    rows.map((row, n) => consoleRow(n, row)),
  );
  kept.end();
  expect(kept.links).toEqual([[], ['a.example'], ['a.example', 'b.example'], ['a.example', 'c.example']]);
});

test('it keeps all messages or none', () => {
  const rows = text.split('\r\n').join('\n').split('\n').slice(1, 60);
  const count = (limits: Partial<typeof keptLimits>): KeptLog => {
    const kept = new KeptLog(new Set(), { ...keptLimits, ...limits });
    countInto(kept, rows);
    kept.end();
    return kept;
  };
  const { size } = count({});
  expect(size).toBeGreaterThan(10);
  expect(count({ messages: size }).isWhole).toBe(true);
  const few = count({ messages: size - 1 });
  expect([few.isWhole, few.size, few.chunks.length]).toEqual([false, 0, 0]);
  expect(count({ values: 1 }).isWhole).toBe(false);
});

test('once it gave up it holds on to no source, and no text of one', () => {
  const rows = [1, 2, 3].map((n) => consoleRow(n, {}));
  const count = (messages: number): KeptLog => {
    const kept = new KeptLog(new Set(), { ...keptLimits, messages });
    kept.opens(source('log.csv', text));
    let taken = 0;
    // The first of them is found by its bytes, the second is not.
    const placed = (message: ReadMessage): ReadMessage =>
      new Proxy(message, {
        get: (of, name) => {
          const value: unknown = Reflect.get(of, name, of);
          if (name === 'batch' && taken === 0) return { origin: { table: {}, offset: () => 70 } };
          return typeof value === 'function' ? (value.bind(of) as unknown) : value;
        },
      });
    countInto(
      {
        add: (message) => {
          kept.add(placed(message));
          taken += 1;
        },
      },
      rows,
    );
    return kept;
  };
  const whole = count(3);
  expect([whole.isWhole, whole.originOf(0)?.source?.name, whole.texts.get(1) !== undefined]).toEqual([true, 'log.csv', true]);
  const none = count(2);
  expect([none.isWhole, none.size, none.origins, none.texts.get(1)]).toEqual([false, 0, [], undefined]);
});

test('whoever waits no more is not answered', async () => {
  const reading = await keptOf(source('log.csv', text));
  expect(reading.kept.size).toBeLessThan(CHUNK);
  expect(await reportUnder(reading, {}, () => Promise.resolve(true))).toBeUndefined();
});

test('ten million messages can be kept, and have numbers that sorting tells apart', () => {
  expect(keptLimits.messages).toBeGreaterThanOrEqual(10_000_000);
  expect(keptLimits.messages).toBeLessThan(2 ** 24);
});
