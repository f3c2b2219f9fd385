/** Law 4, second half: what was kept of the first reading answers as reading the log again does. Over every log of the fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis, type Options } from '../../../../src/analyzer/analyze.ts';
import {
  figuresUnder,
  listedAt,
  placesUnder,
  reportUnder,
  standIns,
  withSids,
  type KeptReading,
} from '../../../../src/analyzer/ask-kept.ts';
import { contextOf, listRows, readTexts } from '../../../../src/analyzer/ask.ts';
import { judgedBefore } from '../../../../src/analyzer/findings/shared/judged-before.ts';
import { pickedOf } from '../../../../src/analyzer/report/picked.ts';
import { resolved } from '../../../../src/analyzer/report/resolved.ts';
import type { Source } from '../../../../src/analyzer/bytes/source.ts';
import { findTexts } from '../../../../src/analyzer/kept/find-texts.ts';
import type { MessageTexts } from '../../../../src/analyzer/kept/kept-texts.ts';
import type { Plan } from '../../../../src/analyzer/index/states.ts';
import type { Way } from '../../../../src/analyzer/read-source.ts';
import type { Filter } from '../../../../src/analyzer/report/filter.ts';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import { knowledge } from '../../../knowledge.ts';
import { backlogLog } from '../../../fixtures/rest-log.ts';
import { fixture, logPaths, source } from '../../../log.ts';

const at = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const findingLogs = readdirSync(at('fixtures/findings/')).map((id) => `findings/${id}/hit.csv`);
const logs: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...[...logPaths.filter((path) => path.startsWith('formats/')), ...findingLogs].map((path) => [path, fixture(path)] as const),
  ['backlog.json', new TextEncoder().encode(backlogLog())],
  ['trouble.csv', readFileSync(at('../public/samples/trouble.csv'))],
];

/** Small blocks, so that small logs are read as bytes too. */
const wayOf = (name: string): Way => ({
  blockBytes: name.endsWith('.csv') && !name.includes('json-cells') ? 700 : 128 * 1024,
  isAllText: false,
});

type Got = KeptReading & { readonly sources: readonly Source[]; readonly plan: Plan };

async function read(name: string, bytes: Uint8Array, more: Partial<Options> = {}): Promise<Extract<Analysis, { kind: 'report' }>> {
  const analysis = await analyze([source(name, bytes)], { knowledge, way: wayOf(name), ...more });
  return analysis.kind === 'report' ? analysis : expect.fail(`${name} gives no report`);
}

async function kept(name: string, bytes: Uint8Array): Promise<Got> {
  const { report, declined, kept: log, plan } = await read(name, bytes, { keeps: true });
  if (log === undefined) return expect.fail(`${name} is not kept`);
  return { knowledge, report, declined, kept: log, sources: [source(name, bytes)], plan };
}

const counted = { bytes: 0, kept: 0, again: 0 };

/** The texts of messages, from where they are found. */
async function textsOf({ kept: log, sources, plan }: Got, places: readonly number[]): Promise<ReadonlyMap<number, MessageTexts>> {
  const { texts, missing, lost } = await findTexts(log, places);
  expect(lost).toBeUndefined();
  for (const { place, offset } of log.at(places)) {
    if (offset >= 0) counted.bytes += 1;
    else if (log.texts.get(place) !== undefined) counted.kept += 1;
  }
  counted.again += missing.length;
  const more = missing.length === 0 ? [] : ((await readTexts(sources, missing, { plan })) ?? []);
  return new Map([...texts, ...more]);
}

async function wholeUnder(got: Got, filter: Filter): Promise<Report> {
  const report = (await reportUnder(got, filter)) ?? expect.fail('nobody gave up');
  return withSids(report, await textsOf(got, standIns(report)));
}

/** Filters of every kind, made of what the report says. */
const filtersOf = ({ findings, byCountry, byErrorCode, byHour }: Report): readonly Filter[] => [
  ...findings.slice(0, 3).map(({ key }) => ({ finding: key })),
  ...byCountry.slice(0, 1).map(({ country }) => ({ countries: [country] })),
  ...byErrorCode.slice(0, 1).map(({ code }) => ({ codes: [code] })),
  ...byHour.slice(0, 1).map(({ hour }) => ({ time: { from: Date.parse(hour), to: Date.parse(hour) + 3_600_000 } })),
  { direction: 'inbound' },
  { outcomes: ['delivered'] },
  { waited: { from: 300 } },
];

