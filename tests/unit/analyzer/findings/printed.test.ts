/**
 * What every finding says of its hit, and what it says else of logs that differ from it a little, as committed: looked at are
 * all findings there are. A changed line is read before it is committed (`npx vitest run -u …`).
 */
import { expect, test } from 'vitest';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import type { Rule } from '../../../../src/analyzer/findings/rule.ts';
import { consoleLog, DAY, MINUTE, NOON, ukNumber, usNumber, type MessageRow } from '../../../fixtures/console-row.ts';
import type { FindingRows } from '../../../fixtures/finding-rows.ts';
import type { Finding } from '../../../../src/analyzer/report/report.ts';
import { inWords, report, source } from '../../../log.ts';
import { findingLines, printed } from '../report/printed.ts';

const on = (rows: readonly MessageRow[]) => report([source('log.csv', consoleLog(rows))]);

const later = (by: number) => (row: MessageRow) => ({ ...row, time: (row.time ?? NOON) + by });
const arrived = (count: number): readonly MessageRow[] =>
  Array.from({ length: count }, (_, n) => ({ to: usNumber(1_500 + n), time: NOON + n * MINUTE }));

type Change = (rows: readonly MessageRow[]) => readonly MessageRow[];

/** Changes that both the hit and the miss are given. */
const ofBoth = {
  twice: (rows) => [...rows, ...rows],
  'again a day later': (rows) => [...rows, ...rows.map(later(DAY))],
  'and the same from another sender': (rows) => [...rows, ...rows.map((row) => ({ ...row, from: '+12025550177' }))],
  'among 600 that arrived': (rows) => [...rows, ...arrived(600)],
} as const satisfies Readonly<Record<string, Change>>;

/** Messages that arrived from and to the same, so much later. */
const arrivedLater = (by: number, rows: readonly MessageRow[]): readonly MessageRow[] =>
  rows.map(({ to, from, time }) => ({
    ...(to === undefined ? {} : { to }),
    ...(from === undefined ? {} : { from }),
    time: (time ?? NOON) + by,
  }));

/** Logs around the hit of a finding: fewer messages, more of them, to others, from others, at other times. */
const around: Readonly<Record<string, Change>> = {
  'without the last': (rows) => rows.slice(0, -1),
  'without the last two': (rows) => rows.slice(0, -2),
  'without the last three': (rows) => rows.slice(0, -3),
  twice: ofBoth.twice,
  'again a day later': ofBoth['again a day later'],
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
  'and the same from another sender': ofBoth['and the same from another sender'],
  'among twice as many of another sender that arrived meanwhile': (rows) => [
    ...rows,
    ...[...rows, ...rows].map(({ time }, n) => ({ from: '+12025550177', to: usNumber(1_500 + n), time: (time ?? NOON) - n * 1_000 })),
  ],
  'among 600 that arrived': ofBoth['among 600 that arrived'],
};

const withoutFailure = (row: MessageRow): MessageRow => {
  const { code, status, ...rest } = row;
  return code === undefined && status === undefined ? row : rest;
};

