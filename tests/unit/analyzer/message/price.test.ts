import { expect, test } from 'vitest';
import { parsePrice } from '../../../../src/analyzer/message/price.ts';

test.for([
  ['-0.0083', 8300],
  ['0.00750', 7500],
  ['-0,0083', 8300],
  ['-0.001', 1000],
  ['0', 0],
  ['-12', 12_000_000],
] as const)('%s is %i millionths, whatever its sign', ([text, micros]) => {
  expect(parsePrice(text)).toBe(micros);
});

test.for(['', ' ', 'null', 'None', '-', '1.2.3', '=1+1'])('"%s" is not priced, which is not 0', (text) => {
  expect(parsePrice(text)).toBe(-1);
});
