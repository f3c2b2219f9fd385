import { expect, test } from 'vitest';
import { retries, suppressions } from '../../../src/catalog/error-values.ts';
import { permanenceWords } from '../../../src/catalog/error-words.ts';
import { permanenceOf, whoDisagrees } from '../../../src/catalog/permanence.ts';

const every = retries.flatMap((retry) => suppressions.map((suppress) => ({ retry, suppress })));

test('the word follows from retry and suppress', () => {
  expect(permanenceOf({ retry: 'never', suppress: 'no' })).toBe('permanent');
  expect(permanenceOf({ retry: 'after-fix', suppress: 'after-check' })).toBe('until-fixed');
  expect(permanenceOf({ retry: 'later-with-backoff', suppress: 'no' })).toBe('temporary');
  expect(permanenceOf({ retry: 'safe-now', suppress: 'no' })).toBe('temporary');
  expect(permanenceOf({ retry: 'unknown', suppress: 'after-check' })).toBe('unknown');
});

test('who must not be texted again makes a code permanent, whatever retry says', () => {
  const closed = every.filter(({ suppress }) => suppress === 'yes' || suppress === 'until-opt-in');
  expect(closed.length).toBe(2 * retries.length);
  expect(closed.filter((entry) => permanenceOf(entry) !== 'permanent')).toEqual([]);
});

test('only those who say something else disagree', () => {
  const entry = { retry: 'later-with-backoff', suppress: 'no' } as const;
  expect(whoDisagrees(entry)).toBe('');
  expect(
    whoDisagrees({
      ...entry,
      othersSay: [
        { who: 'A', says: 'permanent', source: 'a' },
        { who: 'B', says: 'temporary', source: 'b' },
        { who: 'C', says: 'both', source: 'c' },
      ],
    }),
  ).toBe('A says permanent; C knows both');
});

test('a failure that a fix ends is not called permanent, and who calls it so is named', () => {
  const entry = { retry: 'after-fix', suppress: 'no' } as const;
  expect(whoDisagrees({ ...entry, othersSay: [{ who: 'A', says: 'permanent', source: 'a' }] })).toBe('A says permanent');
});

test('every word a reader sees differs', () => {
  expect(permanenceWords).toEqual({
    permanent: 'permanent',
    'until-fixed': 'until fixed',
    temporary: 'temporary',
    unknown: 'not documented',
  });
});
