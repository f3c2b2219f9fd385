import { expect, test } from 'vitest';
import { courseOf } from '../../../../../src/analyzer/findings/shared/course.ts';

const day = { oldest: 0, newest: 24_000 };

test('each message is in the part of the log that holds its time; the last moment is in the last part', () => {
  const course = courseOf([0, 999, 1_000, 23_000, 24_000], day);
  expect(course).toHaveLength(24);
  expect([course?.[0], course?.[1], course?.[2], course?.[22], course?.[23]]).toEqual([2, 1, 0, 0, 2]);
});

test.each([
  ['a log of one moment', [5], { oldest: 5, newest: 5 }],
  ['a log without times', [], { oldest: Infinity, newest: -Infinity }],
  ['a time before the log', [-1], day],
  ['a time after it', [24_001], day],
])('%s has no course', (_, times, span) => {
  expect(courseOf(times, span)).toBeUndefined();
});
