import { parseAnyTime } from '../../message/time/any-time.ts';
import type { TableRecords } from '../../records/records.ts';
import { WEAK, type Format } from '../format.ts';
import { tableFormat } from '../table-format.ts';
import { guessedColumns, isEnough, isHeading, type Columns } from './guess.ts';

const plain = tableFormat({
  id: 'own-table',
  name: 'Table with column names of its own',
  recognise: () => 0,
  fields: {},
  dialect: { time: parseAnyTime },
});

/** Records under a heading whose columns are told one by one. */
export const recordsOf = (columns: Columns): TableRecords => ({
  ...(plain.records as TableRecords),
  fields: new Map([...columns].map(([field, name]) => [name, field])),
});

/** Any table of messages, under whatever headings: which column is which is guessed, unless a reader says it. */
export const ownTable: Format = {
  ...plain,
  recognise: ({ heading, text }) =>
    heading !== undefined && text !== '' && isHeading(heading) && isEnough(guessedColumns(heading, text)) ? WEAK : 0,
  recordsUnder: ({ heading, text }) => ({
    ...recordsOf(heading === undefined ? new Map() : guessedColumns(heading, text)),
    isGuessed: true,
  }),
};
