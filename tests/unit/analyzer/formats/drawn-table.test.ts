import { expect, test } from 'vitest';
import { drawnTable } from '../../../../src/analyzer/formats/drawn/drawn-table.ts';
import { CERTAIN } from '../../../../src/analyzer/formats/format.ts';

type Head = Parameters<typeof drawnTable.recognise>[0];
const sure = (text: string): number => drawnTable.recognise({ text } as Head);

test.for([
  ['a rule in the fourth line', '\n\n sid | status\n-----+-------\n', CERTAIN],
  ['one in the fifth', '\n\n\n sid | status\n-----+-------\n', 0],
  ['a rule above', '+-----+--------+\n| sid | status |\n', CERTAIN],
  ['no rule', '| sid | status |\n| SM1 | sent |\n', 0],
  ['a heading of a wiki', '||sid||status||\n|SM1|sent|\n', CERTAIN],
  ['bars that are drawn', '│ sid │ status │\n├─────┼────────┤\n', CERTAIN],
  ['no status', ' sid | to\n-----+----\n', 0],
  ['nothing but a status', ' status | colour\n--------+-------\n', 0],
  ['lines that end in CR', ' sid | status\r-----+-------\r', CERTAIN],
  ['words far behind', `${'x'.repeat(16_384)}\n sid | status\n-----+-------\n`, 0],
  ['nothing', '', 0],
] as const)('%s', ([, text, share]) => {
  expect(sure(text)).toBe(share);
});
