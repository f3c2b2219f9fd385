import type { Field } from '../message/fields.ts';
import type { Row } from '../records/row.ts';

/** The first heading of a file of grouped rows: the public name of its form. */
export const GROUPED = 'grouped_v1';

/**
 * The columns of grouped-v1. Cells are as the warehouse has them and mean what they mean in any log; those that a part does not
 * use are empty.
 *
 * The first names the part; `people` and `texts` are cells of people and blanked bodies. `area`: the digits of a number that decide its
 * country, and behind "/" how many digits the number has where that matters. `n`: messages of the group. `more`: a second figure of the
 * part. `first`, `last`: milliseconds since 1970 in UTC. `list`: many rows of the part in one (lists.ts).
 */
export const groupedColumns = [
  GROUPED,
  'status',
  'direction',
  'code',
  'sender',
  'person',
  'area',
  'service',
  'unit',
  'price',
  'segments',
  'body',
  'sid',
  'n',
  'more',
  'first',
  'last',
  'list',
] as const;
/** Files of older scripts have no such column: they have a row for what stands in lists now. */
const NEWER: GroupedColumn = 'list';
export type GroupedColumn = (typeof groupedColumns)[number];
/** Those that hold whole numbers. */
export const wholeColumns = ['n', 'more', 'first', 'last'] as const satisfies readonly GroupedColumn[];
export const isWhole = (column: GroupedColumn): boolean => (wholeColumns as readonly GroupedColumn[]).includes(column);
export const NOT_WHOLE = 'has something else where a whole number belongs';

/**
 * The parts, each what one GROUP BY gives, most of them in lists (lists.ts). `failed` and `sampled` are messages one by one; all others but
 * `log`, `rows`, `queue`, `carrier`, `reached`, `stopped`, `text` leave out outbound messages that failed, which stand in `failed`.
 */
export const groupedParts = [
  /** n: rows of the table, more: messages; body: settings of the script, as `name=value` parted by blanks. */
  'log',
  /** n: rows of the file besides this one: a file that was cut has fewer. */
  'rows',
  /** first: when; more: milliseconds from creation to the last change; last: when its person was last reached, where that is known; body: of a filtered message; area: only where numbers of people stay behind. */
  'failed',
  /** Outbound messages that did not fail, chosen by the dice of index/cells/dice.ts; n: messages that each stands for; more: milliseconds from creation until they were sent. */
  'sampled',
  'kind',
  /** first, last: within one hour. */
  'hour',
  /** last: the newest. */
  'route',
  /** By sender and quarter of an hour, which first lies in; more: segments where they are not as many. */
  'pace',
  /** By area and quarter of an hour, which first lies in; more: segments where they are not as many; status: of messages without a receipt only. */
  'place',
  /** By area and, among the youngest, by minute, which last lies in: delivered messages and those without a receipt. n: messages; first: the first of them. */
  'receipt',
  /** The newest messages without a receipt of an area and a quarter of an hour; first: when. */
  'silent',
  /** Messages in flight by sender and quarter of an hour; first: the first of them. */
  'waiting',
  /** The newest of these; first: when. */
  'waiting-newest',
  /** Accepted messages that had waited, by sender, quarter of an hour and, in code, the longest of the waits of queue-overflow that theirs reached; first: the first of them. */
  'waited',
  /** The newest of these; first: when. */
  'waited-newest',
  /** Messages that were handed on, failed ones too, by sender and how long they waited for it; more: milliseconds, rounded as index/cells/durations.ts does. */
  'queue',
  /** Those of them that were delivered or undelivered, by sender and how long that took from there. */
  'carrier',
  /** People of messages that did not fail and have a code. */
  'coded',
  /** People who met a failure and were reached, wrote or read, it is not known when. */
  'reached',
  /** People who met a failure and texted an opt-out keyword. */
  'stopped',
  /** Messages by sender and blanked body, of senders with a filtered message; filtered ones stand in `failed`. */
  'text',
] as const;
export type GroupedPart = (typeof groupedParts)[number];

