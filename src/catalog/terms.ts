import type { GlossaryEntry } from './glossary-schema.ts';

/** A stretch of running text: words as they are, or a word that the glossary explains. */
export type Stretch = string | { readonly id: string; readonly text: string };

const first = (word: string): string => word.charAt(0);
/** "segment" also begins a sentence; what holds a capital letter is matched as it is written. */
const asWritten = (form: string): readonly string[] =>
  form === form.toLowerCase() && /^[a-z]/.test(form) ? [form, first(form).toUpperCase() + form.slice(1)] : [form];

/** Passages between quotation marks, which nothing is changed in. */
const quotes = /"[^"]*"|“[^”]*”/g;

/**
 * Finds words of the glossary in running text.
 *
 * @returns a function that cuts one text after another into stretches: the first use of each entry over all texts it was given stands
 *   apart, of several forms at one place the longest; nothing within quotation marks does
 */
export function firstUses(entries: readonly Pick<GlossaryEntry, 'id' | 'term' | 'forms'>[]): (text: string) => readonly Stretch[] {
  const ids = new Map(entries.flatMap(({ id, term, forms = [term] }) => forms.flatMap(asWritten).map((form) => [form, id] as const)));
  const longestFirst = [...ids.keys()].toSorted((a, b) => b.length - a.length).map((form) => RegExp.escape(form));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}-])`, 'gu');
  const seen = new Set<string>();
  return (text) => {
    const quoted = [...text.matchAll(quotes)].map(({ index, 0: { length } }) => [index, index + length] as const);
    const stretches: Stretch[] = [];
    let from = 0;
    for (const { index, 0: form } of text.matchAll(pattern)) {
      const id = ids.get(form);
      if (id === undefined || seen.has(id) || quoted.some(([start, end]) => index >= start && index < end)) continue;
      seen.add(id);
      stretches.push(text.slice(from, index), { id, text: form });
      from = index + form.length;
    }
    return [...stretches, text.slice(from)].filter((stretch) => stretch !== '');
  };
}
