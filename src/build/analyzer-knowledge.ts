import { packKnowledge } from '../catalog/packed-knowledge.ts';
import { loadFindings, loadKnowledge } from '../cli/knowledge.ts';
import { virtualData } from './virtual-data.ts';

/** `virtual:analyzer-knowledge`: what the analyzer and its report know of codes and findings, taken while its page is idle. */
export const analyzerKnowledge = () =>
  virtualData('analyzer-knowledge', 'data', () => ({
    knowledge: packKnowledge(loadKnowledge()),
    words: Object.fromEntries(
      Object.entries(loadFindings()).map(([id, { title, doThis, settle, confusedWith }]) => [id, { title, doThis, settle, confusedWith }]),
    ),
  }));
