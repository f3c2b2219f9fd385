import { parse } from 'yaml';
import text from '../../content/facts.yaml?raw';
import { factsSchema, type Fact } from '../catalog/facts-schema.ts';

/** The whole of content/facts.yaml, checked once; a fault in it fails the build. */
export const knownFacts = factsSchema.parse(parse(text));

/**
 * One dated fact.
 *
 * @throws Error for an id that facts.yaml does not hold: a bug in content fails the build
 */
export function factById(id: string): Fact {
  const fact = knownFacts.facts[id];
  if (fact === undefined) throw new Error(`content/facts.yaml holds no fact "${id}"`);
  return fact;
}
