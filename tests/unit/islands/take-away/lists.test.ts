import { expect, test } from 'vitest';
import { fileName, numberLists } from '../../../../src/islands/take-away/lists.ts';
import { troubled } from '../report-fixture.ts';

test('numbers are listed once for each thing to do', () => {
  const twice = { ...troubled, findings: [...troubled.findings, ...troubled.findings] };
  expect(numberLists(twice)).toEqual([
    { act: 'suppress', title: 'Stop texting', numbers: ['+14155550117', '+447700900123', '=1+1', '+14155550118'] },
  ]);
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
