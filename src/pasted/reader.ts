import { knowledge } from 'virtual:pasted-knowledge';
import type { PastedKnowledge } from './knowledge.ts';
import { read } from './read.ts';
import type { Reading } from './reading.ts';

/** The recognisers with what they know: a chunk of its own, which pages take with `import()` and never at once. */
export const readText = (text: string): readonly Reading[] => read(text, knowledge() as PastedKnowledge);

/** Unpacks what they know and makes the tables that the first reading needs, one after the other, before there is something to read. */
export function warm(): void {
  [knowledge, () => readText('Unable to create record: SMS queue is full'), () => readText('a text that was not received')].forEach(
    (step, place) => setTimeout(step, 60 * place),
  );
}
