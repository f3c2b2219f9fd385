import { getCollection, type CollectionEntry } from 'astro:content';

let entries: Promise<ReadonlyMap<string, CollectionEntry<'guide'>>> | undefined;

/** The steps of the guide by id; read once a build. */
export function guideSteps(): Promise<ReadonlyMap<string, CollectionEntry<'guide'>>> {
  entries ??= getCollection('guide').then((all) => new Map(all.map((entry) => [entry.id, entry])));
  return entries;
}
