/** Made by src/build/warehouse-scripts.ts; a Prepared (src/analyzer/grouped/sql/prepared.ts), which an ambient module cannot name. */
declare module 'virtual:warehouse-*' {
  export const scripts: () => unknown;
}
