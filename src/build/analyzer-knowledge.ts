import { parse } from 'yaml';
import { factsSchema } from '../catalog/facts-schema.ts';
import { packKnowledge } from '../catalog/packed-knowledge.ts';
import { loadFindings, loadKnowledge } from '../cli/knowledge.ts';
import { readContent } from '../content-files.ts';
import { virtualData } from './virtual-data.ts';

/** Failure rate (0 to 1) above which a log is never called healthy. @throws when facts.yaml has none: a bug there */
function attention(): number {
  const { value } = factsSchema.parse(parse(readContent('facts.yaml'))).facts['failure-rate-attention'] ?? {};
  if (typeof value !== 'number') throw new Error('facts.yaml: "failure-rate-attention" needs a number as its value');
  return value;
}

/** `virtual:analyzer-knowledge`: what the analyzer and its report know of codes and findings, taken while its page is idle. */
export const analyzerKnowledge = () =>
  virtualData('analyzer-knowledge', 'data', () => ({
    knowledge: packKnowledge(loadKnowledge()),
    words: Object.fromEntries(
      Object.entries(loadFindings()).map(([id, { title, doThis, settle, confusedWith }]) => [id, { title, doThis, settle, confusedWith }]),
    ),
    attention: attention(),
  }));
