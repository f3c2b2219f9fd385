import { entryOf } from '../analyzer/memory/entry-of.ts';
import type { Complaints } from '../catalog/complaints-schema.ts';
import type { LearnedComplaints } from '../catalog/learned-schema.ts';
import { featuresOf, lexiconOf, plainSynonyms } from './concepts.ts';
import { toProbabilities, writeWeights } from './weights.ts';

/** So many sentences must have a word, or a pair of words, before it is learned. */
const LEAST_WORD = 3;
const LEAST_PAIR = 8;
/** A word speaks for a step when so many sentences of that step have it. */
const LEAST_SHARED = 2;
const ROUNDS = 15;
const RATE = 0.5;
const BIAS_RATE = 0.1;
/** Keeps a weight small that few sentences ask for. */
const DECAY = 1e-3;
/** Smaller weights are left out, and what is left learns on: first the small ones, then those that many rounds left below the second limit. */
const LEAST_WEIGHTS = [1.5, 2.4];
const ROUNDS_AFTER = 4;
/** What is smaller at the end says next to nothing. */
const LEAST_AT_END = 1;

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

/** Weights of one feature for the steps it may speak for, with how much they have moved. */
class Speaker {
  steps: readonly number[];
  weights: Float64Array;
  #moved: Float64Array;

  constructor(steps: readonly number[]) {
    this.steps = steps;
    this.weights = new Float64Array(steps.length);
    this.#moved = new Float64Array(steps.length).fill(1e-6);
  }

  addTo(scores: Float64Array, share: number): void {
    for (const [at, step] of this.steps.entries()) scores[step] = (scores[step] ?? 0) + (this.weights[at] ?? 0) * share;
  }

  learn(errors: Float64Array, share: number): void {
    for (const [at, step] of this.steps.entries()) {
      const slope = (errors[step] ?? 0) * share + DECAY * (this.weights[at] ?? 0);
      this.#moved[at] = (this.#moved[at] ?? 0) + slope * slope;
      this.weights[at] = (this.weights[at] ?? 0) - (RATE * slope) / Math.sqrt(this.#moved[at] ?? 1);
    }
  }

  /** Forgets the steps for which it says less than that. */
  forgetBelow(least: number): void {
    const left = [...this.steps.keys()].filter((at) => Math.abs(this.weights[at] ?? 0) >= least);
    const { steps, weights } = this;
    const moved = this.#moved;
    this.steps = left.map((at) => steps[at] ?? 0);
    this.weights = Float64Array.from(left, (at) => weights[at] ?? 0);
    this.#moved = Float64Array.from(left, (at) => moved[at] ?? 1);
  }
}

/**
 * Learns from the sentences of content/complaints.json which words speak for which step: logistic regression over the features of
 * concepts.ts, with weights only where a word stands in sentences of the step. The same sentences give the same weights on one machine.
 */
export function learnComplaints({ synonyms, complaints }: Complaints): Pick<LearnedComplaints, 'features' | 'weights' | 'bias'> {
  const lexicon = lexiconOf(plainSynonyms(synonyms));
  const texts = complaints.flatMap(({ says, heard }, step) =>
    [...says, ...heard].map((text) => ({ step, features: [...featuresOf(text, lexicon)] })),
  );
  const counts = new Map<string, Map<number, number>>();
  for (const { features, step } of texts)
    for (const feature of features) {
      const steps = entryOf(counts, feature, () => new Map<number, number>());
      steps.set(step, (steps.get(step) ?? 0) + 1);
    }
  const speakers = new Map<string, Speaker>();
  for (const [feature, steps] of counts) {
    const all = [...steps.values()].reduce((sum, count) => sum + count, 0);
    const speaksFor = [...steps].filter(([, count]) => count >= LEAST_SHARED).map(([step]) => step);
    if (all >= (feature.includes('+') ? LEAST_PAIR : LEAST_WORD) && speaksFor.length > 0)
      speakers.set(feature, new Speaker(speaksFor.toSorted((a, b) => a - b)));
  }
  const bias = new Float64Array(complaints.length);
  const biasMoved = new Float64Array(complaints.length).fill(1e-6);
  const scores = new Float64Array(complaints.length);
  const sentences = texts.map(({ features, step }) => ({ known: features.flatMap((feature) => speakers.get(feature) ?? []), step }));
  const random = repeatable();
  const learnFrom = (rounds: number): void => {
    for (let round = 0; round < rounds; round += 1) {
      shuffle(sentences, random);
      for (const { known, step } of sentences) {
        if (known.length === 0) continue;
        const share = 1 / Math.sqrt(known.length);
        scores.set(bias);
        for (const speaker of known) speaker.addTo(scores, share);
        toProbabilities(scores);
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
  for (const least of LEAST_WEIGHTS) {
    for (const speaker of speakers.values()) speaker.forgetBelow(least);
    for (const sentence of sentences) sentence.known = sentence.known.filter(({ steps }) => steps.length > 0);
    learnFrom(ROUNDS_AFTER);
  }
  return written(speakers, bias);
}

/** Features in the order of the alphabet, where neighbours begin alike and pack well; those that speak for no step are left out. */
function written(speakers: ReadonlyMap<string, Speaker>, bias: Float64Array): ReturnType<typeof learnComplaints> {
  const rows = [...speakers]
    .map(([feature, { steps, weights }]) => {
      const whole = steps.map((step, at) => [step, weights[at] ?? 0] as const).filter(([, weight]) => Math.abs(weight) >= LEAST_AT_END);
      return { feature, row: writeWeights(whole.map(([step, weight]) => [step, Math.round(weight)])) };
    })
    .filter(({ row }) => row !== '')
    .toSorted((one, other) => (one.feature < other.feature ? -1 : 1));
  return {
    features: rows.map(({ feature }) => feature),
    weights: rows.map(({ row }) => row),
    // In quarters: each is added to every score.
    bias: [...bias].map((weight) => Math.round(weight * 4) / 4),
  };
}
