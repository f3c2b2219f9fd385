import { expect, test } from 'vitest';
import { HeadingGuess } from '../../../../../src/analyzer/records/csv/heading-guess.ts';

test.each([
  ['From', true],
  ['\ufeffFROM', true],
  ['+12025550100', false],
  ['0from', false],
  ['9from', false],
  [':from', true],
  [undefined, false],
  ['x'.repeat(31), false],
  ['x'.repeat(30), true],
])('whether %j may begin a heading: %j', (first, isLikely) => {
  const guess = new HeadingGuess(new Set(['from', '0from', '9from', 'x'.repeat(30), 'x'.repeat(31)]), [':from']);
  expect(guess.isLikely(first)).toBe(isLikely);
});
