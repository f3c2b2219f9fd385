/** Mutants that no test can tell from the program, each with the reason. `npm run mutants` prints the line to copy here. */
export interface Equivalent {
  readonly file: string;
  /** The line of the file that the mutant changes, without its margin: line numbers move. */
  readonly before: string;
  readonly change: string;
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    file: 'src/analyzer/read-log.ts',
    before: 'const ROW_BYTES = 280;',
    change: '280 -> 279',
    reason: 'A table that was made a little larger or smaller holds the same.',
  },
  {
    file: 'src/analyzer/message/local-time.ts',
    before: 'if (offsets.size < OFFSETS_KEPT) offsets.set(key, offset);',
    change: '< -> <=',
    reason: 'What is not remembered is worked out again: one entry more or less changes no answer.',
  },
  {
    file: 'src/analyzer/records/text-column.ts',
    before: 'const PRICE_CACHE = 20_000;',
    change: '20_000 -> 20001',
    reason: 'What is not remembered is worked out again: one entry more or less changes no price.',
  },
  {
    file: 'src/analyzer/records/text-column.ts',
    before: 'const PRICE_CACHE = 20_000;',
    change: '20_000 -> 19999',
    reason: 'What is not remembered is worked out again: one entry more or less changes no price.',
  },
];
