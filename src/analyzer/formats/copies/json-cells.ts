import type { NamedRecords } from '../../records/records.ts';
import { LIKELY, SURE, type Format, type Head } from '../format.ts';
import { namedFormat } from '../named-format.ts';
import { sampled } from '../own-table/guess.ts';
import { commonNames } from '../programs/field-names.ts';

/** How Airbyte calls the column, folded. */
const AIRBYTE = 'airbytedata';

const isMessage = (cell: string): boolean =>
  /^\s*\{/.test(cell) && /"(?:message_?|sms_?)?sid"\s*:/i.test(cell) && /"(?:message_?|sms_?)?status"\s*:/i.test(cell);

/** The heading, folded, of the column whose cells are messages. */
const columnIn = ({ heading, text }: Head): string | undefined =>
  heading === undefined || text === ''
    ? undefined
    : sampled(heading, text).find(({ name, values }) => name === AIRBYTE || (values.length > 0 && values.every(isMessage)))?.name;

const plain = namedFormat({
  id: 'json-cells',
  name: 'Table with each message as JSON in one cell (Airbyte’s raw table)',
  kind: 'cells',
  recognise: (head) => {
    const column = columnIn(head);
    return column === undefined ? 0 : column === AIRBYTE ? SURE : LIKELY;
  },
  fields: { ...commonNames, message_status: 'status', sms_status: 'status', number_of_segments: 'segments' },
});

/** Raw tables of a copy and of programs that keep what they were sent: one column holds the whole record. */
export const jsonCells: Format = {
  ...plain,
  recordsUnder: (head) => ({ ...(plain.records as NamedRecords), cell: columnIn(head) ?? AIRBYTE }),
};
