import type { PagedCode, PastedKnowledge } from './knowledge.ts';

/** What the recognisers know as a page carries it: the codes as lines of text, which pack better than 700 objects with the same keys. */
export interface PackedKnowledge extends Omit<PastedKnowledge, 'codes'> {
  /** Who acts and whether to resend, each once. */
  readonly acts: readonly string[];
  /** A code a line: number, place in `acts`, step of the guide, title; a tab between them. */
  readonly codes: string;
}

/** @throws a RangeError when a title holds a tab or a line feed: a bug in content/ */
export function packKnowledge({ codes, ...others }: PastedKnowledge): PackedKnowledge {
  const acts = [...new Set(Object.values(codes).map((code) => code.acts))];
  const lines = Object.entries(codes).map(([code, paged]) => {
    if (/[\t\n]/.test(paged.title)) throw new RangeError(`the title of ${code} holds a tab or a line feed`);
    return [code, String(acts.indexOf(paged.acts)), paged.step, paged.title].join('\t');
  });
  return { ...others, acts, codes: lines.join('\n') };
}

/** What `packKnowledge` packed. */
export function unpackKnowledge({ acts, codes, ...others }: PackedKnowledge): PastedKnowledge {
  const read = codes.split('\n').map((line): [string, PagedCode] => {
    const [code = '', act = '', step = '', title = ''] = line.split('\t');
    return [code, { title, acts: acts[Number(act)] ?? '', step }];
  });
  return { ...others, codes: Object.fromEntries(read) };
}
