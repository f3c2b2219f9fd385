import { getCollection, type CollectionEntry } from 'astro:content';

let entries: Promise<readonly CollectionEntry<'getTheLog'>[]> | undefined;

/** The ways to get a message log and the notes around them, in their order; read once a build. */
export function logWays(): Promise<readonly CollectionEntry<'getTheLog'>[]> {
  entries ??= getCollection('getTheLog').then((all) => all.sort((a, b) => a.data.order - b.data.order));
  return entries;
}
