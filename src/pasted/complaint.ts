import type { PastedKnowledge } from './knowledge.ts';
import type { Lead } from './reading.ts';
import { wordsOf } from './words.ts';

/** A step of the guide that a complaint may belong to. */
export interface Step {
  readonly lead: Extract<Lead, { to: 'guide' }>;
  /** 0 to 1: how much of what was said is what people say there. */
  readonly score: number;
  /** Whether enough was said to open a step at once: it is about messages, and two things of it are known, or all. */
  readonly isClear: boolean;
}

type Concepts = ReadonlySet<string>;

interface Phrase {
  readonly concepts: Concepts;
  readonly weight: number;
  readonly target: number;
}

interface Index {
  /** First word -> the synonyms that begin with it, longest first. */
  readonly synonyms: ReadonlyMap<string, readonly (readonly [words: readonly string[], concept: string])[]>;
  /** First two letters -> the stems that begin so, longest first. */
  readonly open: ReadonlyMap<string, readonly (readonly [stem: string, concept: string])[]>;
  readonly weights: ReadonlyMap<string, number>;
  readonly phrases: readonly Phrase[];
}

/** Words that say nothing of what is wrong. */
const fillers = new Set(
  'a an and are as at be been but by can could do does did for from had has have he her his him how i if in is it its me my no of on or our she so some than that the their them then there they this to us was we were what when which who why will with you your just any about all out up only very really please hello hi am im ive also into being twilio anything yet though because always ever again now today say says said tell tells'.split(
    ' ',
  ),
);
/** Of what was said the guide must know so much; the rest may be names. */
const KNOWN = 0.4;
/** A word that is in no list of synonyms tells less, however rare it is among our phrases. */
const PLAIN = 0.2;
/** What was said counts more than what a phrase says besides. */
const SAID = 0.8;
/** Likeness of what is said in the very words of a phrase. */
const WHOLE = 0.9;
const numerals: Readonly<Record<string, string>> = { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five' };
/** The concept of words that say nothing. */
const NOISE = 'noise';
const made = new WeakMap<PastedKnowledge, Index>();

function conceptsOf(text: string, { synonyms, open }: Pick<Index, 'synonyms' | 'open'>): Concepts {
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

function indexOf(knowledge: PastedKnowledge): Index {
  const before = made.get(knowledge);
  if (before !== undefined) return before;
  const { synonyms: said, complaints } = knowledge.complaints;
  const synonyms = new Map<string, (readonly [readonly string[], string])[]>();
  const open = new Map<string, (readonly [string, string])[]>();
  for (const [concept, list] of Object.entries(said))
    for (const text of list) {
      if (text.endsWith('*')) {
        const key = text.slice(0, 2);
        open.set(key, [...(open.get(key) ?? []), [text.slice(0, -1), concept]]);
        continue;
      }
      const words = wordsOf(text);
      const first = words[0] ?? '';
      synonyms.set(first, [...(synonyms.get(first) ?? []), [words, concept]]);
    }
  for (const [first, list] of synonyms)
    synonyms.set(
      first,
      list.toSorted((a, b) => b[0].length - a[0].length),
    );
  for (const [start, list] of open)
    open.set(
      start,
      list.toSorted((a, b) => b[0].length - a[0].length),
    );
  const raw = complaints.flatMap(({ says }, target) => says.map((text) => ({ target, concepts: conceptsOf(text, { synonyms, open }) })));
  // A concept of one step tells more than one of twenty.
  const steps = new Map<string, Set<number>>();
  for (const { target, concepts } of raw) for (const concept of concepts) steps.set(concept, (steps.get(concept) ?? new Set()).add(target));
  const weights = new Map(
    [...steps].map(
      ([concept, targets]) => [concept, Math.log(1 + complaints.length / targets.size) * (concept.startsWith('=') ? PLAIN : 1)] as const,
    ),
  );
  const weigh = (concepts: Concepts): number => [...concepts].reduce((sum, concept) => sum + (weights.get(concept) ?? 0), 0);
  const index = { synonyms, open, weights, phrases: raw.map((phrase) => ({ ...phrase, weight: weigh(phrase.concepts) })) };
  made.set(knowledge, index);
  return index;
}

/** How much of what was said a phrase has, against what either of the two lacks; words nobody knows (names, places) cost nothing. */
function likeness(said: Concepts, saidWeight: number, { concepts, weight }: Phrase, weights: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const concept of said) if (concepts.has(concept)) shared += weights.get(concept) ?? 0;
  return shared === 0 ? 0 : shared / (SAID * saidWeight + (1 - SAID) * weight);
}

/** What the best phrases of a step say together: the first counts in full, the second half, the third a third. One that fits wholly is enough. */
function together(scores: readonly number[]): number {
  const best = scores.toSorted((a, b) => b - a);
  const ranks = [1, 1 / 2, 1 / 3];
  const mean = ranks.reduce((sum, share, rank) => sum + share * (best[rank] ?? 0), 0) / ranks.reduce((sum, share) => sum + share, 0);
  return (best[0] ?? 0) > 0.999 ? Math.max(mean, WHOLE) : mean;
}

/**
 * The steps of the guide that a complaint in plain words may belong to, likeliest first.
 *
 * @returns at most `limit`; none for a text in which nothing is said that people say of messages
 */
export function stepsFor(text: string, knowledge: PastedKnowledge, limit = 3): readonly Step[] {
  const index = indexOf(knowledge);
  const all = conceptsOf(text, index);
  const said = new Set([...all].filter((concept) => index.weights.has(concept)));
  const isAbout = knowledge.complaints.about.some((concept) => said.has(concept));
  const isClear = isAbout && ((said.size > 1 && said.size / all.size >= KNOWN) || said.size === all.size);
  const weight = [...said].reduce((sum, concept) => sum + (index.weights.get(concept) ?? 0), 0);
  if (said.size === 0) return [];
  const scores = new Map<number, number[]>();
  for (const phrase of index.phrases) {
    const score = likeness(said, weight, phrase, index.weights);
    if (score > 0) scores.set(phrase.target, [...(scores.get(phrase.target) ?? []), score]);
  }
  const best = new Map([...scores].map(([target, list]) => [target, together(list)] as const));
  return [...best]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .flatMap(([target, score]) => {
      const complaint = knowledge.complaints.complaints[target];
      if (complaint === undefined) return [];
      const { step, answers } = complaint;
      return [{ lead: { to: 'guide' as const, step, ...(answers === undefined ? {} : { answers }) }, score, isClear }];
    });
}
