import { expect, test } from 'vitest';
import { buildKnowledge, categoryOf } from '../../../src/catalog/knowledge.ts';
import { dictionary, errors, facts } from '../../content.ts';

const knowledge = buildKnowledge(
  errors.map(({ data }) => data),
  dictionary,
  facts,
);

test('a code with a page brings its facts', () => {
  expect(knowledge.codes['30007']).toMatchObject({ category: 'content-filtered', retry: 'after-fix', guide: 'filtered', page: true });
});

test('a code of the dictionary is known by title, and one nobody knows is of unknown category', () => {
  expect(knowledge.codes['13227']).toMatchObject({ page: false });
  expect(categoryOf(knowledge, '99999')).toBe('unknown');
});

test('a fact that the analyzer computes with and that lost its value stops the build', () => {
  const { value, ...withoutValue } = facts.facts['failed-fee'] ?? { value: undefined };
  expect(value).toBe(0.001);
  expect(() =>
    buildKnowledge([], [], { ...facts, facts: { ...facts.facts, 'failed-fee': withoutValue as (typeof facts.facts)[string] } }),
  ).toThrow(/failed-fee/);
});
