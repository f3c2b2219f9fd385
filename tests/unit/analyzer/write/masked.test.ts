import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportJson } from '../../../../src/analyzer/write/json.ts';
import { masked, withoutPeople } from '../../../../src/analyzer/write/masked.ts';
import { reportIn } from '../../../../src/analyzer/write/open-json.ts';
import { address, say } from '../../../../src/analyzer/report/sentence.ts';
import type { Report } from '../../../../src/analyzer/report/report.ts';
import { fixture, logPaths, report, source } from '../../../log.ts';
import { troubled } from '../../islands/report-fixture.ts';

const [first, second] = troubled.findings;
if (first === undefined || second === undefined) throw new Error('the fixture has two findings');

test('masking reaches every text, in fields and in their names, and leaves figures and times alone', () => {
  expect(
    masked({
      at: '2025-08-14T09:00:00Z',
      count: 12_025_550_143,
      list: ['+12025550143', { '+12025550143': 1, '+12025550243': 2 }],
      none: null,
    }),
  ).toEqual({ at: '2025-08-14T09:00:00Z', count: 12_025_550_143, list: ['+1202•••••43', { '+1202•••••43': 3 }], none: null });
});

test('what is kept has the figures and sentences, but no list, SID, row or whole number', () => {
  const sid = `SM${'0a'.repeat(16)}`;
  const people: Report = {
    ...troubled,
    findings: [
      { ...first, rows: { people: ['+14155550117'] }, sentence: say`${address('+14155550100')} and ${{ text: sid }}.` },
      { ...second, within: first.key },
    ],
  };
  const kept = withoutPeople(people);
  expect(
    kept.findings.map(({ key, rows, examples, action, within, affected }) => [key, rows, examples, action.list, within, affected]),
  ).toEqual([
    ['unregistered-us-sender +1415•••••00', { any: [] }, [], null, undefined, 311],
    ['dead-number', { any: [] }, [], null, 'unregistered-us-sender +1415•••••00', 135],
  ]);
  expect(kept.findings[0]?.sentence).toEqual([{ address: '+1415•••••00' }, ' and ', { text: 'SM…' }, '.']);
  expect([kept.totals, kept.byHour, kept.sources[0]?.rows]).toEqual([troubled.totals, troubled.byHour, troubled.sources[0]?.rows]);
});

test('findings whose keys become one are told apart', () => {
  const twins = [
    first,
    { ...first, key: 'unregistered-us-sender +14155559900', within: first.key },
    { ...second, within: 'unregistered-us-sender +14155559900' },
  ];
  expect(withoutPeople({ ...troubled, findings: twins }).findings.map(({ key, within }) => [key, within])).toEqual([
    ['unregistered-us-sender +1415•••••00', undefined],
    ['unregistered-us-sender +1415•••••00 (2)', 'unregistered-us-sender +1415•••••00'],
    ['dead-number', 'unregistered-us-sender +1415•••••00 (2)'],
  ]);
});

const logs: readonly (readonly [string, Uint8Array])[] = [
  ...logPaths.filter((path) => path.startsWith('formats/console')).map((path) => [path, fixture(path)] as const),
  ['trouble.csv', readFileSync(new URL('../../../../public/samples/trouble.csv', import.meta.url))],
];

describe.each(logs)('%s', (name, bytes) => {
  test('what is kept of its report opens again, and holds no whole number and no SID', async () => {
    const whole = await report([source(`+12025550143 ${name}`, bytes)]);
    const kept = withoutPeople(whole);
    const text = reportJson(kept);
    expect(reportIn(text)).toEqual(kept);
    expect(text).not.toMatch(/\+\d{7,}|"\d{9,}"|[A-Z]{2}[\da-f]{32}/);
    const texts: string[] = [];
    JSON.parse(text, (key, value: unknown) => {
      texts.push(key, ...(typeof value === 'string' ? [value] : []));
      return value;
    });
    expect(texts.filter((one) => /\d{9}/.test(one))).toEqual([]);
    const hidden = masked(whole);
    expect(reportIn(reportJson(hidden))).toEqual(hidden);
  });
});
