import { expect, test } from 'vitest';
import { withoutBidi } from '../../../../src/analyzer/words/direction.ts';
import { foreignPieces } from '../../../../src/islands/kit/isolate.ts';

test('what turns the direction of writing is left out and letters stay', () => {
  expect(withoutBidi('\u202Egnp.exe\u2066 שלום\u200F é')).toBe('gnp.exe שלום é');
});

test('a quoted text stands apart to its last closing quote', () => {
  expect(foreignPieces('The text “a ”b” from x: 12 of 30.', [])).toEqual([
    { text: 'The text ', foreign: false },
    { text: '“a ”b”', foreign: true },
    { text: ' from x: 12 of 30.', foreign: false },
  ]);
});

test('a subject stands apart only when it is written from right to left', () => {
  expect(foreignPieces('שלום+ sent 12; 1 failed.', ['שלום+', '1'])).toEqual([
    { text: 'שלום+', foreign: true },
    { text: ' sent 12; 1 failed.', foreign: false },
  ]);
});
