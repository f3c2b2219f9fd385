/** Every code of the index; made by src/build/error-rows.ts. */
declare module 'virtual:error-rows' {
  export const rows: readonly import('../../catalog/index-row.ts').IndexRow[];
}
