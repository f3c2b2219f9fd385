import { entryOf } from '../analyzer/memory/entry-of.ts';
import type { Complaints } from '../catalog/complaints-schema.ts';
import { conceptsOf, lexiconOf, plainSynonyms, type Lexicon, type Synonyms } from './concepts.ts';
import type { Lead } from './reading.ts';
import { toEnd, type Stretches } from './stretches.ts';

/** A step of the guide that a complaint may belong to. */
export interface Step {
  readonly lead: Extract<Lead, { to: 'guide' }>;
  /** 0 to 1: how much of what was said is what people say there. */
  readonly score: number;
  /** Whether enough was said to open a step at once: it is about messages, and two things of it are known, or all. */
  readonly isClear: boolean;
}

/** The complaints as a page carries them: what each way to say it says, not its words. Finding that out takes a phone a tenth of a second. */
export interface KnownComplaints {
  readonly synonyms: Synonyms;
  /** Concepts of which one must be named before a step is opened without asking. */
  readonly about: readonly string[];
  /** The concepts that somebody names, by their number. */
  readonly concepts: readonly string[];
  readonly complaints: readonly {
    readonly step: string;
    readonly answers?: Readonly<Record<string, string>>;
    /** Numbers of concepts, a list for each way to say it. */
    readonly says: readonly (readonly number[])[];
  }[];
}

/** The part of what is known that complaints are read by. */
interface Complaining {
  readonly complaints: KnownComplaints;
}

/** Finds out what each way to say a complaint says; done when a page is built. */
export function knownComplaints({ synonyms: said, about, complaints }: Complaints): KnownComplaints {
  const synonyms = plainSynonyms(said);
  const lexicon = lexiconOf(synonyms);
  const numbers = new Map<string, number>();
  const numberOf = (concept: string): number => entryOf(numbers, concept, () => numbers.size);
  const known = complaints.map(({ step, answers, says }) => ({
    step,
    ...(answers === undefined ? {} : { answers }),
    says: says.map((text) => [...conceptsOf(text, lexicon)].map(numberOf)),
  }));
  return { synonyms, about, concepts: [...numbers.keys()], complaints: known };
}

/** What is said of a concept, by its number. */
type Weights = readonly number[];

interface Phrase {
  readonly concepts: readonly number[];
  readonly weight: number;
  readonly target: number;
}

interface Index extends Lexicon {
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: Weights;
  readonly phrases: readonly Phrase[];
}

/** Of what was said the guide must know so much; the rest may be names. */
const KNOWN = 0.4;
/** A word that is in no list of synonyms tells less, however rare it is among our phrases. */
const PLAIN = 0.2;
/** What was said counts more than what a phrase says besides. */
const SAID = 0.8;
/** Likeness of what is said in the very words of a phrase. */
const WHOLE = 0.9;
const made = new WeakMap<Complaining, Index>();

const sumOf = (concepts: Iterable<number>, weights: Weights): number => {
  let sum = 0;
  for (const concept of concepts) sum += weights[concept] ?? 0;
  return sum;
};

function* makeIndex(knowledge: Complaining): Stretches<Index> {
  const before = made.get(knowledge);
  if (before !== undefined) return before;
  const { synonyms, concepts, complaints } = knowledge.complaints;
  const lexicon = lexiconOf(synonyms);
  yield;
  // A concept of one step tells more than one of twenty.
  const steps = concepts.map(() => new Set<number>());
  for (const [target, { says }] of complaints.entries()) for (const concept of says.flat()) steps[concept]?.add(target);
  const weights = concepts.map(
    (concept, number) => Math.log(1 + complaints.length / (steps[number]?.size ?? 1)) * (concept.startsWith('=') ? PLAIN : 1),
  );
  yield;
  const phrases = complaints.flatMap(({ says }, target) => says.map((said) => ({ target, concepts: said, weight: sumOf(said, weights) })));
  const index = { ...lexicon, numbers: new Map(concepts.map((concept, number) => [concept, number])), weights, phrases };
  made.set(knowledge, index);
  return index;
}

/** How much of what was said a phrase has, against what either of the two lacks; words nobody knows (names, places) cost nothing. */
function likeness(said: ReadonlySet<number>, saidWeight: number, { concepts, weight }: Phrase, weights: Weights): number {
  let shared = 0;
  for (const concept of said) if (concepts.includes(concept)) shared += weights[concept] ?? 0;
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
 * @returns at most three; none for a text in which nothing is said that people say of messages
 */
export const stepsFor = (text: string, knowledge: Complaining): readonly Step[] => toEnd(findSteps(text, knowledge));

/** The same in stretches. */
export function* findSteps(text: string, knowledge: Complaining, limit = 3): Stretches<readonly Step[]> {
  const index = yield* makeIndex(knowledge);
  yield;
  const all = conceptsOf(text, index);
  const said = new Set([...all].flatMap((concept) => index.numbers.get(concept) ?? []));
  const isAbout = knowledge.complaints.about.some((concept) => said.has(index.numbers.get(concept) ?? -1));
  const isClear = isAbout && ((said.size > 1 && said.size / all.size >= KNOWN) || said.size === all.size);
  const weight = sumOf(said, index.weights);
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
