import { expect, test } from 'vitest';
import { subjectOf } from '../../../../../src/analyzer/findings/shared/refused-group.ts';

test('one sender or country is named, several are counted', () => {
  expect(['FR'].map((name) => subjectOf('country', [name]))).toEqual([{ country: 'FR' }]);
  expect(subjectOf('country', ['FR', 'DE'])).toEqual({ countries: '2' });
  expect(subjectOf('sender', ['+12025550100'])).toEqual({ sender: '+12025550100' });
  expect(subjectOf('sender', ['a', 'b', 'c'])).toEqual({ senders: '3' });
  expect(subjectOf('sender', [])).toEqual({ senders: '0' });
});
