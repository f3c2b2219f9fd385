/** Made by src/build/pasted-knowledge.ts; a PastedKnowledge, which an ambient module cannot name. */
declare module 'virtual:pasted-knowledge' {
  export const knowledge: () => unknown;
}