/** Filters that pick messages by how they ended. */
const picksOf = ({ findings, byErrorCode }: Report): readonly Filter[] => [
  ...findings.slice(0, 1).map(({ key }) => ({ finding: key })),
  ...byErrorCode.slice(0, 1).map(({ code }) => ({ codes: [code] })),
  { outcomes: ['undelivered'] },
];

const figures = { picked: 0 };

describe.each(logs)('%s', (name, bytes) => {
  test('under no filter the report is the first one; under others it is that of the log read again', async () => {
    const got = await kept(name, bytes);
    expect(await wholeUnder(got, {})).toEqual(got.report);
    expect(got.report).toEqual((await read(name, bytes)).report);
    for (const filter of filtersOf(got.report)) {
      const again = await read(name, bytes, { only: { filter, context: contextOf(got) } });
      const { totals, byStatus, byErrorCode, byCategory, byCountry, bySender, byHour } = again.report;
      expect(await wholeUnder(got, filter)).toEqual(again.report);
      expect(await figuresUnder(got, filter)).toEqual({ totals, byStatus, byErrorCode, byCategory, byCountry, bySender, byHour });
    }
  });

  test('what picks messages by how they ended leaves findings as they were judged, and counts how many of theirs pass', async () => {
    const got = await kept(name, bytes);
    const [half = {}] = filtersOf(got.report).filter(({ time }) => time !== undefined);
    const part = (await reportUnder(got, half)) ?? expect.fail('nobody gave up');
    for (const pick of picksOf(got.report)) {
      for (const [judged, filter] of [
        [got.report, pick],
        [part, { all: [half, pick] }],
      ] as const) {
        const under = (await reportUnder(got, filter, undefined, judged)) ?? expect.fail('nobody gave up');
        const before = judgedBefore(judged, filter, got.report, knowledge);
        const again = await read(name, bytes, { only: { filter, context: contextOf(got), before } });
        const withTexts = async (report: Report) => withSids(report, await textsOf(got, standIns(report)));
        expect(await withTexts(under)).toEqual(await withTexts(again.report));
        const passing = new Set(await placesUnder(got, filter));
        for (const finding of judged.findings) {
          const rows = (await placesUnder(got, resolved(finding.rows, judged.findings))) ?? expect.fail('nobody gave up');
          const told = under.findings.find(({ key }) => key === finding.key);
          const picked = told === undefined ? undefined : pickedOf(told);
          expect(picked?.value ?? 0).toBe(rows.filter((place) => passing.has(place)).length);
          if (told === undefined || picked?.rows === undefined) continue;
          figures.picked += 1;
          expect(await placesUnder(got, picked.rows)).toHaveLength(picked.value);
          expect(told.sentence).toEqual(finding.sentence);
          expect(told.affected).toBe(finding.affected);
          // All else that it says can still be asked of the log, whichever findings are left.
          for (const { rows: of, value, of: what } of told.evidence)
            if (of !== undefined && what === undefined && judged === got.report)
              expect(await placesUnder(got, resolved(of, under.findings))).toHaveLength(value);
        }
      }
    }
  });

  test('its rows are those of the log read again', async () => {
    const got = await kept(name, bytes);
    for (const filter of [{}, { outcomes: ['failed', 'undelivered'] }] satisfies Filter[]) {
      const places = Array.from((await placesUnder(got, filter)) ?? []);
      const again = await listRows(got.sources, filter, { from: 0, count: 100_000 }, { ...got });
      expect(listedAt(got.kept, places, { texts: await textsOf(got, places) })).toEqual(again?.rows);
      expect(places.length).toBe(again?.total);
    }
  });
});

test('texts were found in every way,', () => {
  expect(counted.bytes).toBeGreaterThan(2_000);
  expect(counted.kept).toBeGreaterThan(1_000);
});

test('findings were told of picked messages', () => {
  expect(figures.picked).toBeGreaterThan(50);
});
