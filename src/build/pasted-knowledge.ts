import { loadPastedKnowledge } from '../cli/knowledge.ts';
import { packKnowledge } from '../pasted/packed-knowledge.ts';
import { virtualData } from './virtual-data.ts';

/** `virtual:pasted-knowledge`: taken with the recognisers, when the box is used. */
export const pastedKnowledge = () => virtualData('pasted-knowledge', 'knowledge', () => packKnowledge(loadPastedKnowledge()));
