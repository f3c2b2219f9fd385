import type { Field } from '../../message/fields.ts';
import type { Heading } from '../format.ts';
import { guessedColumns, sampled } from './guess.ts';

/** Values of a column that a reader is shown. */
const SHOWN = 3;
/** Characters of one of them. */
const LONGEST = 60;
/** Columns that are shown. */
const MOST_COLUMNS = 200;

/** A column as a reader is shown it, so as to say what it holds. */
export interface ColumnLook {
  /** Its heading as it is spelled. */
  readonly heading: string;
  /** The first of its values that differ, shortened; they are of the log, so nothing keeps them. */
  readonly samples: readonly string[];
  /** What it seems to hold, by its name and its values. */
  readonly guess?: Field;
}

/** The columns of a table and what the rows at its beginning have in them. */
export function lookAt(heading: Heading, text: string): readonly ColumnLook[] {
  const guessed = new Map([...guessedColumns(heading, text)].map(([field, name]) => [name, field]));
  return sampled(heading, text)
    .filter(({ name }) => name !== '')
    .slice(0, MOST_COLUMNS)
    .map(({ cell, name, values }) => {
      const guess = guessed.get(name);
      return {
        heading: cell.slice(0, LONGEST),
        samples: values.slice(0, SHOWN).map((value) => value.slice(0, LONGEST)),
        ...(guess === undefined ? {} : { guess }),
      };
    });
}