/** The same further away, told in a line each. */
const further: Readonly<Record<string, Change>> = {
  'nine times, a day apart': (rows) => Array.from({ length: 9 }, (_, n) => rows.map(later(-n * DAY))).flat(),
  'five hours apart, for weeks': (rows) => rows.map((row, n) => ({ ...row, time: NOON - n * 300 * MINUTE })),
  'with a link in every text': (rows) =>
    rows.map(({ body = 'Your Acme code is 482913.', ...row }) => ({ ...row, body: `${body} https://go.example/a` })),
  'with texts of three parts': (rows) => rows.map((row) => ({ ...row, segments: '3' })),
  'with curly quotes': (rows) => rows.map(({ body = 'Your Acme code is 482913.', ...row }) => ({ ...row, body: `${body} It’s yours.` })),
  'with texts that all differ': (rows) =>
    rows.map((row, n) => ({
      ...row,
      body: `${['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'][n % 5] ?? ''} ${'x'.repeat(n % 40)} is ready.`,
    })),
  'delivered to the same people a minute later': (rows) => [...rows, ...arrivedLater(MINUTE, rows)],
  'delivered to the same people before': (rows) => [...arrivedLater(-DAY, rows), ...rows],
  dearer: (rows) => rows.map((row) => ({ ...row, price: '-0.0553' })),
  'from a name to people in the US': (rows) => rows.map((row, n) => ({ ...row, from: 'ACME', to: usNumber(n) })),
  'where every second arrived': (rows) => rows.map((row, n) => (n % 2 === 0 ? row : withoutFailure(row))),
  'where every second has another code': (rows) =>
    rows.map((row, n) => (n % 2 === 0 ? row : { ...row, code: '30008', status: 'undelivered' })),
  'where what arrived was only handed over': (rows) =>
    rows.map((row) => (row.code === undefined && row.status === undefined ? { ...row, status: 'sent' } : row)),
  'where everybody answers STOP': (rows) => [
    ...rows,
    ...rows.map(({ from = '+12025550100', to = usNumber(1), time = NOON }) => ({
      from: to,
      to: from,
      time: time + MINUTE,
      body: 'STOP',
      direction: 'inbound',
      status: 'received',
    })),
  ],
  'from five senders in turns': (rows) => rows.map((row, n) => ({ ...row, from: `+1202555012${String(n % 5)}` })),
};

/** A log that just fails one of the limits, and what is near it. */
const aroundMiss: Readonly<Record<string, Change>> = {
  'as it is': (rows) => rows,
  twice: ofBoth.twice,
  'again an hour later': (rows) => [...rows, ...rows.map(later(60 * MINUTE))],
  'again a day later': ofBoth['again a day later'],
  'and the same from another sender': ofBoth['and the same from another sender'],
  'with another message that failed': (rows) => [
    ...rows,
    ...rows
      .filter(({ code }) => code !== undefined)
      .slice(0, 1)
      .map(later(-3 * MINUTE)),
  ],
  'among 600 that arrived': ofBoth['among 600 that arrived'],
};

/** A finding in a line: how grave, how sure, how many, since when, its sentence and its figures. */
const briefly = ({ key, severity, confidence, affected, recoverable, explains, since = '', sentence, evidence }: Finding): string =>
  [
    `\n  ${key}: ${severity}, ${confidence}, ${[affected, recoverable, explains].join(' ')}, ${since}`,
    inWords(sentence),
    evidence.map(({ label, value }) => `${label}: ${String(value)}`).join('; '),
  ].join(' | ');

const rowsOf = async ({ id }: Rule): Promise<FindingRows> =>
  ((await import(`../../../fixtures/findings/${id}/rows.ts`)) as { readonly rows: FindingRows }).rows;

test.for(rules)('$id', async (rule: Rule) => {
  const { id } = rule;
  const rows = await rowsOf(rule);
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
  const brief = async (log: readonly MessageRow[], ids: readonly string[] = [id]): Promise<string> =>
    (await on(log)).findings
      .filter((one) => ids.includes(one.id))
      .map(briefly)
      .join('') || ' nothing';
  for (const [what, change] of Object.entries(further)) parts.push(`== The hit, ${what}:${await brief(change(rows.hit))}`);
  for (const [what, change] of Object.entries(aroundMiss)) parts.push(`== The miss, ${what}:${await brief(change(rows.miss))}`);
  // What two causes in one log take from each other.
  for (const distance of [1, 7, 16]) {
    const other = rules[(rules.indexOf(rule) + distance) % rules.length];
    if (other === undefined) continue;
    parts.push(`== The hit, with that of ${other.id}:${await brief([...rows.hit, ...(await rowsOf(other)).hit], [id, other.id])}`);
  }
  await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot(`../../../fixtures/reports/findings/${id}.txt`);
});
