/** Reads content/ from the disk for tests: front matter parsed by the site's own schemas, bodies as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { errorSchema } from '../src/catalog/error-schema.ts';
import { factsSchema } from '../src/catalog/facts-schema.ts';
import { familySchema } from '../src/catalog/family-schema.ts';
import { findingSchema } from '../src/catalog/finding-schema.ts';
import type { DictionaryEntry } from '../src/catalog/knowledge.ts';
import { waySchema } from '../src/catalog/way-schema.ts';
import { stepSchema } from '../src/guide/tree/step-schema.ts';

export interface Page<Data> {
  /** File name without its ending. */
  readonly name: string;
  readonly data: Data;
  readonly body: string;
}

const content = new URL('../content/', import.meta.url);

function pages<Data>(folder: string, schema: { parse: (value: unknown) => Data }): readonly Page<Data>[] {
  const list = readdirSync(new URL(`${folder}/`, content))
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const text = readFileSync(new URL(`${folder}/${file}`, content), 'utf8');
      const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
      if (match === null) throw new Error(`content/${folder}/${file} has no front matter`);
      const [, front = '', body = ''] = match;
      try {
        return { name: file.slice(0, -'.mdx'.length), data: schema.parse(parse(front)), body };
      } catch (error) {
        throw new Error(`content/${folder}/${file}: ${String(error)}`, { cause: error });
      }
    });
  // A test over "all pages" that found none would pass and prove nothing.
  if (list.length === 0) throw new Error(`content/${folder} is empty`);
  return list;
}

export const errors = pages('errors', errorSchema);
export const findings = pages('findings', findingSchema);
export const steps = pages('guide', stepSchema);
export const ways = pages('get-the-log', waySchema);
export const families = pages('families', familySchema);
export const facts = factsSchema.parse(parse(readFileSync(new URL('facts.yaml', content), 'utf8')));
export const dictionary = JSON.parse(readFileSync(new URL('dictionary.json', content), 'utf8')) as readonly DictionaryEntry[];
