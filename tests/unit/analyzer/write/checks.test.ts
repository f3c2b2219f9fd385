import { expect, test } from 'vitest';
import * as checks from '../../../../src/analyzer/write/checks.ts';

const values = [
  undefined,
  null,
  '',
  'a',
  '2026-01-02T03:04:05Z',
  -1,
  0,
  1.5,
  8.64e15,
  8.64e15 + 1,
  -8.64e15,
  -8.64e15 - 1,
  NaN,
  Infinity,
  true,
  [],
  [1],
  {},
  { a: 1 },
];
const passing = (check: checks.Check) => values.filter(check);

test('each check passes what it is named after, and nothing else', () => {
  expect(passing(checks.text)).toEqual(['', 'a', '2026-01-02T03:04:05Z']);
  expect(passing(checks.time)).toEqual(['2026-01-02T03:04:05Z']);
  expect(passing(checks.number)).toEqual([-1, 0, 1.5, 8.64e15, 8.64e15 + 1, -8.64e15, -8.64e15 - 1]);
  expect(passing(checks.count)).toEqual([0, 1.5, 8.64e15, 8.64e15 + 1]);
  expect(passing(checks.moment)).toEqual([-1, 0, 1.5, 8.64e15, -8.64e15]);
  expect(passing(checks.isObject)).toEqual([{}, { a: 1 }]);
  expect(passing(checks.matches(/^a$/))).toEqual(['a']);
  expect(passing(checks.oneOf(['a', 0]))).toEqual(['a', 0]);
});

test('checks of parts', () => {
  expect(passing(checks.optional(checks.oneOf([0])))).toEqual([undefined, 0]);
  expect(passing(checks.either(checks.oneOf([0]), checks.oneOf(['a'])))).toEqual(['a', 0]);
  expect(passing(checks.listOf(checks.number))).toEqual([[], [1]]);
  expect(passing(checks.listOf(checks.text))).toEqual([[]]);
  expect(passing(checks.mapOf(checks.number))).toEqual([{}, { a: 1 }]);
  expect(passing(checks.mapOf(checks.text))).toEqual([{}]);
  expect(passing(checks.object<{ a: number }>({ a: checks.number }))).toEqual([{ a: 1 }]);
  expect(checks.object<{ a: number; b: number }>({ a: checks.number, b: checks.number })({ a: 1 })).toBe(false);
  expect(checks.object<{ a: number }>({ a: checks.number })({ a: 1, later: 2 })).toBe(true);
});
