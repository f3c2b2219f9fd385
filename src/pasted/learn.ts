import { entryOf } from '../analyzer/memory/entry-of.ts';
import type { Complaints } from '../catalog/complaints-schema.ts';
import type { LearnedComplaints } from '../catalog/learned-schema.ts';
import { featuresOf, lexiconOf, plainSynonyms } from './concepts.ts';
import { keyOf, toProbabilities, writeWeights } from './weights.ts';

/** So many sentences must have a word, or a pair of words, before it is learned. */
const LEAST_WORD = 3;
const LEAST_PAIR = 8;
/** And so many of one step, or it tells none from another. */
const LEAST_SHARED = 2;
const ROUNDS = 15;
const RATE = 1;
/** So many of the words of a sentence are not heard each time, so that none is relied on alone. */
const UNHEARD = 0.2;
const BIAS_RATE = 0.1;
/** Keeps a weight small that few sentences ask for. */
const DECAY = 3e-4;
/** So many weights are kept, those that matter most, and what is left learns on; the last is what a page has room for. */
const KEPT = [45_000, 33_000, 25_000];
const ROUNDS_AFTER = 4;

/** Numbers from 0 to 1 that are the same every time. */
function* repeatable(): Generator<number, never> {
  let state = 1;
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    yield state / 0x7f_ff_ff_ff;
  }
}

function shuffle(list: unknown[], random: Generator<number, never>): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random.next().value * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}

/** Weights of one feature for the steps it speaks for, with how much they have moved. */
class Speaker {
  steps: Uint8Array;
  weights: Float64Array;
  /** How much the likelihood of what was said depends on each weight. */
  matters: Float64Array;
  #moved: Float64Array;

  constructor(steps: Uint8Array) {
    this.steps = steps;
    this.weights = new Float64Array(steps.length);
    this.matters = new Float64Array(steps.length);
    this.#moved = new Float64Array(steps.length).fill(1e-6);
  }

  addTo(scores: Float64Array, share: number): void {
    const { steps, weights } = this;
    for (let at = 0; at < steps.length; at += 1) {
      const step = steps[at] ?? 0;
      scores[step] = (scores[step] ?? 0) + (weights[at] ?? 0) * share;
    }
  }

  learn(errors: Float64Array, share: number): void {
    const { steps, weights } = this;
    const moved = this.#moved;
    for (let at = 0; at < steps.length; at += 1) {
      const weight = weights[at] ?? 0;
      const slope = (errors[steps[at] ?? 0] ?? 0) * share + DECAY * weight;
      const far = (moved[at] ?? 0) + slope * slope;
      moved[at] = far;
      weights[at] = weight - (RATE * slope) / Math.sqrt(far);
    }
  }

  /** Takes notice of a sentence: a weight matters where its step is neither certain nor out of the question. */
  notice(probabilities: Float64Array, share: number): void {
    const { steps, matters } = this;
    for (let at = 0; at < steps.length; at += 1) {
      const likely = probabilities[steps[at] ?? 0] ?? 0;
      matters[at] = (matters[at] ?? 0) + likely * (1 - likely) * share * share;
    }
  }

  /** How much would be lost without each weight. */
  losses(): Float64Array {
    return this.weights.map((weight, at) => weight * weight * (this.matters[at] ?? 0));
  }

  /** Forgets the weights without which less than that is lost. */
  forgetBelow(least: number): void {
    const losses = this.losses();
    const isKept = (_: number, at: number): boolean => (losses[at] ?? 0) >= least;
    this.steps = this.steps.filter(isKept);
    this.weights = this.weights.filter(isKept);
    this.#moved = this.#moved.filter(isKept);
    this.matters = new Float64Array(this.steps.length);
  }
}

/**
 * Learns from the sentences of content/complaints.json which words speak for which step: logistic regression over the features of
 * concepts.ts. The same sentences give the same weights on one machine.
 */
export function learnComplaints({ synonyms, complaints }: Complaints): Omit<LearnedComplaints, 'from'> {
  const lexicon = lexiconOf(plainSynonyms(synonyms));
  const texts = complaints.flatMap(({ says, heard }, step) =>
    [...says, ...heard].map((text) => ({ step, features: [...featuresOf(text, lexicon)] })),
  );
  const counts = new Map<string, { all: number; readonly of: Map<number, number> }>();
  for (const { features, step } of texts)
    for (const feature of features) {
      const count = entryOf(counts, feature, () => ({ all: 0, of: new Map<number, number>() }));
      count.all += 1;
      count.of.set(step, (count.of.get(step) ?? 0) + 1);
    }
  const steps = Uint8Array.from(complaints.keys());
  const speakers = new Map<number, Speaker>();
  for (const [feature, { all, of }] of counts)
    if (all >= (feature.includes('+') ? LEAST_PAIR : LEAST_WORD) && Math.max(...of.values()) >= LEAST_SHARED)
      speakers.set(keyOf(feature), new Speaker(steps));
  const bias = new Float64Array(complaints.length);
  const biasMoved = new Float64Array(complaints.length).fill(1e-6);
  const scores = new Float64Array(complaints.length);
  const sentences = texts.map(({ features, step }) => ({ known: features.flatMap((feature) => speakers.get(keyOf(feature)) ?? []), step }));
  const random = repeatable();
  /** Leaves in `scores` how likely each step is. */
  const judge = (known: readonly Speaker[], share: number): void => {
    scores.set(bias);
    for (const speaker of known) speaker.addTo(scores, share);
    toProbabilities(scores);
  };
  const learnFrom = (rounds: number): void => {
    for (let round = 0; round < rounds; round += 1) {
      shuffle(sentences, random);
      for (const { known: all, step } of sentences) {
        const known = all.filter(() => random.next().value >= UNHEARD);
        if (known.length === 0) continue;
        const share = 1 / Math.sqrt(known.length);
        judge(known, share);
        for (const [at, probability] of scores.entries()) {
          const error = probability - (at === step ? 1 : 0);
          scores[at] = error;
          biasMoved[at] = (biasMoved[at] ?? 0) + error * error;
          bias[at] = (bias[at] ?? 0) - (BIAS_RATE * error) / Math.sqrt(biasMoved[at] ?? 1);
        }
        for (const speaker of known) speaker.learn(scores, share);
      }
    }
  };
  learnFrom(ROUNDS);
  for (const kept of KEPT) {
    for (const { known } of sentences) {
      const share = 1 / Math.sqrt(known.length);
      judge(known, share);
      for (const speaker of known) speaker.notice(scores, share);
    }
    const losses = Float64Array.from([...speakers.values()].flatMap((speaker) => [...speaker.losses()])).sort();
    const least = losses.at(-kept) ?? 0;
    for (const speaker of speakers.values()) speaker.forgetBelow(least);
    for (const sentence of sentences) sentence.known = sentence.known.filter((speaker) => speaker.steps.length > 0);
    learnFrom(ROUNDS_AFTER);
  }
  return {
    ...writeWeights(
      [...speakers].map(([key, { steps: of, weights }]) => ({
        key,
        weights: [...of].map((step, at) => [step, weights[at] ?? 0] as const),
      })),
    ),
    // In quarters: each is added to every score.
    bias: [...bias].map((weight) => Math.round(weight * 4) / 4),
  };
}
