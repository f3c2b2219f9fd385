import { wordsOf } from './words-of.ts';

/** A phone number, also a masked one; it stands inside sentences and identifies none. */
const number = /^\d[\dx]{4,}$/;

/** Words between spaces, so that whole words are compared. */
const line = (text: string): string =>
  ` ${wordsOf(text)
    .filter((word) => !number.test(word))
    .join(' ')} `;

/**
 * How well a text fits a sentence of the API.
 *
 * @param text what was pasted: a whole error with numbers and stack, or some words of the sentence
 * @param sentences the words that identify the code (front matter `sentences`)
 * @returns the number of words they share in one run; 0 where no sentence is in the text, and fewer than three words of the text in one
 */
export function sentenceHit(text: string, sentences: readonly string[]): number {
  const pasted = line(text);
  const count = (words: string): number => words.split(' ').length - 2;
  return sentences.reduce((best, sentence) => {
    const said = line(sentence);
    if (pasted.includes(said)) return Math.max(best, count(said));
    return count(pasted) >= 3 && said.includes(pasted) ? Math.max(best, count(pasted)) : best;
  }, 0);
}
