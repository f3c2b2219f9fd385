import { expect, test } from 'vitest';
import { keywordIn } from '../../../../src/analyzer/message/keyword.ts';

test.each([
  [' stop\n', 'STOP'],
  ['Stop All', 'STOP ALL'],
  [`stop${' '.repeat(20)}`, 'STOP'],
  [`stop${' '.repeat(21)}`, ''],
  ['', ''],
])('%j may be %j', (body, keyword) => {
  expect(keywordIn(body)).toBe(keyword);
});
