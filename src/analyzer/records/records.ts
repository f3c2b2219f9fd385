import type { Dialect } from '../message/dialect.ts';
import type { Field } from '../message/fields.ts';
import type { Batch } from './batch.ts';
import type { PairLayout } from './pairs/notation.ts';

/** Name in the file -> field. Names not listed are ignored. */
export type FieldNames = ReadonlyMap<string, Field>;

/** Records that are rows of a table under a heading. */
export interface TableRecords {
  readonly kind: 'table';
  /** Headings, folded (`foldedName`) -> field. */
  readonly fields: FieldNames;
  /** Every heading the format is known to have, as it is spelled: the first cell of another heading row is one of them. */
  readonly headings: readonly string[];
  /** Whether it was guessed which heading is of which field. */
  readonly isGuessed?: true;
  /** Rows that a program writes at the end and that are no message; each has its notice. */
  readonly trailers: readonly string[];
  readonly dialect: Dialect;
}

/** One record whose values have names, whatever it was written in. */
export type Named = Readonly<Record<string, unknown>>;

/** What a format makes of one record it meets. */
export type Taken =
  /** A message or an event of one: the values of its fields. */
  | { readonly kind: 'message'; readonly message: Named }
  /** Several in one record, as a queue or a gateway hands them on in one body. */
  | { readonly kind: 'several'; readonly each: readonly Taken[] }
  /** A record of something else, such as a call or another table of a copy. */
  | { readonly kind: 'other' }
  /** What a program writes between records for itself, as a heading is in a table: no row. */
  | { readonly kind: 'bookkeeping' };

/** Records whose values have names. */
export interface NamedRecords {
  /**
   * How they are written. `objects`: JSON or what a program prints of objects, one after another, in lists, or in the list of a
   * page. `printed`: texts of Ruby's library, "<Twilio.Api.V2010.MessageInstance body: …>". `xml`: elements. `html`: elements that go by their classes. `form`: lines of "name=value&…". `sql`: rows
   * of a dump. `cells`: objects as JSON in the cells of one column of a table. `pairs`: a name and its value a line.
   */
  readonly kind: 'objects' | 'printed' | 'xml' | 'html' | 'form' | 'sql' | 'cells' | 'pairs';
  /** Names of fields, folded (`foldedName`) -> field. Where a record has several names of one field, the first in this order that is not empty counts. */
  readonly fields: FieldNames;
  /** Whether it was guessed which name is of which field. */
  readonly isGuessed?: true;
  /** Fields that a record has only where there is something to say, so that a log without them lacks nothing. */
  readonly rare: readonly Field[];
  /** For `cells`: the heading, folded, of the column. */
  readonly cell?: string;
  /** For `pairs`: how they are written, and where the names stand. */
  readonly pairs?: PairLayout;
  /** Takes a message out of what stands around it. */
  readonly take: (record: Named) => Taken;
  readonly dialect: Dialect;
}

/** Records that are lines under a heading line, whose cells nothing quotes: programs print such tables for the eye. */
export interface LineRecords {
  readonly kind: 'lines';
  /** How a line is cut: at tabs, where the words of the heading begin, or at bars ("|"), with or without lines drawn between. */
  readonly cut: 'tabs' | 'columns' | 'bars';
  /** Headings, folded (`foldedName`) -> field. */
  readonly fields: FieldNames;
  readonly dialect: Dialect;
}

/** What the records of a format look like: plain data, so that recognising a log loads no parser. */
export type Records = TableRecords | LineRecords | NamedRecords;

/** Text of one source to batches of whole records, with notices for everything that is no message. */
export interface BatchReader {
  /** Field -> its name in the file, for the fields met so far. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Names met that no field was read from, some hundred at most. */
  readonly ignored: readonly string[];
  /** What parts cells; '' where nothing does. */
  readonly delimiter: string;
  /**
   * Batches of the records that end in this piece of text; each must be used before the next is asked for.
   *
   * @param isLast whether this is the end of the text; the piece may be empty then
   */
  read(piece: string, isLast: boolean): Iterable<Batch>;
}

/** Bytes of one source to batches of whole records. */
export interface BlockReader extends Pick<BatchReader, 'columns' | 'ignored' | 'delimiter'> {
  /** Blocks so far that were read as bytes, and that were made text first. */
  readonly blocks: { readonly asBytes: number; readonly asText: number };
  /**
   * Batches of the records that end in this block; each must be used before the next is asked for.
   *
   * @param isLast whether this is the end of the bytes; the block may be empty then
   */
  read(block: Uint8Array, isLast: boolean): Iterable<Batch>;
}
