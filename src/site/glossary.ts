import { parse } from 'yaml';
import text from '../../content/glossary.yaml?raw';
import { glossarySchema } from '../catalog/glossary-schema.ts';

/** The words of content/glossary.yaml in the order of the alphabet; a fault in it fails the build. */
export const glossary = glossarySchema
  .parse(parse(text))
  .toSorted((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base', numeric: true }));

const usedOn = new WeakMap<Request, Set<string>>();

/**
 * Whether a word was not explained on a page yet; the next call for the same says no.
 *
 * @param page the request that the page answers: its parts share it
 */
export function isFirstOnPage(page: Request, id: string): boolean {
  const used = usedOn.get(page) ?? new Set();
  usedOn.set(page, used);
  if (used.has(id)) return false;
  used.add(id);
  return true;
}
