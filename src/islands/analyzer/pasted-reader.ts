import { knowledge } from 'virtual:pasted-knowledge';
import type { PastedKnowledge } from '../../pasted/knowledge.ts';
import { read } from '../../pasted/read.ts';
import type { Reading } from '../../pasted/reading.ts';

/** What a pasted text is; a chunk of its own, see other-reading.ts. */
export const readPasted = (text: string): readonly Reading[] => read(text, knowledge as PastedKnowledge);
