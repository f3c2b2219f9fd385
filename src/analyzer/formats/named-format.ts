import type { Dialect } from '../message/dialect.ts';
import { foldedName } from '../message/field-name.ts';
import type { Field } from '../message/fields.ts';
import { parseAnyTime } from '../message/time/any-time.ts';
import type { Named, NamedRecords, Taken } from '../records/records.ts';
import type { Format, Head } from './format.ts';
import { commonNames } from './programs/field-names.ts';

interface NamedFormat {
  readonly id: string;
  readonly name: string;
  readonly rows?: Format['rows'];
  readonly kind?: NamedRecords['kind'];
  /** How sure it is by the head (Format.recognise). */
  readonly recognise: (head: Head) => number;
  /** Names of fields -> field, in whatever case and spelling; those of a message when absent. */
  readonly fields?: Readonly<Record<string, Field>>;
  readonly rare?: readonly Field[];
  readonly take?: NamedRecords['take'];
  readonly dialect?: Partial<Dialect>;
}

/** A record that is the message itself. */
export const itself = (message: Named): Taken => ({ kind: 'message', message });

/** What stands in a record: one, several, or nothing of messages. */
export const each = (found: readonly Taken[]): Taken => {
  const [only, ...more] = found;
  return only === undefined ? { kind: 'other' } : more.length === 0 ? only : { kind: 'several', each: found };
};

/** A format whose records have named values: objects, elements, forms. */
export const namedFormat = ({
  id,
  name,
  rows = 'messages',
  kind = 'objects',
  recognise,
  fields = commonNames,
  rare = [],
  take = itself,
  dialect,
}: NamedFormat): Format => ({
  id,
  name,
  rows,
  records: {
    kind,
    fields: new Map(Object.entries(fields).map(([key, field]) => [foldedName(key), field])),
    rare,
    take,
    dialect: { bareNanp: false, time: parseAnyTime, decimal: '.', ...dialect },
  },
  recognise,
});

/** Whether a value is an object with named values. */
export const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value);
