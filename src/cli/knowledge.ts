import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { errorSchema } from '../catalog/error-schema.ts';
import { factsSchema } from '../catalog/facts-schema.ts';
import { findingSchema, type FindingEntry } from '../catalog/finding-schema.ts';
import { buildKnowledge, type DictionaryEntry, type Knowledge } from '../catalog/knowledge.ts';

const content = new URL('../../content/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, content), 'utf8');

/** Front matter of every page of a folder of content/, by file name without its ending. */
function frontMatters(folder: string): readonly (readonly [string, unknown])[] {
  return readdirSync(new URL(`${folder}/`, content))
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const front = /^---\n([\s\S]*?)\n---\n/.exec(read(`${folder}/${file}`))?.[1];
      if (front === undefined) throw new Error(`content/${folder}/${file} has no front matter`);
      return [file.slice(0, -'.mdx'.length), parse(front)] as const;
    });
}

/** What the analyzer must know, from content/ on the disk. @throws when content/ breaks its schemas: a bug there */
export const loadKnowledge = (): Knowledge =>
  buildKnowledge(
    frontMatters('errors').map(([, data]) => errorSchema.parse(data)),
    JSON.parse(read('dictionary.json')) as readonly DictionaryEntry[],
    factsSchema.parse(parse(read('facts.yaml'))),
  );

/** What each finding's page says to do, by its id. */
export const loadFindings = (): Readonly<Record<string, FindingEntry>> =>
  Object.fromEntries(frontMatters('findings').map(([id, data]) => [id, findingSchema.parse(data)]));
