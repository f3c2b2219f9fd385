import { foldedName } from '../../message/field-name.ts';
import type { FieldNames } from '../records.ts';

/** A name as SQL writes it, with what it belongs to before it: public."messages", `messages`, [dbo].[messages]. */
const NAME = String.raw`(?:[\w$]+|"[^"\n]+"|\x60[^\x60\n]+\x60|\[[^\]\n]+\])(?:\s*\.\s*(?:[\w$]+|"[^"\n]+"|\x60[^\x60\n]+\x60|\[[^\]\n]+\]))*`;
const LIST = String.raw`\(([^()]{1,32000})\)`;

/** `INSERT INTO table (columns) VALUES`, up to the bracket of the first row; the names of columns may be missing. */
export const INSERT = new RegExp(
  String.raw`(?:INSERT|REPLACE)\s+(?:(?:IGNORE|OR|REPLACE|DELAYED|LOW_PRIORITY|HIGH_PRIORITY)\s+){0,3}(?:INTO\s+)?(${NAME})\s*(?:${LIST}\s*)?(?:OVERRIDING\s+\w+\s+VALUE\s+)?VALUES?\s*(?=\()`,
  'iy',
);
/** `COPY table (columns) FROM stdin options;` and the end of its line; a semicolon in quotes is one of the options. */
export const COPY = new RegExp(String.raw`COPY\s+(${NAME})\s*(?:${LIST}\s*)?FROM\s+stdin\b((?:[^;'\n]|'[^'\n]*'){0,200});[^\n]*\n`, 'iy');
/** `CREATE TABLE table (`; its columns follow. */
export const CREATE = new RegExp(String.raw`CREATE\s+(?:\w+\s+){0,3}TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(${NAME})\s*\(`, 'iy');
/** A word with which one of the three may begin. */
export const BEGINNING = /(?:INSERT|REPLACE|COPY|CREATE)\s/iy;

/** Quotes of a name, and brackets of Microsoft's. */
const bare = (name: string): string => name.trim().replace(/^["`[]([^]*)["`\]]$/, '$1');

/** The names of a list: `sid, "from", [to]`. */
export const namesIn = (list: string): readonly string[] => list.split(',').map(bare);

/** A table's own name, without what it belongs to. */
export const tableName = (name: string): string => bare(name.split('.').at(-1) ?? '').toLowerCase();

/** Names for the columns of a table that nothing names: by their places, "messages$1". */
export const placeNames = (table: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => `${table}$${String(place + 1)}`);

/** What stands in a definition of a table besides columns. */
const NO_COLUMN = /^(?:PRIMARY|KEY|UNIQUE|CONSTRAINT|FOREIGN|INDEX|CHECK|FULLTEXT|SPATIAL|EXCLUDE|LIKE|PERIOD)\b/i;

/**
 * The columns that a definition names.
 *
 * @param at behind the bracket that opens it
 * @returns `undefined` where it has no end in the text
 */
export function columnsDefined(text: string, at: number): readonly string[] | undefined {
  const parts: string[] = [];
  let depth = 1;
  let quote = '';
  let from = at;
  for (let place = at; place < text.length; place += 1) {
    const sign = text[place] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === "'" || sign === '"' || sign === '`') quote = sign;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0 || (depth === 1 && quote === '' && sign === ',')) {
      parts.push(text.slice(from, place).trim());
      from = place + 1;
    }
    if (depth === 0)
      return parts
        .filter((part) => part !== '' && !NO_COLUMN.test(part))
        .map((part) => bare(/^(?:"[^"]*"|`[^`]*`|\[[^\]]*\]|\S+)/.exec(part)?.[0] ?? ''));
  }
  return undefined;
}

/** Fields of which a table needs one besides the status to be of messages. */
const SUBJECTS = new Set(['sid', 'to', 'from']);

/** Whether columns are those of messages. */
export function areOfMessages(columns: readonly string[], names: FieldNames): boolean {
  const fields = columns.map((column) => names.get(foldedName(column)));
  return fields.includes('status') && fields.some((field) => field !== undefined && SUBJECTS.has(field));
}
