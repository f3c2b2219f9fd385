import { expect, test, vi } from 'vitest';
import * as analyzer from '../../../src/analyzer/analyze.ts';
import { warmUp } from '../../../src/worker/warm-up.ts';
import { knowledge } from '../../knowledge.ts';

test('the made-up log is read whole, and goes through replies, failures, countries and kept messages', async () => {
  const analyze = vi.spyOn(analyzer, 'analyze');
  expect(await warmUp(knowledge, () => analyze.mock.calls.length === 0)).toBe(1);
  const made = (await analyze.mock.results[0]?.value) as analyzer.Analysis;
  expect(made).toMatchObject({ kind: 'report', declined: [], kept: { size: 1_000 }, report: { totals: { messages: 1_000 } } });
  if (made.kind !== 'report') return expect.fail();
  const { totals, byErrorCode, byCountry, notices } = made.report;
  expect(totals.inbound).toBeGreaterThan(100);
  expect(byErrorCode.map(({ code }) => code).sort()).toEqual(['21610', '30003', '30007']);
  expect(byCountry.length).toBeGreaterThan(1);
  expect(notices).toEqual([]);
});

test('it ends as soon as somebody waits', async () => {
  expect(await warmUp(knowledge, () => false)).toBe(0);
});
