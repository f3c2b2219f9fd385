import { expect, test } from 'vitest';
import { codeOfCell } from '../../../../src/analyzer/message/code-cell.ts';

test.for([
  ['30003', '30003'],
  ['30003.0', '30003'],
  ['030003', '30003'],
  ['0', undefined],
  ['30003 - Unreachable destination handset', '30003'],
  [' 30003: Unreachable, seen 2 times\nagain 30008 ', '30003'],
  ['30003-Unreachable', '30003'],
  ['30003 (Unreachable)', '30003'],
  ['Error 30003', '30003'],
  ['ERROR: 30003 | Unreachable', '30003'],
  ['error code 30003', '30003'],
  ['ErrorCode=216602', '216602'],
  ['Unreachable destination handset 30003', undefined],
  ['Terror 30003', undefined],
  ['Error 400 bad request', undefined],
  ['30003-5550', undefined],
  ['30008.5 x', undefined],
  ['1234567 x', undefined],
  ['30003rd', undefined],
  ['Errors: 30003', undefined],
] as const)('the code of the cell "%s" is %s', ([cell, code]) => {
  expect(codeOfCell(cell)).toBe(code);
});
