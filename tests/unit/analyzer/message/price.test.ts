import { expect, test } from 'vitest';
import { parsePrice } from '../../../../src/analyzer/message/price.ts';

test.for([
  ['-0.0083', 8300],
  ['0.00750', 7500],
  ['-0,0083', 8300],
  ['-0.001', 1000],
  ['0', 0],
  ['-12', 12_000_000],
  ['0.123', 123_000],
  ['0,123', 123_000],
] as const)('%s is %i millionths, whatever its sign and whatever parts fractions in the log', ([text, micros]) => {
  expect(parsePrice(text, '.')).toBe(micros);
  expect(parsePrice(text, ',')).toBe(micros);
});

test.for([
  ['1,234', '.', 1234],
  ['-1,234.50', '.', 1234.5],
  ['12,345,678.9', '.', 12_345_678.9],
  ['1.234', '.', 1.234],
  ['1.234', ',', 1234],
  ['-1.234,50', ',', 1234.5],
  ['1,234', ',', 1.234],
] as const)('%s is read by what parts fractions in the log (%s): %d', ([text, decimal, value]) => {
  expect(parsePrice(text, decimal)).toBe(Math.round(value * 1_000_000));
});

test.for(['', ' ', 'null', 'None', '-', '1.2.3', '1,2,3', '=1+1', '0,123,456'])('"%s" is not priced, which is not 0', (text) => {
  expect(parsePrice(text, '.')).toBe(-1);
});
