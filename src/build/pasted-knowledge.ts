import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { complaintsSchema } from '../catalog/complaints-schema.ts';
import { errorSchema } from '../catalog/error-schema.ts';
import type { DictionaryEntry } from '../catalog/knowledge.ts';
import { lookAlikesSchema } from '../catalog/look-alikes-schema.ts';
import { sentencesSchema } from '../catalog/sentences-schema.ts';
import { buildPastedKnowledge, type PastedKnowledge } from '../pasted/knowledge.ts';

const content = new URL('../../content/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, content), 'utf8');

function frontMatters(folder: string): readonly (readonly [id: string, data: unknown])[] {
  return readdirSync(new URL(`${folder}/`, content))
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const front = /^---\n([\s\S]*?)\n---\n/.exec(read(`${folder}/${file}`))?.[1];
      if (front === undefined) throw new Error(`content/${folder}/${file} has no front matter`);
      return [file.slice(0, -'.mdx'.length), parse(front)] as const;
    });
}

/** What the recognisers must know, from content/ on the disk. @throws when content/ breaks its schemas: a bug there */
export const loadPastedKnowledge = (): PastedKnowledge =>
  buildPastedKnowledge({
    errors: frontMatters('errors').map(([, data]) => errorSchema.parse(data)),
    dictionary: JSON.parse(read('dictionary.json')) as readonly DictionaryEntry[],
    sentences: sentencesSchema.parse(JSON.parse(read('sentences.json'))),
    lookAlikes: lookAlikesSchema.parse(parse(read('look-alikes.yaml'))),
    steps: frontMatters('guide').map(([id, data]) => ({ id, title: String((data as { title: unknown }).title) })),
    complaints: complaintsSchema.parse(JSON.parse(read('complaints.json'))),
  });

const ID = 'virtual:pasted-knowledge';

interface Plugin {
  readonly name: string;
  readonly resolveId: (id: string) => string | undefined;
  readonly load: (id: string) => string | undefined;
}

/** Makes `virtual:pasted-knowledge` a script of its own: the pages may import it, but not fetch it (`connect-src 'none'`). */
export const pastedKnowledge = (): Plugin => ({
  name: 'pasted-knowledge',
  resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
  load: (id) =>
    id === `\0${ID}` ? `export const knowledge = JSON.parse(${JSON.stringify(JSON.stringify(loadPastedKnowledge()))});` : undefined,
});
