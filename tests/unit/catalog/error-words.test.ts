import { expect, test } from 'vitest';
import { actorsClause, actorsNoun, capital, errorLine, noStatusWords } from '../../../src/catalog/error-words.ts';

test('one who acts is a clause of its own, several share a verb', () => {
  expect(actorsClause(['sender'])).toBe('you act');
  expect(actorsClause(['recipient'])).toBe('the recipient acts');
  expect(actorsClause(['sender', 'carrier'])).toBe('you or the carrier act');
});

test('nobody who acts is said to be not documented', () => {
  expect(actorsNoun([])).toBe('not documented');
  expect(actorsClause([])).toBe('who acts: not documented');
});

test('a code in one line says who acts and whether to resend', () => {
  expect(errorLine({ code: 30007, title: 'Message filtered', actors: ['sender'], retry: 'after-fix' })).toBe(
    '30007 Message filtered: you act, resend only after a fix',
  );
});

test('a value that stands alone begins with a capital letter', () => {
  expect(capital('you')).toBe('You');
  expect(capital('')).toBe('');
});

test('a code of the set-up has no message, another without a status has none documented', () => {
  expect(noStatusWords('registration')).toBe('no message involved');
  expect(noStatusWords('carrier')).toBe('not documented');
});
