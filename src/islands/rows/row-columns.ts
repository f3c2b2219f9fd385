import type { ListedRow } from '../../analyzer/ask-rows.ts';
import type { SortKey } from '../../analyzer/kept/sorted.ts';
import { priceText } from '../../analyzer/write/story.ts';
import { countryName } from '../../analyzer/words/country-name.ts';
import type { Outcome } from '../../catalog/category.ts';
import { outcomeOf, parseStatus } from '../../catalog/status.ts';
import { figure } from '../kit/figures.ts';
import { timeIn } from '../kit/zone.ts';

/** A column of the list of messages. */
export interface RowColumn {
  readonly id: string;
  readonly heading: string;
  /** Absent where the list cannot be sorted by it: its cells are read from the file for the rows on screen only. */
  readonly sort?: SortKey;
  /** In characters. */
  readonly width: number;
  readonly isNumber?: boolean;
  readonly isCode?: boolean;
  /** What the cell says, before numbers are masked; '' where the log does not say. */
  readonly text: (row: ListedRow, zone: string) => string;
}

const moment = (time: string | undefined, zone: string): string => (time === undefined ? '' : timeIn(zone, time));

export const rowColumns: readonly RowColumn[] = [
  { id: 'time', heading: 'Sent', sort: 'time', width: 17, text: ({ time }, zone) => moment(time, zone) },
  { id: 'status', heading: 'Status', sort: 'status', width: 14, text: ({ status }) => status },
  { id: 'code', heading: 'Code', sort: 'code', width: 6, isCode: true, text: ({ code = '' }) => code },
  {
    id: 'from',
    heading: 'Sender',
    sort: 'sender',
    width: 15,
    text: ({ direction, sender = '', person = '' }) => (direction === 'inbound' ? person : sender),
  },
  {
    id: 'to',
    heading: 'Recipient',
    sort: 'person',
    width: 15,
    text: ({ direction, to = '', person = '' }) => (direction === 'inbound' ? to : person),
  },
  {
    id: 'country',
    heading: 'Country',
    sort: 'country',
    width: 15,
    text: ({ direction, country }) => (direction === 'inbound' ? '' : countryName(country)),
  },
  { id: 'body', heading: 'Text', width: 36, text: ({ body = '' }) => body },
  { id: 'sid', heading: 'SID', width: 36, isCode: true, text: ({ sid = '' }) => sid },
  { id: 'direction', heading: 'Direction', sort: 'direction', width: 11, text: ({ direction }) => direction },
  {
    id: 'segments',
    heading: 'Segments',
    sort: 'segments',
    width: 11,
    isNumber: true,
    text: ({ segments }) => (segments === undefined ? '' : figure(segments)),
  },
  {
    id: 'price',
    heading: 'Price',
    sort: 'price',
    width: 13,
    isNumber: true,
    text: (row) => (row.price === undefined ? '' : priceText(row)),
  },
  { id: 'service', heading: 'Messaging Service', sort: 'service', width: 37, text: ({ service = '' }) => service },
  { id: 'created', heading: 'Created', width: 17, text: ({ created }, zone) => moment(created, zone) },
  { id: 'updated', heading: 'Updated', width: 17, text: ({ updated }, zone) => moment(updated, zone) },
];

/** Columns shown at first; on a narrow screen the first few of them. */
const usual = ['time', 'status', 'code', 'from', 'to', 'country', 'body'];
const narrow = ['time', 'status', 'code'];

export const firstColumns = (isNarrow: boolean): ReadonlySet<string> => new Set(isNarrow ? narrow : usual);

/** What a message counts as, for its colour. */
export function outcomeIn({ direction, status }: Pick<ListedRow, 'direction' | 'status'>): Outcome {
  const known = parseStatus(status);
  if (direction === 'inbound') return 'inbound';
  const outcome = known === undefined ? 'other' : outcomeOf(known);
  return outcome === 'inbound' ? 'other' : outcome;
}
