/** One failed message, one main finding: over the log of every finding, what findings explain and what is left over add up to the failures. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../src/analyzer/analyze.ts';
import { countRows } from '../../../../src/analyzer/ask.ts';
import type { Filter } from '../../../../src/analyzer/report/filter.ts';
import { knowledge } from '../../../knowledge.ts';
import { fixture, source } from '../../../log.ts';

const at = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const logs: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...readdirSync(at('fixtures/findings/')).flatMap((id) =>
    ['hit', 'miss'].map((name) => [`${id}/${name}.csv`, fixture(`findings/${id}/${name}.csv`)] as const),
  ),
  ['trouble.csv', readFileSync(at('../public/samples/trouble.csv'))],
];
/** All of them at once, so that several findings touch the same messages. */
const together = logs.map(([name, bytes]) => source(name, bytes));

const failures: Filter = { outcomes: ['failed', 'undelivered'] };

describe.each([...logs.map(([name, bytes]) => [name, [source(name, bytes)]] as const), ['all together', together] as const])(
  '%s',
  (_name, sources) => {
    test('the first finding that touches a failed message explains it, and no other', async () => {
      const analysis = await analyze(sources, { knowledge });
      if (analysis.kind !== 'report') return expect.fail('no report');
      const { report, plan } = analysis;
      const { findings, totals } = report;
      const filters = findings.map(({ key }, place): Filter => ({
        ...failures,
        finding: key,
        except: findings.slice(0, place).map((other) => ({ finding: other.key })),
      }));
      const rest: Filter = { ...failures, except: findings.map(({ key }) => ({ finding: key })) };
      const counts = (await countRows(sources, [...filters, rest], { knowledge, report, plan })) ?? [];
      expect(findings.map(({ explains }) => explains)).toEqual(counts.slice(0, -1).map(({ messages }) => messages));
      const explained = findings.reduce((sum, { explains }) => sum + explains, 0);
      expect(explained + (counts.at(-1)?.messages ?? NaN)).toBe(totals.failed);
      for (const { within, explains, affected } of findings) {
        if (within === undefined) continue;
        expect(findings.map(({ key }) => key)).toContain(within);
        expect(explains * 2).toBeLessThan(affected);
      }
    });
  },
);
