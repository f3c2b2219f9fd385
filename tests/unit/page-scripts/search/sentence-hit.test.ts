import { expect, test } from 'vitest';
import { sentenceHit } from '../../../../src/page-scripts/search/sentence-hit.ts';

const sentences = ["'To' number is not a valid phone number"];

test('a sentence is found inside an error, whatever number stands in it', () => {
  expect(sentenceHit("HTTP 400: The 'To' number +14155550101 is not a valid phone number.", sentences)).toBe(8);
  expect(sentenceHit('The "To" number +1xxxxxxxxxx is not a valid phone number', sentences)).toBe(8);
});

test('three words of a sentence in a row are enough, other words are none', () => {
  expect(sentenceHit('not a valid phone', sentences)).toBe(4);
  expect(sentenceHit('valid phone', sentences)).toBe(0);
  expect(sentenceHit('The number is not a phone', sentences)).toBe(0);
  expect(sentenceHit('', sentences)).toBe(0);
});

test('whole words are compared', () => {
  expect(sentenceHit('Authenticated', ['Authenticate'])).toBe(0);
  expect(sentenceHit('Unable to create record: Authenticate', ['Authenticate'])).toBe(1);
});
