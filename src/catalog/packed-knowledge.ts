import type { CodeFacts, Knowledge } from './knowledge.ts';

/** A code without a page: number, title and, where known, category. */
type Bare = readonly [code: string, title: string, category?: CodeFacts['category']];

/** `Knowledge` as the page takes it, in a script of its own (src/build/analyzer-knowledge.ts): some two thousand codes without a page take three words each instead of eight. */
export interface KnowledgeData extends Omit<Knowledge, 'codes'> {
  readonly paged: Knowledge['codes'];
  readonly bare: readonly Bare[];
}

const bareFacts = (title: string, category: CodeFacts['category']): CodeFacts => ({
  title,
  category,
  retry: 'unknown',
  suppress: 'no',
  billing: 'unknown',
  page: false,
});

export function packKnowledge({ codes, ...rest }: Knowledge): KnowledgeData {
  const entries = Object.entries(codes);
  return {
    ...rest,
    paged: Object.fromEntries(entries.filter(([, { page }]) => page)),
    bare: entries
      .filter(([, { page }]) => !page)
      .map(([code, { title, category }]): Bare => (category === 'unknown' ? [code, title] : [code, title, category])),
  };
}

/** Undoes packKnowledge. */
export function unpackKnowledge({ paged, bare, ...rest }: KnowledgeData): Knowledge {
  const codes: Record<string, CodeFacts> = { ...paged };
  for (const [code, title, category] of bare) codes[code] = bareFacts(title, category ?? 'unknown');
  return { ...rest, codes };
}
