/** Made by src/build/analyzer-knowledge.ts; what it holds says src/islands/analyzer/parts.ts, which an ambient module cannot name. */
declare module 'virtual:analyzer-knowledge' {
  export const data: () => unknown;
}
