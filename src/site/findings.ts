import { getCollection, type CollectionEntry } from 'astro:content';
import { plannedFindings } from '../catalog/planned.ts';

let entries: Promise<ReadonlyMap<string, CollectionEntry<'findings'>>> | undefined;

/** The findings that are built, by id; read once a build. */
export function builtFindings(): Promise<ReadonlyMap<string, CollectionEntry<'findings'>>> {
  entries ??= getCollection('findings').then((all) => new Map(all.map((entry) => [entry.id, entry])));
  return entries;
}

/**
 * A finding that a page names.
 *
 * @returns the entry, or `undefined` for one that is planned and not built
 * @throws Error for an id that is neither: a bug in content fails the build
 */
export async function findingById(id: string): Promise<CollectionEntry<'findings'> | undefined> {
  const entry = (await builtFindings()).get(id);
  if (entry === undefined && !plannedFindings.includes(id)) throw new Error(`"${id}" is neither a finding nor planned`);
  return entry;
}
