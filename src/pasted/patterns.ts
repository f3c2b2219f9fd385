import type { PastedKnowledge, Sentence } from './knowledge.ts';
import { toEnd, type Stretches } from './stretches.ts';
import { wordsOf } from './words.ts';

/** A sentence ready to be looked for: runs of words that must follow each other, gaps where a value stands. */
export interface Pattern {
  readonly runs: readonly (readonly string[])[];
  /** Most words that may stand in a gap. */
  readonly gap: number;
  readonly length: number;
  /** The runs as lines, a space at both ends, for looking up a part of one. */
  readonly lines: readonly string[];
  readonly codes: readonly string[];
  readonly isWeak: boolean;
  readonly tell?: string | undefined;
  readonly step?: string | undefined;
}

const VALUE = /\{(?:number|sid|url|name|n)\}/;
const GAP = 8;
/** A path falls apart into many words. */
const URL_GAP = 20;
/** A title of the index that has fewer words says too little inside a longer text. */
const STRONG = 4;

const made = new WeakMap<PastedKnowledge, ReadonlyMap<string, readonly Pattern[]>>();

/** So many texts are taken apart in one stretch. */
const STRETCH = 60;

/** The sentences by their first word; those with the same words are one that stands for several codes. Made once. */
export const patternsOf = (knowledge: PastedKnowledge): ReadonlyMap<string, readonly Pattern[]> => toEnd(makePatterns(knowledge));

/** The same in stretches. */
export function* makePatterns(knowledge: PastedKnowledge): Stretches<ReadonlyMap<string, readonly Pattern[]>> {
  const before = made.get(knowledge);
  if (before !== undefined) return before;
  const byWords = new Map<string, Pattern>();
  const titles = Object.entries(knowledge.codes).map(([code, { title }]): Sentence => ({ code, says: [title], isTitle: true }));
  let texts = 0;
  for (const sentence of [...knowledge.sentences, ...titles]) {
    for (const text of sentence.says) {
      texts += 1;
      if (texts % STRETCH === 0) yield;
      const runs = text
        .split(VALUE)
        .map(wordsOf)
        .filter((run) => run.length > 0);
      const length = runs.reduce((sum, run) => sum + run.length, 0);
      if (length === 0) continue;
      const key = runs.map((run) => run.join(' ')).join(' … ');
      const same = byWords.get(key);
      const codes = [...(sentence.code === undefined ? [] : [sentence.code]), ...(sentence.or ?? [])];
      const isShort = sentence.isTitle === true && length < STRONG;
      byWords.set(key, {
        runs,
        gap: text.includes('{url}') ? URL_GAP : GAP,
        length,
        lines: runs.map((run) => ` ${run.join(' ')} `),
        codes: [...new Set([...(same?.codes ?? []), ...codes])],
        isWeak: same?.isWeak ?? (sentence.weak === true || isShort),
        tell: same?.tell ?? sentence.tell,
        step: same?.step ?? sentence.step,
      });
    }
  }
  const byFirst = new Map<string, Pattern[]>();
  for (const pattern of byWords.values()) {
    const first = pattern.runs[0]?.[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), pattern]);
  }
  made.set(knowledge, byFirst);
  return byFirst;
}
