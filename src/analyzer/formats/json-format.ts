import type { Dialect } from '../message/dialect.ts';
import type { Field } from '../message/fields.ts';
import { parseIsoTime } from '../message/time/iso.ts';
import type { Format } from './format.ts';

interface JsonFormat {
  readonly id: string;
  readonly name: string;
  readonly rows?: Format['rows'];
  /** How sure it is by the text, which begins with `{` or `[` (Format.recognise). */
  readonly recognise: (text: string) => number;
  /** Keys of a record -> field. */
  readonly fields: Readonly<Record<string, Field>>;
  /** Key of the list that a page of records has. */
  readonly list: string;
  readonly dialect?: Partial<Dialect>;
}

/** A format whose records are JSON objects, in pages, arrays, or one after another. */
export const jsonFormat = ({ id, name, rows = 'messages', recognise, fields, list, dialect }: JsonFormat): Format => ({
  id,
  name,
  rows,
  records: {
    kind: 'json',
    fields: new Map(Object.entries(fields)),
    list,
    dialect: { bareNanp: false, time: parseIsoTime, decimal: '.', ...dialect },
  },
  recognise: ({ text }) => (/^[{[]/.test(text) ? recognise(text) : 0),
});

/** How many of these keys a JSON text has. A key inside a text of a message is escaped and does not count. */
export const keysIn = (text: string, keys: readonly string[]): number =>
  keys.filter((key) => new RegExp(String.raw`[{,]\s*"${key}"\s*:`).test(text)).length;
