/** Made by src/build/guide-data.ts; a PackedGuide, which an ambient module cannot name. */
declare module 'virtual:guide-data' {
  export const guide: () => unknown;
}
