import { cellsOf, detectDelimiter, firstRecord, separatorLine, type Delimiter } from '../records/csv/delimiter.ts';
import { foldedName, foldedNames } from '../message/field-name.ts';
import { isJsonText } from '../records/objects/notation.ts';
import { SURE, WEAK, type Format, type Head, type Heading, type Keys } from './format.ts';
import type { Field } from '../message/fields.ts';
import type { Records } from '../records/records.ts';
import { formats } from './index.ts';
import { headingKey, type ToldTables } from './heading-key.ts';
import { guessedColumns } from './own-table/guess.ts';
import { lookAt, type ColumnLook } from './own-table/look.ts';
import { ownTable, recordsOf } from './own-table/own-table.ts';
import {
  credentials,
  hasSecretColumn,
  holdsSecret,
  holdsSid,
  isKnownOther,
  isRecording,
  recording,
  refusalOf,
  withoutColumn,
  type Refusal,
} from './refusals.ts';

/** A log: which format it is, and where in the text it begins. */
export interface RecognisedLog {
  readonly kind: 'log';
  readonly format: Format;
  /** What its records look like under this head. */
  readonly records: Records;
  readonly head: Head;
  /** The columns, where it is a table whose columns a reader may name. */
  readonly look?: readonly ColumnLook[];
  /** Characters and lines before the head: byte order marks, blank lines, a line `sep=;`. */
  readonly skip: { readonly characters: number; readonly lines: number };
  /** Lines of a title above the heading that are not blank. */
  readonly titles: number;
}

export type Recognised =
  | RecognisedLog
  /** A report of ours, saved as JSON. */
  | { readonly kind: 'report' }
  /** Grouped rows of a warehouse, under a heading behind so many characters. */
  | { readonly kind: 'groups'; readonly delimiter: Delimiter; readonly skip: number }
  | { readonly kind: 'other'; readonly refusal: Refusal; readonly look?: readonly ColumnLook[] }
  | { readonly kind: 'blank' };

