import { isWhole, NOT_WHOLE, type GroupedColumn, type GroupedPart, type GroupedRow } from './rows.ts';

/**
 * Parts of which many rows stand in one: the cells in which these differ, in the order they have in an item of the cell `list`.
 *
 * Items are parted by ";", their cells by blanks; empty ones at the end of an item are left out. `first` counts from that of the item
 * before, of the first item from `first` of the row; `last` counts from `first` of
 * the item, where it has none from that of the row, where that has none from 1970.
 */
export const listedCells = {
  failed: ['first', 'person', 'sid', 'last', 'more', 'area'],
  sampled: ['first', 'person', 'area', 'sid', 'more'],
  hour: ['first', 'n', 'last'],
  pace: ['first', 'n', 'more'],
  place: ['first', 'n', 'more', 'last'],
  silent: ['first', 'sid'],
  waiting: ['first', 'n'],
  'waiting-newest': ['first', 'sid'],
  waited: ['first', 'n'],
  'waited-newest': ['first', 'sid'],
  queue: ['more', 'n'],
  carrier: ['more', 'n'],
  coded: ['person'],
  reached: ['person'],
  stopped: ['person'],
} as const satisfies Readonly<Partial<Record<GroupedPart, readonly GroupedColumn[]>>>;
export type ListedPart = keyof typeof listedCells;

/** Items of a list at most: an engine may hold 65,535 bytes in a cell. */
export const LIST_SIZE = 256;

/** Signs that would end a cell of an item, and what is written for them; "%" first, it begins the others. */
export const listEscapes = [
  ['%', '%25'],
  [' ', '%20'],
  [';', '%3B'],
] as const;

/** What stands behind a whole number of an item, and how many it means: quarters of an hour, seconds. The largest that leaves no rest. */
export const listUnits = [
  ['q', 900_000],
  ['s', 1_000],
] as const;

const NUMBER = /^(-?\d{1,16})([qs]?)$/;
const UNITS: ReadonlyMap<string, number> = new Map<string, number>(listUnits);

/** A whole number of an item; NaN where there is none, `undefined` for anything else. */
function numberIn(text: string): number | undefined {
  if (text === '') return NaN;
  const [, digits, unit = ''] = NUMBER.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * (UNITS.get(unit) ?? 1);
}

const textIn = (text: string): string =>
  text.includes('%') ? listEscapes.toReversed().reduce((so, [sign, escape]) => so.replaceAll(escape, sign), text) : text;

const columnsOf: Readonly<Partial<Record<GroupedPart, readonly GroupedColumn[]>>> = listedCells;
const known = (...times: readonly number[]): number => times.find((time) => !Number.isNaN(time)) ?? 0;

/**
 * The rows that stand in one row.
 *
 * @returns the row itself where it has no list; what is wrong with the list otherwise: a clause that goes on after the name of the file
 */
export function rowsIn(row: GroupedRow): readonly GroupedRow[] | string {
  const list = row.cell('list');
  if (list === '') return [row];
  const columns = columnsOf[row.part];
  if (columns === undefined) return 'has a list where none belongs';
  const rows: GroupedRow[] = [];
  let before = row.first;
  for (const item of list.split(';')) {
    const cells = item.split(' ');
    if (cells.length > columns.length) return 'has a list with too many cells';
    const texts = new Map<GroupedColumn, string>();
    const wholes = new Map<GroupedColumn, number>();
    for (const [place, column] of columns.entries()) {
      const cell = cells[place] ?? '';
      if (!isWhole(column)) {
        texts.set(column, textIn(cell));
        continue;
      }
      const value = numberIn(cell);
      if (value === undefined) return NOT_WHOLE;
      wholes.set(column, value);
    }
    const whole = (column: GroupedColumn): number => wholes.get(column) ?? NaN;
    const first = before + whole('first');
    before = known(first, before);
    rows.push({
      part: row.part,
      cell: (column) => texts.get(column) ?? row.cell(column),
      n: wholes.get('n') ?? row.n,
      more: whole('more'),
      first,
      last: known(first, row.first) + whole('last'),
    });
  }
  return rows;
}
