import { foldedNames } from '../message/field-name.ts';
import type { Field } from '../message/fields.ts';

/** Field -> heading of its column, as a reader says it. */
export type ToldColumns = ReadonlyMap<Field, string>;

/** What a reader says of the columns of tables. */
export interface ToldTables {
  /** Of every table there is. */
  readonly columns?: ToldColumns | undefined;
  /** Of tables with one heading, each by `headingKey`; they go before. */
  readonly tables?: ReadonlyMap<string, ToldColumns> | undefined;
}

/** What a heading row is told apart by, however it is spelled. */
export const headingKey = (cells: readonly string[]): string => foldedNames(cells).join('\n');
