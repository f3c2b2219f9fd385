import type { Complaints } from '../catalog/complaints-schema.ts';
import type { LearnedComplaints } from '../catalog/learned-schema.ts';
import { featuresOf, isFiller, makeLexicon, plainSynonyms, type Lexicon, type Synonyms } from './concepts.ts';
import type { Lead } from './reading.ts';
import { toEnd, type Stretches } from './stretches.ts';
import { wordsOf } from './words.ts';
import { keyOf, readWeights, toProbabilities, type Weights } from './weights.ts';

/** A step of the guide that a complaint may belong to. */
export interface Step {
  readonly lead: Extract<Lead, { to: 'guide' }>;
  /** How likely, from 0 to 1. */
  readonly score: number;
  /** Whether enough was said to open a step at once: it is about messages, in words that people use for them. */
  readonly isClear: boolean;
}

/** The complaints as a page carries them: what was learned of the sentences, not the sentences. */
export interface KnownComplaints {
  readonly synonyms: Synonyms;
  /** Features of which one must be there before a step opens without asking: the talk is of messages. */
  readonly about: readonly string[];
  readonly steps: readonly { readonly step: string; readonly answers?: Readonly<Record<string, string>> }[];
  /** What was learned, as content/complaints-learned.json has it. */
  readonly features: number;
  readonly weights: string;
  readonly bias: readonly number[];
}

/** Synonyms, in plain words, that occur in sentences; what none of them says has nothing to add, and a page carries it for nothing. */
function saidSynonyms({ synonyms, complaints }: Complaints): Synonyms {
  const said = ` ${complaints.flatMap(({ says, heard }) => [...says, ...heard].map((text) => wordsOf(text).join(' '))).join('  ')} `;
  return Object.fromEntries(
    Object.entries(plainSynonyms(synonyms)).map(([concept, list]) => [
      concept,
      list.filter((words) => said.includes(words.endsWith('*') ? ` ${words.slice(0, -1)}` : ` ${words} `)),
    ]),
  );
}

/** Makes of the content what a page carries. */
export const knownComplaints = (content: Complaints, { features, weights, bias }: LearnedComplaints): KnownComplaints => ({
  synonyms: saidSynonyms(content),
  about: content.about.map((concept) => `@${concept}`),
  steps: content.complaints.map(({ step, answers }) => ({ step, ...(answers === undefined ? {} : { answers }) })),
  features,
  weights,
  bias,
});

/** Of the words so many must be known before a step opens at once; the rest may be names. */
const KNOWN = 0.5;

interface Index {
  readonly lexicon: Lexicon;
  /** By `keyOf` a feature. */
  readonly weights: ReadonlyMap<number, Weights>;
}

const made = new WeakMap<KnownComplaints, Index>();

function* makeIndex(complaints: KnownComplaints): Stretches<Index> {
  const before = made.get(complaints);
  if (before !== undefined) return before;
  const lexicon = yield* makeLexicon(complaints.synonyms);
  const index = { lexicon, weights: yield* readWeights(complaints.features, complaints.weights) };
  made.set(complaints, index);
  return index;
}

/**
 * The steps of the guide that a complaint in plain words may belong to, likeliest first.
 *
 * @returns at most three; none for a text in which nothing is said that people say of messages
 */
export const stepsFor = (text: string, complaints: KnownComplaints): readonly Step[] => toEnd(findSteps(text, complaints));

/** The same in stretches. */
export function* findSteps(text: string, complaints: KnownComplaints, limit = 3): Stretches<readonly Step[]> {
  const { lexicon, weights } = yield* makeIndex(complaints);
  const said = featuresOf(text, lexicon);
  const features = [...said];
  const known = features.flatMap((feature) => {
    const learned = weights.get(keyOf(feature));
    return learned === undefined ? [] : [learned];
  });
  if (known.length === 0) return [];
  const words = features.filter((feature) => !feature.includes('+'));
  const isAbout = complaints.about.some((feature) => said.has(feature));
  // What was learned to say nothing of any step is known all the same: concepts, and words of every sentence.
  const isKnown = (word: string): boolean => weights.has(keyOf(word)) || word.startsWith('@') || isFiller(word);
  const isClear = isAbout && words.filter(isKnown).length >= words.length * KNOWN;
  const share = 1 / Math.sqrt(known.length);
  const scores = Float64Array.from(complaints.bias);
  for (const learned of known) for (const [step, weight] of learned) scores[step] = (scores[step] ?? 0) + weight * share;
  toProbabilities(scores);
  return [...scores.entries()]
    .sort(([, one], [, other]) => other - one)
    .slice(0, limit)
    .flatMap(([place, score]) => {
      const complaint = complaints.steps[place];
      return complaint === undefined ? [] : [{ lead: { to: 'guide' as const, ...complaint }, score, isClear }];
    });
}