/** The heading of grouped rows (grouped/rows.ts): it stands first, whatever engine wrote it and however it quotes. */
function groupedHeading(text: string): { readonly kind: 'groups'; readonly delimiter: Delimiter } | undefined {
  if (!/^"?grouped_v1\b/i.test(text)) return undefined;
  return { kind: 'groups', delimiter: detectDelimiter(firstRecord(text)) };
}

/** Keys that the beginning of our own report has (write/json.ts). */
const REPORT = ['schemaVersion', 'sources', 'encoding', 'delimiter', 'folded', 'skipped'];

const NO_BYTES = new Uint8Array(0);

/** A row of cells as a heading. */
export const headingOf = (row: readonly string[], delimiter: Delimiter): Heading => ({
  cells: row.map((cell) => cell.replace(/[\ufeff\u200b-\u200f\u2060]/g, '').trim()),
  names: foldedNames(row),
  delimiter,
});

interface Candidate {
  readonly format: Format;
  readonly sure: number;
}

/** The formats that take a head, the surest first. A row with a message's SID in it is no heading. */
export const candidates = (head: Head): readonly Candidate[] =>
  formats
    .filter(({ records }) => head.heading === undefined || records.kind !== 'table' || !holdsSid(head.heading))
    .map((format) => ({ format, sure: format.recognise(head) }))
    .filter(({ sure }) => sure > 0)
    .sort((a, b) => b.sure - a.sure);

/**
 * What a text is, by its beginning. Pure and light: no parser is loaded.
 *
 * @param text at least the whole heading, with byte order marks where the file has them
 * @param bytes the same as bytes, where there are any
 * @param said which column of a table is which, as a reader says it
 */
export function recognise(text: string, bytes: Uint8Array = NO_BYTES, said: ToldTables = {}): Recognised {
  // Byte order marks are blanks to a regular expression.
  const body = text.replace(/^[\s\0]+/, '');
  if (body === '') return { kind: 'blank' };
  const isMarkup = /^[{[<]/.test(body);
  const separator = isMarkup ? '' : separatorLine(body);
  const own = body.slice(separator.length);
  const groups = isMarkup ? undefined : groupedHeading(own);
  if (groups !== undefined) return { ...groups, skip: text.length - own.length };
  const top: Head = isMarkup ? objectHead(own, bytes) : { bytes, text: own, heading: firstHeading(own) };
  const atTop = candidates(top)[0] ?? (isMarkup ? undefined : amongWords(own, bytes));
  const below = atTop === undefined && !isMarkup ? belowTitles(own, bytes) : undefined;
  const head = below?.head ?? top;
  const best = below?.best ?? atTop;
  if (head.keys !== undefined && REPORT.every((key) => head.keys?.spelled.has(key))) return { kind: 'report' };
  // Texts in a table are in cells; elsewhere nothing tells them from what stands around them.
  const isTable = !isMarkup && (best === undefined || best.format.records.kind === 'table' || best.format.records.kind === 'lines');
  if (isTable ? hasSecretColumn(head) : holdsSecret(own)) return { kind: 'other', refusal: credentials };
  if (isRecording(head)) return { kind: 'other', refusal: recording };
  const skipped = text.slice(0, text.length - head.text.length);
  const skip = { characters: skipped.length, lines: skipped.split(/\r\n|[\r\n]/).length - 1 };
  const titles = below?.titles ?? 0;
  const { heading } = head;
  const told =
    (heading === undefined ? undefined : said.tables?.get(headingKey(heading.cells))) ?? said.columns ?? new Map<Field, string>();
  const look = heading === undefined ? {} : { look: lookAt(heading, head.text) };
  if (told.size > 0 && heading !== undefined) {
    const missing = [...told.values()].find((name) => !heading.names.includes(foldedName(name)));
    const columns = new Map([
      ...guessedColumns(heading, head.text),
      ...[...told].map(([field, name]) => [field, foldedName(name)] as const),
    ]);
    if (missing === undefined) return { kind: 'log', format: ownTable, records: recordsOf(columns), head, skip, titles, ...look };
    if (best === undefined || best.sure === WEAK) return { kind: 'other', refusal: withoutColumn(missing, heading.cells), ...look };
  }
  if (best === undefined || (best.sure === WEAK && isKnownOther(head))) {
    const refusal = refusalOf(head);
    return { kind: 'other', refusal, ...(refusal.isTable === true ? look : {}) };
  }
  const { format } = best;
  const records = format.recordsUnder?.(head) ?? format.records;
  return { kind: 'log', format, records, head, skip, titles, ...(records.kind === 'table' ? look : {}) };
}

/** A key of JSON; one inside a text is escaped and does not match. */
const JSON_KEY = /[{,]\s*"([^"\\]{1,60})"\s*:/g;
/** A key as programs print it. */
const PRINTED_KEY = /[{,]\s*(?::|["'])?([A-Za-z_$][\w$-]{0,60})["']?\s*(?:=>|:|=)/g;

function keysIn(text: string): Keys {
  const isJson = isJsonText(text);
  // Values of calls, as Java prints objects, have names too, but nothing says where such an object ends.
  const found = text.includes('{') ? [...text.matchAll(isJson ? JSON_KEY : PRINTED_KEY)] : [];
  const spelled = new Set(found.map(([, key = '']) => key));
  return { isJson, spelled, folded: new Set([...spelled].map(foldedName)) };
}

const objectHead = (text: string, bytes: Uint8Array): Head => ({ bytes, text, keys: keysIn(text) });

/** Records behind words of a program (a prompt, headers of an answer, a time before each line); only where their names settle it. */
function amongWords(text: string, bytes: Uint8Array): Candidate | undefined {
  return candidates(objectHead(text, bytes)).find(({ sure }) => sure >= SURE);
}

/** Lines above a heading that are looked at: a title, who made it, when. */
const MOST_TITLES = 12;
/** Columns of a heading below a title: a line of prose has a comma or two. */
const FEWEST_COLUMNS = 3;

/** A heading below lines that are none, as spreadsheets have a title above a table; only where a format takes it. */
function belowTitles(
  text: string,
  bytes: Uint8Array,
): { readonly head: Head; readonly best: Candidate; readonly titles: number } | undefined {
  let titles = 0;
  let at = 0;
  for (const line of text.split(/\r\n|[\r\n]/, MOST_TITLES)) {
    if (/[^\s,;|]/.test(line)) titles += 1;
    at += line.length;
    at += /^(?:\r\n|[\r\n])/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
    const rest = text.slice(at);
    const heading = firstHeading(rest);
    const isWide = heading.names.filter((name) => name !== '').length >= FEWEST_COLUMNS;
    const head = { bytes, text: rest, heading };
    // What is parted by blanks or bars is one cell here.
    const best = candidates(head).find(({ format: { records } }) => records.kind === 'lines' || (isWide && records.kind === 'table'));
    if (best !== undefined) return { head, best, titles };
  }
  return undefined;
}

function firstHeading(text: string): Heading {
  const record = firstRecord(text);
  const delimiter = detectDelimiter(record);
  return headingOf(cellsOf(record, delimiter), delimiter);
}

/** What a row inside a table is the heading of; `undefined` for a message. Every heading of a format names a status, which few rows do, so few are looked at. */
export const formatOfHeading = (row: readonly string[], delimiter: Delimiter): Format | undefined =>
  !row.some((cell) => /status/i.test(cell))
    ? undefined
    : candidates({ bytes: NO_BYTES, text: '', heading: headingOf(row, delimiter) })[0]?.format;
