import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../../src/analyzer/breakdowns/build-report.ts';
import { countLogs, readSources } from '../../../../src/analyzer/analyze.ts';
import { textSource } from '../../../../src/analyzer/bytes/source.ts';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import { noPlan, type Plan } from '../../../../src/analyzer/index/states.ts';
import { mergeParts, type Merged, type NamedPart } from '../../../../src/analyzer/parts/merge-parts.ts';
import { readPart, writePart, type Part } from '../../../../src/analyzer/parts/part.ts';
import { reportJson } from '../../../../src/analyzer/write/json.ts';
import { knowledge } from '../../../knowledge.ts';
import { report, source } from '../../../log.ts';
import { logOf, troubleRows } from '../../../trouble-rows.ts';

/** A part as `undelivered index` makes it, through its lines. */
async function partOf(text: string, { sids = true, plan }: { readonly sids?: boolean; readonly plan?: Plan } = {}): Promise<Part> {
  const counted = await countLogs([textSource('log.csv', text)], { knowledge }, plan);
  if (counted === undefined) throw new Error('cancelled');
  const own = counted.plan.winners.size > 0 ? counted.plan : counted.states.plan;
  const seen = sids ? { pairs: counted.states.pairs, plan: own } : undefined;
  const lines = [...writePart({ index: counted.index.save(), ...readSources(counted), sids: seen })];
  expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
  const part = await readPart(lines.map((line) => line.slice(0, -1)));
  if (typeof part === 'string') throw new Error(part);
  return part;
}
const named = (parts: readonly Part[]): readonly NamedPart[] => parts.map((part, n) => ({ name: `${String(n)}.part`, part }));

/** The report of merged parts without its sources, which say how the log was split. */
function figuresOf(merged: Merged): unknown {
  if (merged.kind !== 'merged') throw new Error(merged.kind);
  const { sources, declined } = merged.part;
  const made = buildReport({ index: merged.index, sources, declined }, knowledge, rules);
  return { ...(JSON.parse(reportJson(made)) as object), sources: [] };
}
const whole = async (text: string): Promise<unknown> => ({
  ...(JSON.parse(reportJson(await report([source('log.csv', text)]))) as object),
  sources: [],
});

describe('parts merged', () => {
  test('are the report of the log in one go, whatever the split, the order and the steps', async () => {
    const all = await whole(logOf(troubleRows));
    const parts = await Promise.all([0, 1, 2, 3, 4].map((n) => partOf(logOf(troubleRows.filter((_, place) => place % 5 === n)))));
    expect(figuresOf(mergeParts(named(parts), knowledge))).toEqual(all);
    expect(figuresOf(mergeParts(named(parts.toReversed()), knowledge))).toEqual(all);
    const [first, ...others] = parts;
    const step = mergeParts(named(others), knowledge);
    if (first === undefined || step.kind !== 'merged') throw new Error(step.kind);
    const again = await readPart([...writePart(step.part)].map((line) => line.trimEnd()));
    if (typeof again === 'string') throw new Error(again);
    expect(figuresOf(mergeParts(named([again, first]), knowledge))).toEqual(all);
    expect(step.part.sources).toHaveLength(4);
  });

  test('and one part alone is its own report', async () => {
    expect(figuresOf(mergeParts(named([await partOf(logOf(troubleRows), { sids: false })]), knowledge))).toEqual(
      await whole(logOf(troubleRows)),
    );
  });

  test('that share messages are told, and exact when each log is counted again by its plan', async () => {
    const texts = [troubleRows.slice(0, 700), troubleRows.slice(500, 1200), [...troubleRows.slice(1000), ...troubleRows.slice(0, 30)]].map(
      logOf,
    );
    const parts = await Promise.all(texts.map((text) => partOf(text)));
    const shared = mergeParts(named(parts), knowledge);
    if (shared.kind !== 'shared') throw new Error(shared.kind);
    expect(shared.messages).toBe(200 + 200 + 30);
    expect(shared.plans.map(({ name }) => name)).toEqual(['0.part', '1.part', '2.part']);
    const again = await Promise.all(texts.map((text, n) => partOf(text, { plan: shared.plans[n]?.plan ?? noPlan })));
    expect(figuresOf(mergeParts(named(again), knowledge))).toEqual(await whole(logOf(troubleRows)));
  });

  test('without fingerprints carry none, and one without is enough', async () => {
    const parts = [await partOf(logOf(troubleRows.slice(0, 50))), await partOf(logOf(troubleRows.slice(50, 90)), { sids: false })];
    const merged = mergeParts(named(parts), knowledge);
    expect(merged.kind === 'merged' && merged.part.sids === undefined).toBe(true);
  });

  test('that were counted by other limits or another version are refused by name', async () => {
    const part = await partOf(logOf(troubleRows.slice(0, 20)));
    const [id = '', table] = Object.entries(part.index)[0] ?? [];
    if (table === undefined) throw new Error('no table');
    const other = { ...part, sids: undefined, index: { ...part.index, [id]: { ...table, version: table.version + 1 } } };
    expect(mergeParts([{ name: 'old.part', part: other }], knowledge)).toEqual({ kind: 'unfit', name: 'old.part', tables: [id] });
    const [, ...fewer] = Object.entries(part.index);
    expect(mergeParts([{ name: 'old.part', part: { ...other, index: Object.fromEntries(fewer) } }], knowledge)).toMatchObject({
      tables: [id],
    });
  });
});

describe('a part as a file', () => {
  const lines = async (): Promise<readonly string[]> =>
    [...writePart(await partOf(logOf(troubleRows.slice(0, 40))))].map((line) => line.trimEnd());

  test('that was cut is told, wherever', async () => {
    const all = await lines();
    expect(all.length).toBeGreaterThan(20);
    for (let n = 1; n < all.length; n += 1) {
      expect(await readPart(all.slice(0, n)), String(n)).toBe('was cut: tables or messages are missing at its end');
    }
  });

  test('may hold blank lines', async () => {
    const all = await lines();
    expect(await readPart(['', ...all, ''])).toEqual(await readPart(all));
  });

  test('that is damaged, of another version or something else is told', async () => {
    const [first = '', ...rest] = await lines();
    expect(await readPart([first, '{"table":', ...rest])).toBe('is damaged: line 2 is no JSON');
    expect(await readPart([first.replace('"version":1', '"version":7'), ...rest])).toBe(
      'is a part of version 7, and this program reads version 1; make it again with "undelivered index"',
    );
    expect(await readPart([])).toBe('is empty');
    for (const other of ['hello', '[]', 'null', '{"undelivered":"plan","version":1}', ...rest.slice(0, 1)]) {
      expect(await readPart([other])).toBe('is no part: its first line is not that of a file that "undelivered index" writes');
    }
    expect(await readPart(['{"undelivered":"part","version":1,"tables":0}'])).toContain('is a part of version 1');
  });
});
