import { parse } from 'yaml';
import { complaintsSchema } from '../catalog/complaints-schema.ts';
import type { DictionaryEntry } from '../catalog/knowledge.ts';
import { lookAlikesSchema } from '../catalog/look-alikes-schema.ts';
import { sentencesSchema } from '../catalog/sentences-schema.ts';
import { frontMatters, readContent } from '../content-files.ts';
import { buildPastedKnowledge, type PastedKnowledge } from '../pasted/knowledge.ts';
import { errorEntries } from './error-entries.ts';
import { virtualData } from './virtual-data.ts';

/** What the recognisers must know, from content/ on the disk. @throws when content/ breaks its schemas: a bug there */
export const loadPastedKnowledge = (): PastedKnowledge =>
  buildPastedKnowledge({
    errors: errorEntries(),
    dictionary: JSON.parse(readContent('dictionary.json')) as readonly DictionaryEntry[],
    sentences: sentencesSchema.parse(JSON.parse(readContent('sentences.json'))),
    lookAlikes: lookAlikesSchema.parse(parse(readContent('look-alikes.yaml'))),
    steps: frontMatters('guide').map(([id, data]) => ({ id, title: String((data as { title: unknown }).title) })),
    complaints: complaintsSchema.parse(JSON.parse(readContent('complaints.json'))),
  });

/** `virtual:pasted-knowledge`: taken with the recognisers, when the box is used. */
export const pastedKnowledge = () => virtualData('pasted-knowledge', 'knowledge', loadPastedKnowledge);
