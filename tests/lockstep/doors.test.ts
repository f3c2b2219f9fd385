import { expect, test } from 'vitest';
import { arrive } from '../../src/guide/tree/arrival.ts';
import { errors } from '../content.ts';
import { guide } from '../guide-paths.ts';

const arriveWith = (step: string, answers: Record<string, string>) => arrive(guide, step, new URLSearchParams(answers));

test('the door of every error page into the guide keeps the code', () => {
  expect(errors.length).toBeGreaterThan(600);
  const lost = errors.filter(({ name, data }) => arriveWith(data.guide, { code: name }).answers.code !== name);
  expect(lost.map(({ name, data }) => `${name} at ${data.guide}`)).toEqual([]);
});

test('the status of a message stands beside its code in the guide', () => {
  expect(arriveWith('filtered', { code: '30007', status: 'undelivered' })).toMatchObject({
    answers: { code: '30007', status: 'undelivered' },
    dropped: [],
  });
});

test('the answer for records that disagree, to which the home page leads, is there', () => {
  expect(guide.steps['callbacks-out-of-order']?.kind).toBe('outcome');
});
