import { expect, test } from 'vitest';
import { passes } from '../../../../src/page-scripts/search/filters.ts';

const facts = { category: 'carrier', stage: 'carrier', actors: 'sender carrier', retry: 'never' };

test('without filters everything passes', () => {
  expect(passes(facts, {})).toBe(true);
});

test('every filter that is set must fit', () => {
  expect(passes(facts, { category: 'carrier', retry: 'never' })).toBe(true);
  expect(passes(facts, { category: 'carrier', retry: 'safe-now' })).toBe(false);
});

test('one of several actors is enough', () => {
  expect(passes(facts, { actors: 'carrier' })).toBe(true);
  expect(passes(facts, { actors: 'recipient' })).toBe(false);
});

test('a code without a value does not pass a filter for it', () => {
  expect(passes(facts, { billing: 'attempt' })).toBe(false);
});
