import type { PastedKnowledge } from './knowledge.ts';
import type { Stretches } from './stretches.ts';
import { wordsOf } from './words.ts';

const LONGEST = 5;
const fillers = new Set('a an and are as at be by for in is it of on or the to was with error code twilio message'.split(' '));

const titleWords = new WeakMap<PastedKnowledge, readonly (readonly [code: string, words: readonly string[]])[]>();

/** So many titles are taken apart in one stretch. */
const STRETCH = 60;

/** The words of all titles, made once. */
function* makeTitles(knowledge: PastedKnowledge): Stretches<readonly (readonly [code: string, words: readonly string[]])[]> {
  const before = titleWords.get(knowledge);
  if (before !== undefined) return before;
  const made: (readonly [string, readonly string[]])[] = [];
  for (const [code, { title }] of Object.entries(knowledge.codes)) {
    made.push([code, wordsOf(title)]);
    if (made.length % STRETCH === 0) yield;
  }
  titleWords.set(knowledge, made);
  return made;
}

/**
 * The codes in whose titles all words of a short search stand, in part or in full.
 *
 * @returns at most `limit`, exact words and short titles first; none for more than five words, which are no search for a title
 */
export function* codesTitled(text: string, knowledge: PastedKnowledge, limit = 6): Stretches<readonly string[]> {
  const words = wordsOf(text);
  const meant = words.filter((word) => !fillers.has(word));
  if (meant.length === 0 || words.length > LONGEST || meant.some((word) => word.length < 3)) return [];
  return (yield* makeTitles(knowledge))
    .flatMap(([code, own]) => {
      const fits = meant.map((word) => (own.includes(word) ? 2 : own.some((other) => other.startsWith(word)) ? 1 : 0));
      return fits.includes(0)
        ? []
        : [{ code, score: fits.reduce<number>((sum, fit) => sum + fit, 0) / (meant.length * 2) + 1 / own.length }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ code }) => code);
}
