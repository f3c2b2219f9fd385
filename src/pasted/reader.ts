import { knowledge as packed } from 'virtual:pasted-knowledge';
import { countryOf } from '../analyzer/message/country.ts';
import type { PastedKnowledge } from './knowledge.ts';
import { unpackKnowledge, type PackedKnowledge } from './packed-knowledge.ts';
import { phoneReading } from './phone.ts';
import { findReadings, read } from './read.ts';
import type { Reading } from './reading.ts';
import type { Stretches } from './stretches.ts';

let made: PastedKnowledge | undefined;
const knowledge = (): PastedKnowledge => (made ??= unpackKnowledge(packed() as PackedKnowledge));

/** The recognisers with what they know: a chunk of its own, which pages take with `import()` and never at once. */
export const readText = (text: string): readonly Reading[] => read(text, knowledge());

/** The same in stretches, so that typing is never held up. */
export const findIn = (text: string): Stretches<readonly Reading[]> => findReadings(text, knowledge());

/** Texts that take every recogniser along, each by a way of its own. */
const samples = ['Unable to create record: SMS queue is full', 'a text that was not received', 'To=+1', 'landline'];

/** Unpacks what they know and makes the tables that the first reading needs, before there is something to read. */
export function* warm(): Stretches<void> {
  packed();
  yield;
  knowledge();
  yield;
  // Twice: what a browser runs for the second time it makes ready in another way.
  for (const sample of [...samples, ...samples]) {
    yield* findIn(sample);
    yield;
  }
  // The table of area codes, then a country with few rivals, then +1 with its many: a stretch each.
  countryOf(12_025_550_142);
  yield;
  phoneReading('+447700900142', {});
  yield;
  phoneReading('+12025550142', {});
}
