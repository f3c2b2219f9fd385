import { expect, test } from 'vitest';
import { takeCallback } from '../../../../../src/analyzer/formats/events/callback.ts';

test('a record without a callback is something else', () => {
  expect(takeCallback({ level: 'info', message: 'started' })).toEqual({ kind: 'other' });
});
