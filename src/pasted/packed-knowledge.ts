import type { PagedCode, PastedKnowledge } from './knowledge.ts';

/** What the recognisers know as a page carries it: codes and synonyms as lines of text, which pack better than objects and lists. */
export interface PackedKnowledge extends Omit<PastedKnowledge, 'codes' | 'complaints'> {
  /** Who acts and whether to resend, each once. */
  readonly acts: readonly string[];
  /** A code a line: number, place in `acts`, step of the guide, title; a tab between them. */
  readonly codes: string;
  /** A concept a line and its synonyms after it; a tab between them. */
  readonly complaints: Omit<PastedKnowledge['complaints'], 'synonyms'> & { readonly synonyms: string };
}

/** @throws a RangeError when a title holds a tab or a line feed: a bug in content/ */
export function packKnowledge({ codes, sentences, steps, complaints, ...others }: PastedKnowledge): PackedKnowledge {
  const acts = [...new Set(Object.values(codes).map((code) => code.acts))];
  const lines = Object.entries(codes).map(([code, paged]) => {
    if (/[\t\n]/.test(paged.title)) throw new RangeError(`the title of ${code} holds a tab or a line feed`);
    return [code, String(acts.indexOf(paged.acts)), paged.step, paged.title].join('\t');
  });
  const synonyms = Object.entries(complaints.synonyms).map(([concept, list]) => [concept, ...list].join('\t'));
  // In the order in which they pack best: sentences and titles share words, and a packer looks back no further than 32 kB.
  return {
    acts,
    sentences,
    codes: lines.join('\n'),
    ...others,
    steps,
    complaints: { ...complaints, synonyms: synonyms.join('\n') },
  };
}

/** What `packKnowledge` packed. */
export function unpackKnowledge({ acts, codes, complaints, ...others }: PackedKnowledge): PastedKnowledge {
  const read = codes.split('\n').map((line): [string, PagedCode] => {
    const [code = '', act = '', step = '', title = ''] = line.split('\t');
    return [code, { title, acts: acts[Number(act)] ?? '', step }];
  });
  const synonyms = complaints.synonyms.split('\n').map((line) => {
    const [concept = '', ...list] = line.split('\t');
    return [concept, list] as const;
  });
  return { ...others, codes: Object.fromEntries(read), complaints: { ...complaints, synonyms: Object.fromEntries(synonyms) } };
}
