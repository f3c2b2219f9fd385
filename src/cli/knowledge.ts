import { parse } from 'yaml';
import { errorSchema } from '../catalog/error-schema.ts';
import { factsSchema } from '../catalog/facts-schema.ts';
import { findingSchema, type FindingEntry } from '../catalog/finding-schema.ts';
import { buildKnowledge, type DictionaryEntry, type Knowledge } from '../catalog/knowledge.ts';
import { frontMatters, readContent } from '../content-files.ts';

/** What the analyzer must know, from content/ on the disk. @throws when content/ breaks its schemas: a bug there */
export const loadKnowledge = (): Knowledge =>
  buildKnowledge(
    frontMatters('errors').map(([, data, body]) => ({ data: errorSchema.parse(data), body })),
    JSON.parse(readContent('dictionary.json')) as readonly DictionaryEntry[],
    factsSchema.parse(parse(readContent('facts.yaml'))),
  );

/** What each finding's page says to do, by its id. */
export const loadFindings = (): Readonly<Record<string, FindingEntry>> =>
  Object.fromEntries(frontMatters('findings').map(([id, data]) => [id, findingSchema.parse(data)]));
