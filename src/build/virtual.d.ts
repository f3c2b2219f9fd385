/** Made by src/build/pasted-knowledge.ts. */
declare module 'virtual:pasted-knowledge' {
  import type { PastedKnowledge } from '../pasted/knowledge.ts';

  export const knowledge: PastedKnowledge;
}
