import { expect, test } from 'vitest';
import { fileName, listTitle, sendersToSetUp } from '../../../../src/islands/take-away/lists.ts';
import { codeChip, hourChip, senderChip, windowChip } from '../../../../src/islands/filter/make-chips.ts';
import { troubled } from '../report-fixture.ts';

test('senders to set up are named once, and nobody else', () => {
  const [first, ...others] = troubled.findings;
  if (first === undefined) throw new Error('the fixture has a finding');
  const setUp = (list: readonly string[] | null) => ({ ...first, action: { kind: 'fix-sender' as const, list } });
  expect(sendersToSetUp({ findings: [setUp(['A', 'B']), ...others, setUp(null), setUp(['B', 'C'])] })).toEqual(['A', 'B', 'C']);
});

test('the list of a finding is named for what is to be done with it, and counts what is on it', () => {
  expect([
    listTitle('suppress', 2),
    listTitle('fix-list', 1),
    listTitle('fix-sender', 1),
    listTitle('wait', 3),
    listTitle('none', 4),
  ]).toEqual([
    'Stop texting: 2 numbers',
    'Correct in your list: 1 number',
    'Senders to set up: 1 sender',
    'Send again later: 3 numbers',
    'Numbers: 4 numbers',
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

test('a file name says under which filters it was made: their kinds and codes, nothing else of the log', () => {
  const chips = [codeChip('30007'), senderChip('+12025550100'), windowChip(0, 1), hourChip(9)];
  expect(fileName(troubled, 'rows', 'csv', chips)).toMatch(/-rows-code-30007-sender-window-hour\.csv$/);
  expect(fileName(troubled, 'rows', 'csv', [codeChip('')])).toMatch(/-rows-code\.csv$/);
  expect(fileName(troubled, 'rows', 'csv', [codeChip('../1')])).toMatch(/-rows-code\.csv$/);
});
