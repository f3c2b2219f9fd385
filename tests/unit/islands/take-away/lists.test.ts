import { expect, test } from 'vitest';
import { fileName, listTitle, sendersToSetUp } from '../../../../src/islands/take-away/lists.ts';
import { troubled } from '../report-fixture.ts';

test('senders to set up are named once, and nobody else', () => {
  const [first, ...others] = troubled.findings;
  if (first === undefined) throw new Error('the fixture has a finding');
  const setUp = (list: readonly string[] | null) => ({ ...first, action: { kind: 'fix-sender' as const, list } });
  expect(sendersToSetUp({ findings: [setUp(['A', 'B']), ...others, setUp(null), setUp(['B', 'C'])] })).toEqual(['A', 'B', 'C']);
});

test('the list of a finding is named for what is to be done with it', () => {
  expect([listTitle('suppress'), listTitle('fix-list'), listTitle('none')]).toEqual(['Stop texting', 'Correct in your list', 'Numbers']);
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
