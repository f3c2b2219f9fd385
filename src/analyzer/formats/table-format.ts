import type { Dialect } from '../message/dialect.ts';
import type { Field } from '../message/fields.ts';
import { parseIsoTime } from '../message/time/iso.ts';
import { foldedName } from '../message/field-name.ts';
import type { Format, Heading } from './format.ts';

interface TableFormat {
  readonly id: string;
  readonly name: string;
  readonly rows?: Format['rows'];
  /** How sure it is by the heading (Format.recognise). */
  readonly recognise: (heading: Heading) => number;
  /** Headings as they are spelled -> field. */
  readonly fields: Readonly<Record<string, Field>>;
  /** Further headings that are known and not read. */
  readonly unread?: readonly string[];
  readonly trailers?: readonly string[];
  /** Where cells are not written as the Console writes them today. */
  readonly dialect?: Partial<Dialect>;
}

/** A format whose records are rows under a heading. Prices have points unless semicolons part the cells (records/csv/csv-reader.ts). */
export const tableFormat = ({
  id,
  name,
  rows = 'messages',
  recognise,
  fields,
  unread = [],
  trailers = [],
  dialect,
}: TableFormat): Format => ({
  id,
  name,
  rows,
  records: {
    kind: 'table',
    fields: new Map(Object.entries(fields).map(([heading, field]) => [foldedName(heading), field])),
    headings: [...Object.keys(fields), ...unread],
    trailers,
    dialect: { bareNanp: false, time: parseIsoTime, decimal: '.', ...dialect },
  },
  recognise: ({ heading }) => (heading === undefined ? 0 : recognise(heading)),
});