/** One row of the file. */
export interface GroupedRow {
  readonly part: GroupedPart;
  /** '' where the part has no such cell. */
  readonly cell: (column: Exclude<GroupedColumn, (typeof wholeColumns)[number]>) => string;
  /** Messages; 0 where the cell is empty. */
  readonly n: number;
  readonly more: number;
  /** Milliseconds; NaN where the cell is empty. */
  readonly first: number;
  readonly last: number;
}

const parts: ReadonlySet<string> = new Set(groupedParts);
/** What engines write for nothing. */
const NOTHING = new Set(['', '\\N', 'NULL', 'null']);
const WHOLE = /^-?\d{1,16}(?:\.0+)?$/;

/**
 * Reads rows under one heading.
 *
 * @param heading the columns in whatever order
 * @returns a reader of one row after another, or what is wrong with the heading: a clause that goes on after the name of the file
 */
export function rowReader(heading: Row): ((row: Row) => GroupedRow | string) | string {
  const places = groupedColumns.map((column) => heading.indexOf(column));
  const missing = groupedColumns.filter((column, place) => column !== NEWER && places[place] === -1);
  if (missing.length > 0) return `lacks the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}`;
  const placeOf = new Map(groupedColumns.map((column, place) => [column, places[place] ?? -1]));
  return (row) => {
    const cellOf = (column: GroupedColumn): string => {
      const cell = row[placeOf.get(column) ?? -1] ?? '';
      return NOTHING.has(cell) ? '' : cell;
    };
    if (row.length !== heading.length) return 'has a row with too few or too many cells';
    const part = cellOf(GROUPED);
    if (!parts.has(part)) return 'has a row of a part that this program does not know';
    const whole = (column: (typeof wholeColumns)[number], nothing: number): number => {
      const cell = cellOf(column);
      return cell === '' ? nothing : Number(cell);
    };
    if (wholeColumns.some((column) => cellOf(column) !== '' && !WHOLE.test(cellOf(column)))) return NOT_WHOLE;
    return {
      part: part as GroupedPart,
      cell: cellOf,
      n: whole('n', 0),
      more: whole('more', NaN),
      first: whole('first', NaN),
      last: whole('last', NaN),
    };
  };
}

/** What a script says of itself, in its row `log`. */
export interface Settings {
  /** Fields that the table has. */
  readonly fields: readonly Field[];
  /** Whether blanked texts and numbers of people were left in. */
  readonly texts: boolean;
  readonly people: boolean;
  /** Minutes that a receipt is waited for; messages of the sample at most. */
  readonly settle: number;
  readonly sample: number;
  /** Whether the script carries how long messages waited and took; older ones do not. */
  readonly waits: boolean;
}

/** Settings as the row `log` carries them. */
export const settingsText = ({ fields, texts, people, settle, sample, waits }: Settings): string =>
  `fields=${fields.join(',')} texts=${texts ? 'yes' : 'no'} people=${people ? 'yes' : 'no'} settle=${String(settle)} sample=${String(sample)} waits=${waits ? 'yes' : 'no'}`;

/** The settings in a text; `undefined` where one is missing. */
export function settingsIn(text: string): Settings | undefined {
  const values = new Map(text.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const));
  const [fields, texts, people] = [values.get('fields'), values.get('texts'), values.get('people')];
  const settle = Number(values.get('settle') ?? NaN);
  const sample = Number(values.get('sample') ?? NaN);
  if (fields === undefined || texts === undefined || people === undefined || Number.isNaN(settle + sample)) return undefined;
  return {
    fields: fields.split(',').filter((field) => field !== '') as readonly Field[],
    texts: texts === 'yes',
    people: people === 'yes',
    settle,
    sample,
    waits: values.get('waits') === 'yes',
  };
}
