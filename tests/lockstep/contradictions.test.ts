import { expect, test } from 'vitest';
import { contradictedFacts, contradictedPages, contradictedTitles, pageTexts, repeatedFigures } from './contradictions.ts';

// The steps of the guide are read with them by `npm run facts`.

test('what two pages state in figures stands in facts.yaml', () => {
  expect(pageTexts.length).toBeGreaterThan(700);
  expect(repeatedFigures(pageTexts)).toEqual([]);
});

test('no page states another figure than the fact of its subject', () => {
  expect(contradictedFacts(pageTexts)).toEqual([]);
});

test('words, fields and the lifecycle agree on how a message ends', () => {
  expect(contradictedPages()).toEqual([]);
});

test('titles of the dictionary and of the pages agree', () => {
  expect(contradictedTitles()).toEqual([]);
});

test('a sentence with another figure is found, and history is left alone', () => {
  const text = (sentence: string) => [{ name: 'a page', text: sentence }];
  expect(contradictedFacts(text('A message may wait in the queue for 14,400 seconds.'))).toEqual([
    'a page says 14,400, queue-limit says 36,000 or 36000 or 10: A message may wait in the queue for 14,400 seconds.',
  ]);
  expect(contradictedFacts(text('Older guides let a message wait in the queue for 14,400 seconds.'))).toEqual([]);
  expect(repeatedFigures([...text('It ends after 77 days.'), { name: 'another', text: 'After 77 days it ends.' }])).toEqual([
    '"77 days" on a page, another: make it a fact and quote it',
  ]);
});
