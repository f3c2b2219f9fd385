/** Each made by src/build/package.ts from content/, as scripts of their own that unpack when first asked. */
declare module 'virtual:compiled/*' {
  export const data: () => unknown;
}
