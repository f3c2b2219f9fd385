import { expect, test } from 'vitest';
import type { Head } from '../../../../src/analyzer/formats/format.ts';
import { isRecording } from '../../../../src/analyzer/formats/refusals.ts';

test.for([
  [['request', 'response', 'log', 'entries'], true],
  [['request', 'response', 'info', 'item'], true],
  [['request', 'response', 'log', 'item'], false],
  [['request', 'response', 'info', 'entries'], false],
  [['request', 'response', 'info'], false],
  [['request', 'log', 'entries'], false],
  [['response', 'info', 'item'], false],
  [[], false],
] as const)('whether objects with %j are a recording: %s', ([names, is]) => {
  expect(isRecording({ keys: { folded: new Set(names) } } as unknown as Head)).toBe(is);
});

test('a table is no recording', () => {
  expect(isRecording({} as Head)).toBe(false);
});
