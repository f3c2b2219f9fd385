/** What the recognisers know, for tests: the same that the pages are given. */
import { loadPastedKnowledge } from '../../src/cli/knowledge.ts';

export const pastedKnowledge = loadPastedKnowledge();
