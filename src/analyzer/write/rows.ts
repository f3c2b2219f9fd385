import type { ListedMessage } from '../report/listed-message.ts';
import { csvRow } from './cells.ts';
import { safeJson } from './safe-json.ts';

/**
 * The columns of exported messages, by the names that the REST API gives these fields: what is exported is a log that is read again,
 * by this program and by others. Times are ISO 8601 in UTC.
 */
const columns: Readonly<Record<string, (message: ListedMessage) => string | number | undefined>> = {
  sid: ({ sid }) => sid,
  date_sent: ({ sent, time, created }) => sent ?? (created === undefined ? time : undefined),
  date_created: ({ created }) => created,
  date_updated: ({ updated }) => updated,
  direction: ({ direction }) => direction,
  status: ({ status }) => status,
  error_code: ({ code }) => (code === undefined ? undefined : Number(code)),
  from: ({ direction, sender, person }) => (direction === 'inbound' ? person : sender),
  to: ({ direction, to, person }) => (direction === 'inbound' ? to : person),
  country: ({ country }) => country,
  messaging_service_sid: ({ service }) => service,
  num_segments: ({ segments }) => segments,
  price: ({ price }) => price,
  price_unit: ({ priceUnit }) => priceUnit,
  body: ({ body }) => body,
};

const names = Object.keys(columns);

/** A price as a plain decimal number: never "1e-7". */
const written = (value: string | number | undefined): string =>
  typeof value === 'number' ? value.toFixed(6).replace(/\.?0+$/, '') : (value ?? '');

/** Forms in which messages are exported. */
export const rowForms = ['csv', 'jsonl'] as const;
export type RowForm = (typeof rowForms)[number];

/** The first lines of an export: the heading of a CSV, nothing for JSON lines. */
export const rowsHead = (form: RowForm): string => (form === 'csv' ? csvRow(names) : '');

/**
 * Messages for a file, whole: a CSV in which nothing acts as a formula (write/cells.ts), or a JSON object a line without what the log
 * does not say, in which nothing steers a terminal.
 */
export const rowsText = (form: RowForm, messages: readonly ListedMessage[]): string =>
  messages.map((message) => (form === 'csv' ? csvLine(message) : jsonLine(message))).join('');

const csvLine = (message: ListedMessage): string => csvRow(Object.values(columns).map((value) => written(value(message))));

const jsonLine = (message: ListedMessage): string => {
  const fields = Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) => {
      const said = value(message);
      return said === undefined ? [] : [[name, said]];
    }),
  );
  return `${safeJson(fields)}\n`;
};
