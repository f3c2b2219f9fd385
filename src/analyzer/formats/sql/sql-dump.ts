import { entryOf } from '../../memory/entry-of.ts';
import { foldedName } from '../../message/field-name.ts';
import type { Field } from '../../message/fields.ts';
import type { NamedRecords } from '../../records/records.ts';
import { copiedCells, copiedEnd, copyForm } from '../../records/sql/copy.ts';
import { areOfMessages, columnsDefined, COPY, CREATE, INSERT, namesIn, placeNames, tableName } from '../../records/sql/names.ts';
import { tupleAt } from '../../records/sql/tuple.ts';
import { LIKELY, SURE, type Format } from '../format.ts';
import { namedFormat } from '../named-format.ts';
import { guessedColumns, guessedPlaces, isEnough } from '../own-table/guess.ts';
import { commonNames } from '../programs/field-names.ts';

/** How a dump begins: a note, or a word of the language. */
const BEGINNING =
  /^(?:--|\/\*|#|(?:INSERT|REPLACE|COPY|CREATE|DROP|SET|BEGIN|START|USE|PRAGMA|LOCK|ALTER|DELETE|TRUNCATE|REM|PROMPT|WHENEVER|DECLARE|IF|GO)\s)/i;
/** Where one of the statements that matter may begin. */
const STATEMENT = /(?:^|;)[ \t]*(?=(?:INSERT|REPLACE|COPY|CREATE)\s)/gim;
/** Statements and rows of the head that are looked at. */
const MOST_STATEMENTS = 200;
const MOST_ROWS = 40;

/** A statement that brings rows. */
interface Rows {
  readonly table: string;
  /** None where nothing names them. */
  readonly columns: readonly string[];
  readonly rows: () => readonly (readonly (string | null)[])[];
}

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const asCsv = (values: readonly (string | null)[]): string => values.map((value) => `"${(value ?? '').replaceAll('"', '""')}"`).join(',');

/** The first rows behind an INSERT. */
function insertedRows(text: string, from: number): readonly (readonly (string | null)[])[] {
  const rows: (readonly (string | null)[])[] = [];
  for (let at = from; rows.length < MOST_ROWS;) {
    const tuple = tupleAt(text, at, true);
    if (tuple.kind !== 'row') break;
    rows.push(tuple.values);
    const next = matchAt(/\s*,\s*(?=\()/y, text, tuple.end);
    if (next === null) break;
    at = tuple.end + next[0].length;
  }
  return rows;
}

/** The first rows behind a COPY that are whole. */
function copiedRows(text: string, from: number, options = ''): readonly (readonly (string | null)[])[] {
  const form = copyForm(options);
  const rows: (readonly (string | null)[])[] = [];
  for (let at = from; rows.length < MOST_ROWS;) {
    const end = copiedEnd(text, at, form);
    const line = text.slice(at, Math.max(at, end)).replace(/\r$/, '');
    if (end < 0 || line === '\\.') break;
    if (at > from || !form.hasHeading) rows.push(copiedCells(line, form));
    at = end + 1;
  }
  return rows;
}

/** The statements in the beginning of a dump that bring rows. */
function* rowsIn(text: string): Generator<Rows, void> {
  const defined = new Map<string, readonly string[]>();
  let seen = 0;
  for (const found of text.matchAll(STATEMENT)) {
    seen += 1;
    if (seen > MOST_STATEMENTS) return;
    const at = found.index + found[0].length;
    const create = matchAt(CREATE, text, at);
    if (create !== null) defined.set(tableName(create[1] ?? ''), columnsDefined(text, at + create[0].length) ?? []);
    for (const [pattern, rowsBehind] of [
      [INSERT, insertedRows],
      [COPY, copiedRows],
    ] as const) {
      const head = matchAt(pattern, text, at);
      if (head === null) continue;
      const [all, name = '', list, options] = head;
      const table = tableName(name);
      const columns = list === undefined ? (defined.get(table) ?? []) : namesIn(list);
      yield { table, columns, rows: () => rowsBehind(text, at + all.length, options) };
    }
  }
}

const plain = namedFormat({
  id: 'sql-dump',
  name: 'SQL dump (INSERT or COPY) with a table of messages',
  kind: 'sql',
  recognise: ({ heading, text }) => {
    if (heading === undefined || !BEGINNING.test(text)) return 0;
    let isDump = false;
    for (const { columns } of rowsIn(text)) {
      if (areOfMessages(columns, records.fields)) return SURE;
      isDump = true;
    }
    return isDump ? LIKELY : 0;
  },
  fields: { ...commonNames, message_status: 'status', sms_status: 'status', number_of_segments: 'segments' },
});
const records = plain.records as NamedRecords;

/** Fields of the first table of messages whose columns have other names or none, told by what stands in them. */
function guessedNames(text: string): readonly (readonly [string, Field])[] {
  // Where each row has a statement of its own, all of them are looked at.
  const tables = new Map<
    string,
    { readonly table: string; readonly columns: readonly string[]; readonly rows: (readonly (string | null)[])[] }
  >();
  for (const { table, columns, rows } of rowsIn(text))
    entryOf(tables, [table, ...columns].join('\n'), () => ({ table, columns, rows: [] })).rows.push(...rows());
  for (const { table, columns: named, rows } of tables.values()) {
    const columns = named.length > 0 ? named : placeNames(table, rows[0]?.length ?? 0);
    const heading = { cells: columns, names: columns.map(foldedName), delimiter: ',' } as const;
    const sample = [columns, ...rows].map(asCsv).join('\n');
    const guessed = named.length > 0 ? guessedColumns(heading, sample) : guessedPlaces(heading, sample);
    if (!areOfMessages(columns, records.fields) && !isEnough(guessed)) continue;
    const served = new Set(columns.map((column) => records.fields.get(foldedName(column))));
    return [...guessed].filter(([field]) => !served.has(field)).map(([field, name]) => [name, field]);
  }
  return [];
}

/** What a database writes of its tables, in MySQL's, Postgres', SQLite's, Oracle's or Microsoft's spelling; one of them holds messages. */
export const sqlDump: Format = {
  ...plain,
  recordsUnder: ({ text }) => {
    const guessed = guessedNames(text);
    return guessed.length === 0 ? records : { ...records, fields: new Map([...records.fields, ...guessed]), isGuessed: true };
  },
};
