import type { DialectId } from '../../src/analyzer/grouped/sql/dialects.ts';
import type { Types } from './forms.ts';

/** How the columns of the table are typed: all texts, or as a warehouse has them (whole numbers, decimals, times, NULL for nothing). */
export type Typing = 'texts' | 'typed';

/** The table that logs are loaded into. */
export const TABLE = 'u_log';

/** An engine that runs in this process. */
export interface Engine {
  readonly id: DialectId;
  /** With its version. */
  readonly name: string;
  /** Loads a CSV with a heading of such columns into the table, in place of what it held. */
  load(file: string, typing: Typing, types: Types): Promise<void>;
  /** Runs statements one after another. @returns the rows of the last, cells as they stand in a CSV, '' for NULL */
  run(statements: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** The lines of a part (`undelivered index`), made of a log by our command as a program that the engine starts; absent where it starts none. */
  part?(file: string): readonly string[];
  close(): void;
}
