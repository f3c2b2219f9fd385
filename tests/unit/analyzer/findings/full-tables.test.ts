/** What a table has no room for never makes a finding: rules that set one time or place beside another are not judged, and say so. */
import { describe, expect, test } from 'vitest';
import { countLogs, readSources } from '../../../../src/analyzer/analyze.ts';
import { buildReport } from '../../../../src/analyzer/breakdowns/build-report.ts';
import { brought, rules } from '../../../../src/analyzer/findings/index.ts';
import { LogIndex, type SavedIndex } from '../../../../src/analyzer/index/log-index.ts';
import { troubles } from '../../../../src/analyzer/index/tables/troubles.ts';
import type { AnyTableKind } from '../../../../src/analyzer/index/table.ts';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import { knowledge } from '../../../knowledge.ts';
import { fixture, source } from '../../../log.ts';

const MISSED = 7;

/** The report on the hit of a finding, as if some tables had had no room for some messages. */
async function reportWhenFull(id: string, full: readonly AnyTableKind[]): Promise<Report> {
  const counted = (await countLogs([source('hit.csv', fixture(`findings/${id}/hit.csv`))], { knowledge })) ?? expect.fail('cancelled');
  const ids = full.map((table) => table.id);
  const saved: SavedIndex = Object.fromEntries(
    Object.entries(counted.index.save()).map(([table, one]) => [
      table,
      ids.includes(table) ? { ...one, state: { ...(one.state as object), overflow: MISSED } } : one,
    ]),
  );
  const index = new LogIndex(knowledge, brought);
  expect(index.merge(saved)).toEqual([]);
  return buildReport({ index, ...readSources(counted) }, knowledge, rules);
}

const judgedWhole = rules.flatMap(({ id, tables }) =>
  tables.filter((table) => table.isJudgedWhole === true).map((table) => ({ id, table })),
);

test('there are such rules', () => {
  expect(new Set(judgedWhole.map(({ id }) => id)).size).toBeGreaterThan(12);
});

describe.each(judgedWhole)('$id, by $table.id', ({ id, table }) => {
  test('is found where all is kept, and not judged where something is not', async () => {
    const whole = await reportWhenFull(id, []);
    expect(whole.findings.map((finding) => finding.id)).toContain(id);
    const { findings, notJudged, notices } = await reportWhenFull(id, [table]);
    expect(findings.map((finding) => finding.id)).not.toContain(id);
    expect(notJudged.find((one) => one.id === id)?.why).toContain('more than can be kept apart');
    expect(notices.filter(({ count }) => count === MISSED)).not.toEqual([]);
  });
});

test('a frequent code has all its failures where not all are kept one by one, and no beginning', async () => {
  const id = 'frequent-code';
  const [whole, full] = [await reportWhenFull(id, []), await reportWhenFull(id, [troubles])].map(
    ({ findings }) => findings.find((finding) => finding.id === id) ?? expect.fail('not found'),
  );
  expect([full?.affected, full?.since]).toEqual([whole?.affected, undefined]);
  expect(whole?.since).toBeDefined();
});
