import { entryOf } from '../../memory/entry-of.ts';
import { foldedName } from '../../message/field-name.ts';
import type { Field } from '../../message/fields.ts';
import { objectIn } from '../../records/objects/literal.ts';
import { isJsonText } from '../../records/objects/notation.ts';
import { ObjectSplitter } from '../../records/objects/object-splitter.ts';
import { cellOf } from '../../records/named-rows.ts';
import type { Named, NamedRecords } from '../../records/records.ts';
import { WEAK, type Format } from '../format.ts';
import { isNamed, itself, namedFormat } from '../named-format.ts';
import { commonNames } from '../programs/field-names.ts';
import { guessedColumns, isEnough } from './guess.ts';

/** How much of a text is looked at, and how many of its objects. */
const SAMPLE = 65_536;
const MOST_OBJECTS = 60;
/** Objects inside objects, and names of one record. */
const DEEPEST = 4;
const MOST_NAMES = 200;

/** A record with the values of objects inside it beside its own: `{ sms: { to: … } }` has "sms.to". */
function flat(record: Named, before = '', depth = 0, into: Record<string, unknown> = {}): Named {
  for (const [name, value] of Object.entries(record)) {
    if (Object.keys(into).length >= MOST_NAMES) break;
    // What a database wraps with its type is a value (records/named-rows.ts).
    const isValue =
      !isNamed(value) || depth >= DEEPEST || Object.keys(value).some((key) => key.startsWith('$') || /^[A-Z]{1,4}$/.test(key));
    if (isValue) into[before + name] = value;
    else flat(value, `${before}${name}.`, depth + 1, into);
  }
  return into;
}

const known: ReadonlyMap<string, Field> = new Map(Object.entries(commonNames).map(([name, field]) => [foldedName(name), field]));

/** Which name is which field, by the names and what stands behind them in the first objects; empty where they are not messages. */
function fieldsIn(text: string): ReadonlyMap<string, Field> {
  const head = text.slice(0, SAMPLE);
  const objects = new ObjectSplitter(isJsonText(text), objectIn).read(head, false).slice(0, MOST_OBJECTS);
  const columns = new Map<string, string[]>();
  let rows = 0;
  for (const { value: record } of objects) {
    if (record === undefined) continue;
    for (const [name, value] of Object.entries(flat(record))) entryOf(columns, name, () => [])[rows] = cellOf(value);
    rows += 1;
  }
  const cells = [...columns.keys()];
  const heading = { cells, names: cells.map(foldedName), delimiter: ',' } as const;
  const line = (row: readonly string[]): string => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const table = Array.from({ length: rows }, (_, row) => line([...columns.values()].map((values) => values[row] ?? '')));
  const isOther = [...columns.values()].some((values) => values.some((value) => /^(?:CA|NO|RE|CF)[\da-f]{32}$/i.test(value)));
  const guessed = guessedColumns(heading, [line(cells), ...table].join('\n'));
  // Several messages in one object, as under their SIDs, are not parted.
  const statuses = heading.names.filter((name) => /(?:^|\.)(?:\w*status|state)$/.test(name) && name.includes('.'));
  if (isOther || statuses.length > 1 || !isEnough(guessed)) return new Map();
  const fields = new Map([...guessed].map(([field, name]) => [name, field]));
  for (const name of heading.names) {
    const field = known.get(name);
    if (field !== undefined && !guessed.has(field) && !fields.has(name)) fields.set(name, field);
  }
  return fields;
}

const plain = namedFormat({
  id: 'own-objects',
  name: 'Objects with names of their own',
  recognise: ({ keys, text }) => (keys !== undefined && fieldsIn(text).size > 0 ? WEAK : 0),
  take: (record) => itself(flat(record)),
});

/** Messages as objects under whatever names, nested or not, as applications, warehouses and databases write them: which name is which is guessed. */
export const ownObjects: Format = {
  ...plain,
  recordsUnder: ({ text }) => ({ ...(plain.records as NamedRecords), fields: fieldsIn(text), isGuessed: true }),
};
