import { expect, test } from 'vitest';
import { parseSegments } from '../../../../src/analyzer/message/segments.ts';

test.for([
  ['1', 1],
  ['9', 9],
  ['0', 0],
  ['12', 12],
  [' 3 ', 3],
  ['240', 240],
] as const)('"%s" is %i', ([cell, segments]) => {
  expect(parseSegments(cell)).toBe(segments);
});

test.for(['', ' ', '-', ':', '/', '1.5', '-1', '1000', 'one', 'null', '1e2'])('"%s" is no number of segments', (cell) => {
  expect(parseSegments(cell)).toBe(0);
});
