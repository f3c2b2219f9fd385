/** A list that was typed twice: some numbers stand in it as they should and once more as no phone takes them. */
import { expect, test } from 'vitest';
import { meantAs } from '../../../../src/analyzer/findings/malformed-number/other-shape.ts';
import { consoleLog, type MessageRow } from '../../../fixtures/console-row.ts';
import { ago, failed, ordinary } from '../../../fixtures/finding-rows.ts';
import { inWords, report, source } from '../../../log.ts';

const refused = ['3035550101', '0013035550102', '447700900103'].map((to, n) => failed({ to, code: '21211', time: ago(n * 9) }));

const said = async (rows: readonly MessageRow[]): Promise<string> => {
  const { findings } = await report([source('log.csv', consoleLog([...ordinary, ...refused, ...rows]))]);
  return inWords(findings.find(({ id }) => id === 'malformed-number')?.sentence ?? []);
};
const reached = (to: string): MessageRow => ({ to, time: ago(200) });

test('a refused number that got messages in its right shape is told', async () => {
  expect(await said([reached('+13035550101')])).toContain('1 of these numbers is in the log in a second shape');
  expect(await said(['+13035550101', '+13035550102', '+447700900103'].map(reached))).toContain(
    '3 of these numbers are in the log in a second shape',
  );
});

test('another number, and one that got nothing in its right shape either, is not', async () => {
  expect(await said([])).toContain('no valid number');
  expect(await said([reached('+13035550109'), reached('+443035550101')])).not.toContain('second shape');
  expect(await said([failed({ to: '+13035550101', code: '30003', time: ago(200) })])).not.toContain('second shape');
});

test.for([
  ['3035550101', 13_035_550_101],
  ['0013035550101', 13_035_550_101],
  ['(303) 555-0101', 13_035_550_101],
  ['13035550101', 13_035_550_101],
  ['447700900103', 447_700_900_103],
  ['1035550101', 1_035_550_101],
  ['30355501', 30_355_501],
  ['3035550', undefined],
  ['+13035550101', undefined],
  ['1.30356E+10', undefined],
  ['ACME', undefined],
  ['', undefined],
] as const)('%s may be meant as %j', ([text, number]) => {
  expect(meantAs(text)).toBe(number);
});
