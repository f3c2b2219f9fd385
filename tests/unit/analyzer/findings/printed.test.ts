/**
 * What every finding says of its hit, and what it says else of logs that differ from it a little, as committed: looked at are
 * all findings there are. A changed line is read before it is committed (`npx vitest run -u …`).
 */
import { expect, test } from 'vitest';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import type { Rule } from '../../../../src/analyzer/findings/rule.ts';
import { consoleLog, DAY, MINUTE, NOON, ukNumber, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import type { FindingRows } from '../../../fixtures/finding-rows.ts';
import { report, source } from '../../../log.ts';
import { findingLines, printed } from '../report/printed.ts';

const on = (rows: readonly MessageRow[]) => report([source('log.csv', consoleLog(rows))]);

const later = (by: number) => (row: MessageRow) => ({ ...row, time: (row.time ?? NOON) + by });
const arrived = (count: number): readonly MessageRow[] =>
  Array.from({ length: count }, (_, n) => ({ to: usNumber(1_500 + n), time: NOON + n * MINUTE }));

/** Logs around the hit of a finding: fewer messages, more of them, to others, from others, at other times. */
const around: Readonly<Record<string, (rows: readonly MessageRow[]) => readonly MessageRow[]>> = {
  'without the last': (rows) => rows.slice(0, -1),
  'without the last two': (rows) => rows.slice(0, -2),
  'without the last three': (rows) => rows.slice(0, -3),
  twice: (rows) => [...rows, ...rows],
  'again a day later': (rows) => [...rows, ...rows.map(later(DAY))],
  'four times, a minute apart': (rows) => [0, 1, 2, 3].flatMap((n) => rows.map(later(-n * MINUTE))),
  'to one person': (rows) => rows.map((row) => ({ ...row, to: usNumber(1) })),
  'to different people': (rows) => rows.map((row, n) => ({ ...row, to: usNumber(n) })),
  'from a toll-free number': (rows) => rows.map((row) => ({ ...row, from: '+18005550100' })),
  'from a name': (rows) => rows.map((row) => ({ ...row, from: 'ACME' })),
  'on WhatsApp': (rows) =>
    rows.map(({ from = '+12025550100', to = '+13035550101', ...row }) => ({ ...row, from: `whatsapp:${from}`, to: `whatsapp:${to}` })),
  'at one moment': (rows) => rows.map((row) => ({ ...row, time: NOON })),
  'two hours apart': (rows) => rows.map((row, n) => ({ ...row, time: NOON - n * 120 * MINUTE })),
  'without texts': (rows) => rows.map((row) => ({ ...row, body: '' })),
  'without prices': (rows) => rows.map((row) => ({ ...row, price: '' })),
  'half of them from another sender': (rows) => rows.map((row, n) => (n % 2 === 0 ? row : { ...row, from: '+12025550177' })),
  'half of them to Britain': (rows) => rows.map((row, n) => (n % 2 === 0 ? row : { ...row, to: ukNumber(n) })),
  'without a sender': (rows) => rows.map((row) => ({ ...row, from: '' })),
  'and the same from another sender': (rows) => [...rows, ...rows.map((row) => ({ ...row, from: '+12025550177' }))],
  'among twice as many of another sender that arrived meanwhile': (rows) => [
    ...rows,
    ...[...rows, ...rows].map(({ time }, n) => ({ from: '+12025550177', to: usNumber(1_500 + n), time: (time ?? NOON) - n * 1_000 })),
  ],
  'among 600 that arrived': (rows) => [...rows, ...arrived(600)],
};

test.for(rules)('$id', async ({ id }: Rule) => {
  const { rows } = (await import(`../../../fixtures/findings/${id}/rows.ts`)) as { readonly rows: FindingRows };
  const hit = await on(rows.hit);
  const parts = [printed(hit)];
  const said = new Set(hit.findings.flatMap(findingLines));
  for (const [what, change] of Object.entries(around)) {
    const { findings } = await on(change(rows.hit));
    parts.push(
      `${[
        `== The hit, ${what}:`,
        ...findings
          .filter((one) => one.id === id)
          .flatMap(findingLines)
          .filter((line) => !said.has(line)),
      ].join('\n')}\n`,
    );
  }
  await expect(parts.join('\n')).toMatchFileSnapshot(`../../../fixtures/reports/findings/${id}.txt`);
});
