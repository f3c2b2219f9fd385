/** Laws 3 and 4: a figure knows its rows, and they are asked for again through the same counter. Over every log of the fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '../../../../src/analyzer/analyze.ts';
import { contextOf, countRows, listRows, type Rows } from '../../../../src/analyzer/ask.ts';
import { rowsOf } from '../../../../src/analyzer/breakdowns/rows.ts';
import { listIds } from '../../../../src/catalog/number-lists.ts';
import { rules } from '../../../../src/analyzer/findings/index.ts';
import type { Filter } from '../../../../src/analyzer/report/filter.ts';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import { knowledge } from '../../../knowledge.ts';
import { backlogLog } from '../../../fixtures/rest-log.ts';
import { fixture, logPaths, source } from '../../../log.ts';

const at = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const findingLogs = readdirSync(at('fixtures/findings/')).flatMap((id) => [`findings/${id}/hit.csv`, `findings/${id}/miss.csv`]);
const logs: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...[...logPaths.filter((path) => path.startsWith('formats/')), ...findingLogs].map((path) => [path, fixture(path)] as const),
  ['backlog.json', new TextEncoder().encode(backlogLog())],
  ['trouble.csv', readFileSync(at('../public/samples/trouble.csv'))],
];

interface Known {
  readonly what: string;
  readonly value: number;
  readonly of: keyof Rows;
  readonly rows: Filter;
}

const messages = (what: string, value: number, rows: Filter): Known => ({ what, value, of: 'messages', rows });

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] => Object.keys(record) as Key[];

/** Every figure of a report that has rows. */
function figuresOf(report: Report): readonly Known[] {
  const places = ['outbound', 'delivered', 'failed', 'undelivered', 'noReceipt'] as const;
  return [
    ...keysOf(report.totals).map((key) => messages(`total ${key}`, report.totals[key], rowsOf.total(key))),
    ...Object.entries(report.byStatus).map(([word, count]) => messages(`status ${word}`, count, rowsOf.status(word))),
    ...report.byErrorCode.flatMap(({ code, count, ...sums }) => [
      messages(`code ${code}`, count, rowsOf.code(code)),
      ...(['failed', 'undelivered'] as const).map((key) => messages(`code ${code} ${key}`, sums[key], rowsOf.code(code, key))),
    ]),
    ...report.byErrorCode.map(({ code, recipients }): Known => ({
      what: `people with ${code}`,
      value: recipients,
      of: 'people',
      rows: rowsOf.code(code),
    })),
    ...report.byCategory.flatMap(({ category, count, undelivered }) => [
      messages(`category ${category}`, count, rowsOf.category(category)),
      messages(`category ${category} undelivered`, undelivered, { ...rowsOf.category(category), outcomes: ['undelivered'] }),
    ]),
    ...report.byCountry.flatMap((row) =>
      places.map((key) => messages(`${row.country} ${key}`, row[key], rowsOf.country(row.country, key))),
    ),
    ...report.bySender.flatMap((row) => places.map((key) => messages(`${row.sender} ${key}`, row[key], rowsOf.sender(row.sender, key)))),
    ...report.byHour.flatMap(({ hour, ...outcomes }) =>
      keysOf(outcomes).map((key) => messages(`${hour} ${key}`, outcomes[key], rowsOf.hour(hour, key))),
    ),
    ...listIds.map((id) => messages(`the list ${id}`, report.lists[id].messages, report.lists[id].rows)),
    ...report.findings.flatMap(({ key, affected, rows, evidence, action }): readonly Known[] => [
      messages(`${key}: affected`, affected, rows),
      messages(`${key}: the finding by its key`, affected, { finding: key }),
      ...evidence.flatMap(({ label, value, of = 'messages', rows: own }) =>
        own === undefined ? [] : [{ what: `${key}: ${label}`, value, of, rows: own }],
      ),
      ...(action.list !== null && action.kind !== 'fix-sender'
        ? [{ what: `${key}: its list`, value: action.list.length, of: 'people' as const, rows: { people: { listOf: key }, all: [rows] } }]
        : []),
    ]),
  ];
}

async function reportOf(name: string, bytes: Uint8Array, filter?: Filter, first?: Report): Promise<Extract<Analysis, { kind: 'report' }>> {
  const only = filter === undefined || first === undefined ? {} : { only: { filter, context: contextOf({ knowledge, report: first }) } };
  const analysis = await analyze([source(name, bytes)], { knowledge, ...only });
  return analysis.kind === 'report' ? analysis : expect.fail(`${name} gives no report`);
}

const met = new Set<string>();

describe.each(logs)('%s', (name, bytes) => {
  test('every figure is the count of its rows', async () => {
    const { report, plan } = await reportOf(name, bytes);
    const figures = figuresOf(report);
    expect(figures.length).toBeGreaterThan(10);
    const counted = await countRows(
      [source(name, bytes)],
      figures.map(({ rows }) => rows),
      { knowledge, report, plan },
    );
    const wrong = figures.flatMap(({ what, value, of }, place) => {
      const count = counted?.[place]?.[of];
      return count === value ? [] : [`${what}: ${String(value)}, but its rows are ${String(count)}`];
    });
    expect(wrong).toEqual([]);
    for (const { id } of report.findings) met.add(id);
  });

  test('the report under no filter is the first report; under the rows of a finding it holds these alone', async () => {
    const { report } = await reportOf(name, bytes);
    expect((await reportOf(name, bytes, {}, report)).report).toEqual(report);
    for (const { key, affected } of report.findings) {
      const { report: part } = await reportOf(name, bytes, { finding: key }, report);
      expect(part.totals.messages).toBe(affected);
      expect(part.byStatus).not.toHaveProperty('received');
    }
  });

  test('its failures can be listed page by page, as many as were counted', async () => {
    const { report, plan } = await reportOf(name, bytes);
    const asked = { knowledge, report, plan };
    const filter = rowsOf.total('failed');
    const all = await listRows([source(name, bytes)], filter, { from: 0, count: 1_000 }, asked);
    expect(all?.total).toBe(report.totals.failed);
    expect(all?.rows.length).toBe(Math.min(1_000, report.totals.failed));
    const second = await listRows([source(name, bytes)], filter, { from: 2, count: 3 }, asked);
    expect(second?.rows).toEqual(all?.rows.slice(2, 5));
  });
});

test('every finding was met,', () => {
  expect([...met].sort()).toEqual(rules.map(({ id }) => id).sort());
});
