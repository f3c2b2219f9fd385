import { getCollection, type CollectionEntry } from 'astro:content';
import type { ErrorEntry } from '../catalog/error-schema.ts';

let entries: Promise<readonly CollectionEntry<'errors'>[]> | undefined;

/** Every error page in the order of its code; read once a build. */
export function errorPages(): Promise<readonly CollectionEntry<'errors'>[]> {
  entries ??= getCollection('errors').then((all) => all.sort((a, b) => a.data.code - b.data.code));
  return entries;
}

let facts: Promise<ReadonlyMap<string, ErrorEntry>> | undefined;

/** Front matter by code ("30007"); codes without a page are absent. */
export function errorFacts(): Promise<ReadonlyMap<string, ErrorEntry>> {
  facts ??= errorPages().then((all) => new Map(all.map(({ data }) => [String(data.code), data])));
  return facts;
}

/** The newest `reviewed` of all error pages (ISO day), or `undefined` when there are none. */
export async function lastReviewed(): Promise<string | undefined> {
  const days = (await errorPages()).map(({ data }) => data.reviewed).sort();
  return days.at(-1);
}
