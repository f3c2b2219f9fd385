import type { CollectionEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { dictionaryEntry } from '../../site/dictionary.ts';
import { errorMarkdown } from '../../site/error-markdown.ts';
import { errorFacts, errorPages } from '../../site/errors.ts';
import { knownFacts } from '../../site/facts.ts';
import { lookAlikesOf } from '../../site/look-alikes.ts';
import { twinsOfCode } from '../../site/twins.ts';

export const getStaticPaths = (async () =>
  (await errorPages()).map((entry) => ({ params: { code: String(entry.data.code) }, props: { entry } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: CollectionEntry<'errors'> }> = async ({ props: { entry }, site }) => {
  const text = errorMarkdown(entry.data, entry.body ?? '', {
    facts: knownFacts.facts,
    pages: await errorFacts(),
    lookAlikes: lookAlikesOf,
    twins: twinsOfCode,
    otherTitle: (code) => dictionaryEntry(code)?.title,
    absolute: (path) => new URL(path, site).href,
  });
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
