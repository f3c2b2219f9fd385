import { ownText } from '../memory/own-text.ts';
import { foldedName } from '../message/field-name.ts';
import type { Field } from '../message/fields.ts';
import { isOtherSid } from '../message/sid.ts';
import type { Notices } from '../report/notices.ts';
import type { Batch } from './batch.ts';
import type { Dictionary } from './dictionary.ts';
import type { Named, NamedRecords, Taken } from './records.ts';
import { RowBatch } from './row-batch.ts';
import type { Row } from './row.ts';

/** A record longer than this (characters) is none: a message has at most 1,600 characters of text and some links. */
export const LONGEST_RECORD = 1 << 20;

/** Different names remembered; a hostile log has any number of them. */
const NAMES_KEPT = 5_000;

/** Names of no field that are told. */
export const IGNORED_KEPT = 100;

/** A value that a database or a form wraps: `{"$date": …}`, `{"S": …}`, a list of one. */
function wrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const [[name, inner] = ['', undefined], ...more] = Object.entries(value);
  return more.length === 0 && (Array.isArray(value) || /^(?:\$\w+|[SN])$/.test(name)) ? inner : undefined;
}

/** A value as a cell: `null`, lists and objects are empty but for those around one value, a number is its digits. */
export const cellOf = (value: unknown): string => {
  const plain = wrapped(value) ?? value;
  return typeof plain === 'string' ? plain : typeof plain === 'number' || typeof plain === 'boolean' ? String(plain) : '';
};

/** Where the cell of a name goes, and how far up its name stands among those of the field. */
interface Slot {
  readonly field: Field;
  readonly place: number;
  readonly rank: number;
}

/** Fields of which a record needs one besides its status, to be about a message at all. */
const SUBJECTS: readonly Field[] = ['sid', 'to', 'from', 'body', 'sent', 'created'];

/** Records with named values to batches of messages; what is no message is told. All readers but those of tables end in it. */
export class NamedRows {
  /** Field -> its name in the source, for the fields met so far. */
  readonly columns: Partial<Record<Field, string>> = {};
  /** Names that are of no field, as they were met. */
  readonly ignored: string[] = [];
  readonly #records: NamedRecords;
  readonly #notices: Notices;
  readonly #batch: RowBatch;
  readonly #slots = new Map<string, Slot>();
  readonly #known = new Map<string, Slot | undefined>();
  readonly #width: number;
  readonly #status: number;
  readonly #sid: number;
  readonly #subjects: readonly number[];
  #rows: Row[] = [];
  #lines: number[] = [];

  constructor(records: NamedRecords, notices: Notices) {
    this.#records = records;
    this.#notices = notices;
    const places = new Map<Field, number>();
    for (const [name, field] of records.fields) {
      if (!places.has(field)) places.set(field, places.size);
      this.#slots.set(name, { field, place: places.get(field) ?? 0, rank: this.#slots.size });
    }
    for (const field of records.rare) this.columns[field] = field;
    this.#width = places.size;
    this.#status = places.get('status') ?? -1;
    this.#sid = places.get('sid') ?? -1;
    this.#subjects = SUBJECTS.flatMap((field) => places.get(field) ?? []);
    this.#batch = new RowBatch(places, new Map<Field, Dictionary>(), records.dialect);
  }

  /** @param record `undefined` for what is broken */
  add(record: Named | undefined, line: number): void {
    this.#add(record === undefined ? undefined : this.#records.take(record), line);
  }

  #add(taken: Taken | undefined, line: number): void {
    if (taken?.kind === 'bookkeeping') return;
    if (taken?.kind === 'several') {
      for (const one of taken.each) this.#add(one, line);
      return;
    }
    const row = taken?.kind === 'message' ? this.#rowOf(taken.message) : undefined;
    if (taken?.kind === 'other' || (row !== undefined && isOtherSid(row[this.#sid] ?? ''))) this.skip('other-records', line);
    else if (row === undefined) this.skip('broken-records', line);
    else {
      this.#rows.push(row);
      this.#lines.push(line);
    }
  }

  skip(why: 'other-records' | 'broken-records' | 'truncated-end', line: number): void {
    this.#notices.skip(why, () => line);
  }

  /** What was added since it was asked last; `undefined` for nothing. */
  batch(): Batch | undefined {
    if (this.#rows.length === 0) return undefined;
    const lines = this.#lines;
    this.#batch.fill(this.#rows, (row) => lines[row] ?? 0);
    this.#rows = [];
    this.#lines = [];
    return this.#batch;
  }

  /** The cells of a record; `undefined` for what does not say what became of a message. */
  #rowOf(message: Named): Row | undefined {
    const row = new Array<string>(this.#width).fill('');
    const ranks = new Array<number>(this.#width).fill(Infinity);
    for (const name of Object.keys(message)) {
      const slot = this.#slotOf(name);
      if (slot === undefined) continue;
      this.columns[slot.field] ??= name;
      const cell = cellOf(message[name]);
      if (cell === '' || slot.rank >= (ranks[slot.place] ?? Infinity)) continue;
      row[slot.place] = cell;
      ranks[slot.place] = slot.rank;
    }
    return row[this.#status] === '' || this.#subjects.every((place) => row[place] === '') ? undefined : row;
  }

  #slotOf(name: string): Slot | undefined {
    const known = this.#known.get(name);
    if (known !== undefined || this.#known.has(name)) return known;
    const slot = this.#slots.get(foldedName(name));
    if (this.#known.size < NAMES_KEPT) this.#known.set(name, slot);
    if (slot === undefined && this.ignored.length < IGNORED_KEPT && !this.ignored.includes(name)) this.ignored.push(ownText(name));
    return slot;
  }
}
