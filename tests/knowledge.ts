import { buildKnowledge } from '../src/catalog/knowledge.ts';
import { dictionary, errors, facts } from './content.ts';

/** What the analyzer knows, from content/ as it is. */
export const knowledge = buildKnowledge(errors, dictionary, facts);
