import { expect, test } from 'vitest';
import { categoryOf } from '../../../src/analyzer/message/category.ts';
import { kindOf } from '../../../src/analyzer/message/kind.ts';
import { buildKnowledge, thresholdOf } from '../../../src/catalog/knowledge.ts';
import { dictionary, errors, facts } from '../../content.ts';

const knowledge = buildKnowledge(errors, dictionary, facts);

test('a code with a page brings its facts', () => {
  expect(knowledge.codes['30007']).toMatchObject({ category: 'content-filtered', retry: 'after-fix', guide: 'filtered', page: true });
});

test('a code of the dictionary is known by title, and one nobody knows is of unknown category', () => {
  expect(knowledge.codes['13227']).toMatchObject({ page: false });
  expect(categoryOf(kindOf('failed', 'outbound-api', '99999'), knowledge)).toBe('unknown');
});

test('a fact that the analyzer computes with and that lost its value stops the build', () => {
  const { value, ...withoutValue } = facts.facts['failed-fee'] ?? { value: undefined };
  expect(value).toBe(0.001);
  expect(() =>
    buildKnowledge([], [], { ...facts, facts: { ...facts.facts, 'failed-fee': withoutValue as (typeof facts.facts)[string] } }),
  ).toThrow(/failed-fee/);
});

test('a limit that facts.yaml lacks is a bug of content, said by name', () => {
  expect(thresholdOf(knowledge, 'general', 'minHits')).toBe(3);
  expect(() => thresholdOf(knowledge, 'landline', 'minShoes')).toThrow('"landline" lack "minShoes"');
});
