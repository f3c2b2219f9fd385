import { entryOf } from '../analyzer/memory/entry-of.ts';
import { toEnd, type Stretches } from './stretches.ts';
import { wordsOf } from './words.ts';

/** Concept -> its words, each as `wordsOf` gives it; one that ends in `*` stands for all words that begin so. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/** Synonyms, ready to be looked for. */
export interface Lexicon {
  /** First word -> the synonyms that begin with it, longest first. */
  readonly synonyms: ReadonlyMap<string, readonly (readonly [words: readonly string[], concept: string])[]>;
  /** First two letters -> the stems that begin so, longest first. */
  readonly open: ReadonlyMap<string, readonly (readonly [stem: string, concept: string])[]>;
}

/** Words that say nothing of what is wrong; as neighbours they are passed over. */
const fillers = new Set(
  'a an and are as at be been but by can could do does did for from had has have he her his him how i if in is it its me my no of on or our she so some than that the their them then there they this to us was we were what when which who why will with you your just any about all out up only very really please hello hi am im ive also into being twilio anything yet though because always ever again now today say says said tell tells'.split(
    ' ',
  ),
);
/** Whether a word says nothing of what is wrong, in whatever sentence it stands. */
export const isFiller = (word: string): boolean => fillers.has(word);

const numerals: Readonly<Record<string, string>> = { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five' };
/** The concept of words that say nothing. */
const NOISE = 'noise';

/** Writes synonyms as `lexiconOf` wants them, whatever marks and capitals people give them. */
export const plainSynonyms = (synonyms: Synonyms): Synonyms =>
  Object.fromEntries(
    Object.entries(synonyms).map(([concept, list]) => [concept, list.map((text) => (text.endsWith('*') ? text : wordsOf(text).join(' ')))]),
  );

const longestFirst = (one: { readonly length: number }, other: { readonly length: number }): number => other.length - one.length;

export const lexiconOf = (said: Synonyms): Lexicon => toEnd(makeLexicon(said));

/** The same in stretches, a concept each. */
export function* makeLexicon(said: Synonyms): Stretches<Lexicon> {
  const synonyms = new Map<string, (readonly [readonly string[], string])[]>();
  const open = new Map<string, (readonly [string, string])[]>();
  for (const [concept, list] of Object.entries(said)) {
    for (const text of list) {
      if (text.endsWith('*')) entryOf(open, text.slice(0, 2), () => []).push([text.slice(0, -1), concept]);
      else {
        const words = text.split(' ');
        entryOf(synonyms, words[0] ?? '', () => []).push([words, concept]);
      }
    }
    yield;
  }
  for (const list of [...synonyms.values(), ...open.values()]) list.sort(([one], [other]) => longestFirst(one, other));
  return { synonyms, open };
}

const ENDING = /(?:ings?|edly|ed|ies|es|s|ly)$/;
/** Shorter words keep their endings: "bus" is no plural. */
const SHORT = 5;

/** A word without its ending: "messages", "messaging" and "messaged" are one. */
function stemOf(word: string): string {
  if (word.length < SHORT) return word;
  const stem = word.replace(ENDING, (ending) => (ending === 'ies' ? 'y' : ''));
  return stem.length < SHORT ? stem : stem.replace(/(.)\1$/, '$1').replace(/e$/, '');
}

/** Concepts, marked with @, and the stems of other words that are no fillers, in the order of the text. */
function tokensIn(words: readonly string[], { synonyms, open }: Lexicon): readonly string[] {
  const tokens: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const fits = synonyms.get(word)?.find(([parts]) => parts.every((part, index) => words[at + index] === part));
    const concept = fits?.[1] ?? open.get(word.slice(0, 2))?.find(([start]) => word.startsWith(start))?.[1];
    if (fits !== undefined) at += fits[0].length - 1;
    if (concept === undefined ? fillers.has(word) : concept === NOISE) continue;
    tokens.push(concept === undefined ? stemOf(word) : `@${concept}`);
  }
  return tokens;
}

/**
 * What a complaint is recognised by: what its words stand for (`@landline`), the words themselves, fillers too ("not" and "never" are
 * some), and which of what they stand for follow each other (`@picture+text`).
 */
export function featuresOf(text: string, lexicon: Lexicon): ReadonlySet<string> {
  const words = wordsOf(text.replaceAll('%', ' percent ')).map((word) => numerals[word] ?? word);
  const tokens = tokensIn(words, lexicon);
  const pairs = tokens.slice(1).map((token, index) => `${tokens[index] ?? ''}+${token}`);
  return new Set([...tokens.filter((token) => token.startsWith('@')), ...words.map(stemOf), ...pairs]);
}
