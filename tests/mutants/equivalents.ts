/** Mutants that no test can tell from the program, each with the reason. `npm run mutants` prints the line to copy here. */
export interface Equivalent {
  readonly file: string;
  /** The line of the file that the mutant changes, without its margin: line numbers move. */
  readonly before: string;
  readonly change: string;
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = [];
