import { expect, test } from 'vitest';
import { actorsClause, actorsNoun, capital } from '../../../src/catalog/error-words.ts';

test('one who acts is a clause of its own, several share a verb', () => {
  expect(actorsClause(['sender'])).toBe('you act');
  expect(actorsClause(['recipient'])).toBe('the recipient acts');
  expect(actorsClause(['sender', 'carrier'])).toBe('you or the carrier act');
});

test('nobody who acts is said to be not documented', () => {
  expect(actorsNoun([])).toBe('not documented');
  expect(actorsClause([])).toBe('who acts: not documented');
});

test('a value that stands alone begins with a capital letter', () => {
  expect(capital('you')).toBe('You');
  expect(capital('')).toBe('');
});
