import { parseErrorCode } from '../../catalog/error-code.ts';
import { wordsOf } from './words-of.ts';

/** Longer searches stay out of the address. */
const LONGEST = 60;

/**
 * The search words that may stand in the address of the index: codes that exist and words of our own titles, so nothing that could
 * be somebody's. One other word, and none of them does.
 *
 * @param titleWords in lower case
 * @param codes every code that Twilio lists
 * @returns the words as the address carries them; `undefined` where they must not stand there
 */
export function addressWords(search: string, titleWords: ReadonlySet<string>, codes: ReadonlySet<string>): string | undefined {
  const words = wordsOf(search);
  const text = words.join(' ');
  if (words.length === 0 || text.length > LONGEST) return undefined;
  const isKnown = (word: string): boolean => (/\d/.test(word) ? codes.has(parseErrorCode(word) ?? '') : titleWords.has(word));
  return words.every(isKnown) ? text : undefined;
}
