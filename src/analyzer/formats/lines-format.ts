import type { Dialect } from '../message/dialect.ts';
import { foldedName } from '../message/field-name.ts';
import type { Field } from '../message/fields.ts';
import { parseAnyTime } from '../message/time/any-time.ts';
import type { LineRecords } from '../records/records.ts';
import type { Format } from './format.ts';

interface LinesFormat extends Pick<LineRecords, 'cut'>, Pick<Format, 'id' | 'name' | 'recognise'> {
  /** Headings as they are spelled -> field. */
  readonly fields: Readonly<Record<string, Field>>;
  readonly dialect?: Partial<Dialect>;
}

/** A format whose records are lines with cells that nothing quotes, under a heading line. */
export const linesFormat = ({ id, name, cut, recognise, fields, dialect }: LinesFormat): Format => ({
  id,
  name,
  rows: 'messages',
  records: {
    kind: 'lines',
    cut,
    fields: new Map(Object.entries(fields).map(([heading, field]) => [foldedName(heading), field])),
    dialect: { bareNanp: false, time: parseAnyTime, decimal: '.', ...dialect },
  },
  recognise,
});
