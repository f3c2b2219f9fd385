import { expect, test } from 'vitest';
import { atOnce, PIECE_ROWS } from '../../../../src/islands/kit/in-slices.ts';
import { fileName, numberLists } from '../../../../src/islands/take-away/lists.ts';
import { troubled } from '../report-fixture.ts';

test('numbers are listed once for each thing to do', () => {
  const twice = { ...troubled, findings: [...troubled.findings, ...troubled.findings] };
  expect(atOnce(numberLists(twice))).toEqual([
    { act: 'suppress', title: 'Stop texting', numbers: ['+14155550117', '+447700900123', '=1+1', '+14155550118'] },
  ]);
});

test('190,000 numbers are gathered in slices of a bounded size', () => {
  const list = Array.from({ length: 190_000 }, (_, i) => `+1202${String(i).padStart(7, '0')}`);
  const findings = troubled.findings.map((finding) => ({ ...finding, action: { kind: 'suppress' as const, list } }));
  const slices: number[] = [];
  const work = numberLists({ findings });
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) {
      expect(step.value).toEqual([{ act: 'suppress', title: 'Stop texting', numbers: list }]);
      break;
    }
    slices.push(step.value);
  }
  expect(Math.max(...slices)).toBeLessThanOrEqual(PIECE_ROWS);
  expect(slices.reduce((sum, rows) => sum + rows, 0)).toBe(3 * list.length);
});

test('a file name holds nothing but plain characters', () => {
  const [source] = troubled.sources;
  if (source === undefined) throw new Error('the fixture has a source');
  const named = (name: string): string => fileName({ ...troubled, sources: [{ ...source, name }] }, 'report', 'json');
  expect([named('sms-log.csv'), named('../../<b>a b'), named('…')]).toEqual([
    'sms-log-report.json',
    'b-a-b-report.json',
    'log-report.json',
  ]);
});
