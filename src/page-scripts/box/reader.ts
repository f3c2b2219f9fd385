import { knowledge } from 'virtual:pasted-knowledge';
import { read } from '../../pasted/read.ts';
import type { Reading } from '../../pasted/reading.ts';

/** The recognisers with what they know: a chunk of its own, taken with `import()` by load.ts and by nothing else. */
export const readText = (text: string): readonly Reading[] => read(text, knowledge);

// The tables that are made at the first reading are made now, while nobody waits.
readText('a text that was not received');
