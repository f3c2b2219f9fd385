import type { Delimiter } from '../records/csv/delimiter.ts';
import type { Records } from '../records/records.ts';

/** The first row of a table. */
export interface Heading {
  /** Cells without quotes, byte order marks and blanks around. */
  readonly cells: readonly string[];
  /** The same folded (records.ts), without empty ones at the end. */
  readonly names: readonly string[];
  readonly delimiter: Delimiter;
}

/** The names that stand before values in a text of objects, at whatever depth. */
export interface Keys {
  /** JSON; else what a program prints of objects. */
  readonly isJson: boolean;
  /** As they are spelled. */
  readonly spelled: ReadonlySet<string>;
  /** Folded (message/field-name.ts). */
  readonly folded: ReadonlySet<string>;
}

/** The beginning of a source, as formats look at it. */
export interface Head {
  /** The first bytes; none where a row inside a log is looked at. */
  readonly bytes: Uint8Array;
  /** The text of them, from its first character that is neither byte order mark nor blank nor a line "sep=,". */
  readonly text: string;
  /** Absent where the text begins as markup does: `{`, `[` or `<`. */
  readonly heading?: Heading;
  /** Where there is no heading, the names of values in the text. */
  readonly keys?: Keys;
}

/**
 * One kind of log: how to recognise it, and what its records look like. Plain data: it loads no parser, so that a page can
 * recognise what was pasted.
 */
export interface Format {
  /** Public name, part of the report. */
  readonly id: string;
  /** What a reader sees: "Twilio Console CSV (2025)". */
  readonly name: string;
  /** Whether a record is a message, or an event of one: several events then make a message. */
  readonly rows: 'messages' | 'events';
  readonly records: Records;
  /**
   * How sure it is that a text with this head is of this format: 0 for no, CERTAIN where the shape of the text
   * settles it, SURE where names or values do, LIKELY where they only suggest it. The surest format reads; two that tie on one file are a mistake (tests/lockstep/formats.test.ts).
   */
  recognise(head: Head): number;
  /** What its records look like under this head, where that depends on it. */
  recordsUnder?(head: Head): Records;
}

export const CERTAIN = 99;
export const SURE = 90;
export const LIKELY = 50;
/** Guessed: what is known by its columns as something else is that. */
export const WEAK = 20;

/** Whether the heading begins with these folded names, in this order. */
export const startsWith = ({ names }: Heading, start: readonly string[]): boolean => start.every((name, place) => names[place] === name);

/** Whether a program that copies tables put columns of its own into a heading: names that begin with its name. */
export const isMadeBy = ({ names }: Heading, ...programs: readonly string[]): boolean =>
  names.some((name) => programs.some((program) => name.startsWith(program)));
