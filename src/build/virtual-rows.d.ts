/** Made by src/build/error-rows.ts; a list of IndexRow, which an ambient module cannot name. */
declare module 'virtual:error-rows' {
  export const rows: () => unknown;
}
