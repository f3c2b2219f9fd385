import { getCountries } from 'libphonenumber-js/min';
import { parse } from 'yaml';
import { countryName } from '../analyzer/words/country-name.ts';
import { complaintsSchema } from '../catalog/complaints-schema.ts';
import { factsSchema } from '../catalog/facts-schema.ts';
import { findingSchema, type FindingEntry } from '../catalog/finding-schema.ts';
import { buildKnowledge, type DictionaryEntry, type Knowledge } from '../catalog/knowledge.ts';
import { learnedSchema } from '../catalog/learned-schema.ts';
import { lookAlikesSchema } from '../catalog/look-alikes-schema.ts';
import { sentencesSchema } from '../catalog/sentences-schema.ts';
import { frontMatters, readContent } from '../content-files.ts';
import type { CodeRecord } from '../library/code-record.ts';
import { codeRecords } from '../library/code-records.ts';
import { buildPastedKnowledge, type PastedKnowledge } from '../pasted/knowledge.ts';
import { errorEntries, errorPages } from './error-entries.ts';

const dictionary = (): readonly DictionaryEntry[] => JSON.parse(readContent('dictionary.json')) as readonly DictionaryEntry[];

const knowledgeFrom = (pages: ReturnType<typeof errorPages>): Knowledge =>
  buildKnowledge(pages, dictionary(), factsSchema.parse(parse(readContent('facts.yaml'))));

/** What the analyzer must know, from content/ on the disk. @throws when content/ breaks its schemas: a bug there */
export const loadKnowledge = (): Knowledge => knowledgeFrom(errorPages());

/** What each finding's page says to do, by its id. */
export const loadFindings = (): Readonly<Record<string, FindingEntry>> =>
  Object.fromEntries(frontMatters('findings').map(([id, data]) => [id, findingSchema.parse(data)]));

/** What the recognisers must know, from content/ on the disk. @throws when content/ breaks its schemas: a bug there */
export const loadPastedKnowledge = (): PastedKnowledge =>
  buildPastedKnowledge({
    errors: errorEntries(),
    dictionary: dictionary(),
    sentences: sentencesSchema.parse(JSON.parse(readContent('sentences.json'))),
    lookAlikes: lookAlikesSchema.parse(parse(readContent('look-alikes.yaml'))),
    steps: frontMatters('guide').map(([id, data]) => ({ id, title: String((data as { title: unknown }).title) })),
    countries: Object.fromEntries(getCountries().map((country) => [country, countryName(country)])),
    complaints: complaintsSchema.parse(JSON.parse(readContent('complaints.json'))),
    learned: learnedSchema.parse(JSON.parse(readContent('complaints-learned.json'))),
  });

/**
 * Every code there is, as programs are told of it.
 *
 * @param site where the pages are ("https://example.org/undelivered/"); addresses begin with "/" without one
 */
export function loadCodes(site?: URL): Readonly<Record<string, CodeRecord>> {
  const pages = errorPages();
  return codeRecords(
    pages.map(({ data }) => data),
    knowledgeFrom(pages),
    dictionary(),
    site,
  );
}
