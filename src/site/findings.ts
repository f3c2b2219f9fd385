import { getCollection, type CollectionEntry } from 'astro:content';

let entries: Promise<ReadonlyMap<string, CollectionEntry<'findings'>>> | undefined;

/** The findings that are built, by id; read once a build. Which others a page may name: catalog/planned.ts, checked by tests/lockstep. */
export function builtFindings(): Promise<ReadonlyMap<string, CollectionEntry<'findings'>>> {
  entries ??= getCollection('findings').then((all) => new Map(all.map((entry) => [entry.id, entry])));
  return entries;
}
