import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze, type Analysis } from '../../../src/analyzer/analyze.ts';
import { contextOf } from '../../../src/analyzer/ask.ts';
import type { Source } from '../../../src/analyzer/bytes/source.ts';
import { countAgain } from '../../../src/analyzer/count-again.ts';
import { pickedOf } from '../../../src/analyzer/report/picked.ts';
import { knowledge } from '../../knowledge.ts';
import { fixture, fixturePath, report, source } from '../../log.ts';

const path = fixturePath('statuscallback.csv');
const bytes = fixture(path);
const failedOnly = { outcomes: ['failed', 'undelivered'] } as const;

async function read(sources: readonly Source[]): Promise<Extract<Analysis, { kind: 'report' }>> {
  const analysis = await analyze(sources, { knowledge });
  return analysis.kind === 'report' ? analysis : expect.fail();
}

test('the report under a filter by reading again is the one that only counts these; how far it is, is told', async () => {
  const sources = [source('a.csv', bytes, 500)];
  const first = await read(sources);
  const told: number[] = [];
  const again = await countAgain(sources, failedOnly, { ...first, knowledge, onProgress: (fraction) => told.push(fraction) });
  const only = await report(sources, { only: { filter: failedOnly, context: contextOf({ knowledge, report: first.report }) } });
  expect(again).toEqual({ kind: 'report', report: only });
  expect(told.at(-1)).toBe(1);
  expect(told.every((fraction) => fraction > 0 && fraction <= 1)).toBe(true);
  expect(only.totals.failed).toBe(first.report.totals.failed);
  expect(only.totals.messages).toBeLessThan(first.report.totals.messages);
});

test('under a filter that picks failures, findings stand as they were judged in the report that is given', async () => {
  const sources = [source('trouble.csv', readFileSync(new URL('../../../public/samples/trouble.csv', import.meta.url)))];
  const first = await read(sources);
  const again = await countAgain(sources, failedOnly, { ...first, knowledge, judged: first.report });
  const findings = again?.kind === 'report' ? again.report.findings : expect.fail();
  expect(findings.map(({ affected, sentence }) => [affected, sentence])).toEqual(
    first.report.findings
      .filter(({ trail }) => trail.messages.some(({ status }) => /failed|undelivered/.test(status)))
      .map(({ affected, sentence }) => [affected, sentence]),
  );
  expect(findings.length).toBeGreaterThan(2);
  expect(findings.every((finding) => (pickedOf(finding)?.value ?? 0) > 0)).toBe(true);
});

test('a source that is shorter now, or gives no bytes, is lost by name', async () => {
  const first = await read([source('a.csv', bytes), source('b.csv', bytes)]);
  const half = source('b.csv', bytes.slice(0, Math.floor(bytes.length / 2)));
  const gone: Source = {
    name: 'b.csv',
    stream: () =>
      new ReadableStream({
        pull: (controller) => {
          controller.error(new Error('NotFoundError'));
        },
      }),
  };
  const again = (second: Source) => countAgain([source('a.csv', bytes), second], failedOnly, { ...first, knowledge });
  expect(await again(half)).toEqual({ kind: 'lost', lost: { source: 'b.csv', why: 'changed' } });
  expect(await again(gone)).toEqual({ kind: 'lost', lost: { source: 'b.csv', why: 'unreadable' } });
});

test('it can be given up', async () => {
  const sources = [source('a.csv', bytes)];
  const first = await read(sources);
  expect(await countAgain(sources, failedOnly, { ...first, knowledge, signal: AbortSignal.abort() })).toBeUndefined();
});
