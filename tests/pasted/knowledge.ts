/** What the recognisers know, from content/ on the disk, for tests. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { complaintsSchema } from '../../src/catalog/complaints-schema.ts';
import { lookAlikesSchema } from '../../src/catalog/look-alikes-schema.ts';
import { sentencesSchema } from '../../src/catalog/sentences-schema.ts';
import { buildPastedKnowledge } from '../../src/pasted/knowledge.ts';
import { dictionary, errors, steps } from '../content.ts';

const read = (name: string): string => readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8');

export const sentences = sentencesSchema.parse(JSON.parse(read('sentences.json')));
export const complaints = complaintsSchema.parse(JSON.parse(read('complaints.json')));

export const pastedKnowledge = buildPastedKnowledge({
  errors: errors.map(({ data }) => data),
  dictionary,
  sentences,
  lookAlikes: lookAlikesSchema.parse(parse(read('look-alikes.yaml'))),
  steps: steps.map(({ name, data }) => ({ id: name, title: data.title })),
  complaints,
});
