import { listedCells, listEscapes, LIST_SIZE, listUnits, type ListedPart } from '../lists.ts';
import { isWhole, type GroupedColumn } from '../rows.ts';
import type { Dialect } from './dialects.ts';

type Cells = Readonly<Partial<Record<GroupedColumn, string>>>;

/** A whole number as an item has it: '' for NULL. */
function shortened(value: string, { text, whole }: Dialect): string {
  const units = listUnits.map(
    ([sign, of]) => `WHEN MOD(${value}, ${String(of)}) = 0 THEN ${text(whole(`(${value}) / ${String(of)}`))} || '${sign}'`,
  );
  return `CASE WHEN ${value} IS NULL THEN '' WHEN ${value} = 0 THEN '0' ${units.join(' ')} ELSE ${text(value)} END`;
}

const escaped = (value: string): string => listEscapes.reduce((sql, [sign, escape]) => `REPLACE(${sql}, '${sign}', '${escape}')`, value);

/**
 * Rows of a part that share all cells but a few, as lists of some hundred (grouped/lists.ts).
 *
 * @param keys expressions for the cells that they share
 * @param items expressions for the cells in which they differ
 * @param from where both are taken from
 * @returns the cells of such a row, and where they are taken from
 */
export function listSql(
  part: ListedPart,
  { keys, items, from }: { readonly keys: Cells; readonly items: Cells; readonly from: string },
  dialect: Dialect,
): { readonly cells: Cells; readonly from: string } {
  const { text, whole, joined } = dialect;
  const cast = (column: string, value: string): string => (isWhole(column as GroupedColumn) ? whole(value) : text(value));
  const columns: readonly GroupedColumn[] = listedCells[part].filter((column) => column in items);
  const keyNames = Object.keys(keys).map((column) => `key_${column}`);
  const itemNames = columns.map((column) => `item_${column}`);
  const isTimed = columns.includes('first');
  const by = (...names: readonly string[]): string => (names.length === 0 ? '' : `PARTITION BY ${names.join(', ')} `);
  const cell = (column: GroupedColumn): string => {
    const name = `item_${column}`;
    if (!columns.includes(column)) return "''";
    if (!isWhole(column)) return escaped(name);
    if (column === 'first') return shortened(`${name} - COALESCE(before_it, base)`, dialect);
    return shortened(column === 'last' ? `${name} - COALESCE(item_first, base, 0)` : name, dialect);
  };
  const cells = [
    ...Object.entries(keys).map(([column, value]) => `${cast(column, value)} AS key_${column}`),
    ...columns.map((column) => `${cast(column, items[column] ?? '')} AS item_${column}`),
  ];
  const numbered = `SELECT i.*, ROW_NUMBER() OVER (${by(...keyNames)}ORDER BY ${itemNames.join(', ')}) AS nth
    FROM (SELECT ${cells.join(', ')}
      ${from}) i`;
  const cut = `SELECT d.*, nth - MOD(nth - 1, ${String(LIST_SIZE)}) AS list_nth FROM (${numbered}) d`;
  const listNames = [...keyNames, 'list_nth', ...(isTimed ? ['base'] : [])];
  const list = by(...keyNames, 'list_nth');
  const timed = `SELECT l.*, MIN(item_first) OVER (${list.trim()}) AS base, MIN(item_first) OVER (${list}ORDER BY nth ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS before_it FROM (${cut}) l`;
  const item = dialect.replaceAll(listedCells[part].map(cell).join(` || ' ' || `), ' +$', '');
  return {
    cells: {
      ...Object.fromEntries(Object.keys(keys).map((column) => [column, `key_${column}`])),
      ...(isTimed ? { first: 'base' } : {}),
      list: joined('item', 'nth'),
    },
    from: `FROM (SELECT ${[...listNames, 'nth', `${item} AS item`].join(', ')}
  FROM (${isTimed ? timed : cut}) b) m GROUP BY ${listNames.join(', ')}`,
  };
}
