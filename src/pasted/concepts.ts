import { entryOf } from '../analyzer/memory/entry-of.ts';
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

/** Words that say nothing of what is wrong. */
const fillers = new Set(
  'a an and are as at be been but by can could do does did for from had has have he her his him how i if in is it its me my no of on or our she so some than that the their them then there they this to us was we were what when which who why will with you your just any about all out up only very really please hello hi am im ive also into being twilio anything yet though because always ever again now today say says said tell tells'.split(
    ' ',
  ),
);
const numerals: Readonly<Record<string, string>> = { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five' };
/** The concept of words that say nothing. */
const NOISE = 'noise';

/** Writes synonyms as `lexiconOf` wants them, whatever marks and capitals people give them. */
export const plainSynonyms = (synonyms: Synonyms): Synonyms =>
  Object.fromEntries(
    Object.entries(synonyms).map(([concept, list]) => [concept, list.map((text) => (text.endsWith('*') ? text : wordsOf(text).join(' ')))]),
  );

const longestFirst = (one: { readonly length: number }, other: { readonly length: number }): number => other.length - one.length;

export function lexiconOf(said: Synonyms): Lexicon {
  const synonyms = new Map<string, (readonly [readonly string[], string])[]>();
  const open = new Map<string, (readonly [string, string])[]>();
  for (const [concept, list] of Object.entries(said))
    for (const text of list) {
      if (text.endsWith('*')) entryOf(open, text.slice(0, 2), () => []).push([text.slice(0, -1), concept]);
      else {
        const words = text.split(' ');
        entryOf(synonyms, words[0] ?? '', () => []).push([words, concept]);
      }
    }
  for (const list of [...synonyms.values(), ...open.values()]) list.sort(([one], [other]) => longestFirst(one, other));
  return { synonyms, open };
}

/** What a text says: the concepts its words stand for, and `=word` for every other word that is no filler. */
export function conceptsOf(text: string, { synonyms, open }: Lexicon): ReadonlySet<string> {
  const words = wordsOf(text.replaceAll('%', ' percent ')).map((word) => numerals[word] ?? word);
  const found = new Set<string>();
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    const fits = (synonyms.get(word) ?? []).find(([parts]) => parts.every((part, index) => words[at + index] === part));
    if (fits !== undefined) {
      if (fits[1] !== NOISE) found.add(fits[1]);
      at += fits[0].length;
      continue;
    }
    const stem = open.get(word.slice(0, 2))?.find(([start]) => word.startsWith(start));
    if (stem !== undefined) found.add(stem[1]);
    else if (!fillers.has(word) && word.length > 2) found.add(`=${word}`);
    at += 1;
  }
  return found;
}
