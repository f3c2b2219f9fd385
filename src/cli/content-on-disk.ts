import type { Content } from './content.ts';
import { loadCodes, loadFindings, loadKnowledge, loadPastedKnowledge } from './knowledge.ts';

/** From content/ of the repository; addresses begin with "/", since nobody knows where its pages will be. */
export const contentOnDisk: Content = {
  knowledge: loadKnowledge,
  words: loadFindings,
  codes: () => loadCodes(),
  pasted: loadPastedKnowledge,
  address: (path) => path,
};
