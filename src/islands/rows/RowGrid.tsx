import type { Signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListedRow } from '../../analyzer/ask-rows.ts';
import type { Order } from '../../analyzer/kept/sorted.ts';
import { inert } from '../../analyzer/write/cells.ts';
import { outcomeMarks } from '../../catalog/status.ts';
import { Sideways } from '../kit/Sideways.tsx';
import { shown, zone } from '../kit/view-settings.ts';
import { outcomeIn, type RowColumn } from './row-columns.ts';
import { isScaled, offsetAt, offsetShowing, ROW_PX, scrollHeight, scrollTopOf, seenRows, withinList, type Extent } from './scaled.ts';

interface Props {
  /** Name of the list. */
  readonly label: string;
  readonly columns: readonly RowColumn[];
  readonly total: number;
  readonly rows: ReadonlyMap<number, ListedRow>;
  readonly order: Order | undefined;
  readonly onSort: (column: RowColumn) => void;
  readonly onOpen: (row: ListedRow) => void;
  /** Told which rows are seen. */
  readonly seen: Signal<{ readonly from: number; readonly to: number }>;
}

/** What all cells look like: one line each. Said here, since the stylesheet stands at its budget. */
const cellStyle = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', cursor: 'pointer' };
const markedStyle = { ...cellStyle, outline: '2px solid var(--focus)', outlineOffset: '-2px' };

/** Rows that are seen at once, at most. */
const VIEW_ROWS = 14;

/** What a cell says on the screen: masked as the reader wants it, on one line. */
const cellText = (column: RowColumn, row: ListedRow): string => shown.value(column.text(row, zone.value));

/** A row as a spreadsheet takes it: as it is shown, and nothing in it computes. */
export const rowText = (columns: readonly RowColumn[], row: ListedRow): string =>
  columns.map((column) => inert(cellText(column, row))).join('\t');

function Cell({ column, row }: { readonly column: RowColumn; readonly row: ListedRow | undefined }) {
  if (row === undefined) return <span class="soft">…</span>;
  const text = cellText(column, row);
  if (column.id === 'status') {
    const outcome = outcomeIn(row);
    return (
      <span class={`status ${outcome}`}>
        <span class="glyph" aria-hidden="true">
          {outcomeMarks[outcome].glyph}
        </span>
        <bdi>{text}</bdi>
      </span>
    );
  }
  if (text === '') return <span class="soft">–</span>;
  return <bdi class={column.isCode === true ? 'code' : undefined}>{text}</bdi>;
}

/**
 * Messages as a grid of which only the rows that are seen exist: ten million of them scroll as ten do. Arrow keys, Page Up and Page
 * Down, Home and End (with Ctrl for the first and last row) move the cell that is marked; Enter opens its message, Ctrl+C copies its row.
 */
export function RowGrid({ label, columns, total, rows, order, onSort, onOpen, seen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const extent: Extent = { rows: total, view: Math.min(total, VIEW_ROWS) * ROW_PX };
  const [offset, setOffset] = useState(0);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const [isFocused, setFocused] = useState(false);
  /** Where the scroll bar was put by us: the event that follows says nothing new. */
  const put = useRef<number>();
  const { from, to } = seenRows(withinList(offset, extent), extent);
  useEffect(() => {
    seen.value = { from, to };
  }, [seen, from, to]);
  const moveTo = (next: number): void => {
    const there = withinList(next, extent);
    setOffset(there);
    if (box.current === null) return;
    put.current = scrollTopOf(there, extent);
    box.current.scrollTop = put.current;
    put.current = box.current.scrollTop;
  };
  // Another selection begins at its first row.
  useEffect(() => {
    moveTo(0);
    setActive({ row: 0, column: 0 });
  }, [total, order]);
  // In a list that is longer than what scrolls, a wheel moves by rows and not by the scale.
  useEffect(() => {
    const { current } = box;
    if (current === null || !isScaled(extent)) return undefined;
    const turn = (event: WheelEvent): void => {
      if (event.deltaY === 0 || event.ctrlKey) return;
      event.preventDefault();
      moveTo(offset + (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * ROW_PX : event.deltaY));
    };
    current.addEventListener('wheel', turn, { passive: false });
    return () => {
      current.removeEventListener('wheel', turn);
    };
  });
  const row = Math.min(active.row, Math.max(0, total - 1));
  const column = Math.min(active.column, columns.length - 1);
  const go = (toRow: number, toColumn: number): void => {
    const next = { row: Math.min(Math.max(0, toRow), total - 1), column: Math.min(Math.max(0, toColumn), columns.length - 1) };
    setActive(next);
    moveTo(offsetShowing(next.row, offset, extent));
    if (next.column !== column)
      document.getElementById(`row-head-${columns[next.column]?.id ?? ''}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const press = (event: KeyboardEvent): void => {
    const page = VIEW_ROWS - 1;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => {
        go(row + 1, column);
      },
      ArrowUp: () => {
        go(row - 1, column);
      },
      ArrowRight: () => {
        go(row, column + 1);
      },
      ArrowLeft: () => {
        go(row, column - 1);
      },
      PageDown: () => {
        go(row + page, column);
      },
      PageUp: () => {
        go(row - page, column);
      },
      Home: () => {
        go(event.ctrlKey ? 0 : row, 0);
      },
      End: () => {
        go(event.ctrlKey ? total - 1 : row, columns.length - 1);
      },
      Enter: () => {
        const found = rows.get(row);
        if (found !== undefined) onOpen(found);
      },
    };
    const act = keys[event.key];
    if (act === undefined || event.altKey || event.metaKey || event.target !== event.currentTarget) return;
    event.preventDefault();
    act();
  };
  const widths = columns.map(({ width }) => `minmax(${String(width)}ch, ${String(width)}fr)`).join(' ');
  const least = `calc(${String(columns.reduce((sum, { width }) => sum + width, 0))}ch + ${String(columns.length * 0.75)}rem)`;
  const line = {
    display: 'grid',
    gridTemplateColumns: widths,
    minWidth: least,
    height: `${String(ROW_PX)}px`,
    alignItems: 'center',
    columnGap: 'var(--s3)',
    borderBottom: '1px solid var(--line)',
  };
  const shift = scrollTopOf(withinList(offset, extent), extent) - withinList(offset, extent);
  return (
    <Sideways>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-activedescendant={total === 0 ? undefined : `cell-${String(row)}-${String(column)}`}
        tabIndex={0}
        style={{ minWidth: least, fontSize: 'var(--text-s)' }}
        onKeyDown={press}
        onFocus={({ target, currentTarget }) => {
          setFocused(target === currentTarget);
        }}
        onBlur={() => {
          setFocused(false);
        }}
        onCopy={(event) => {
          const found = rows.get(row);
          if (found === undefined || getSelection()?.isCollapsed === false) return;
          event.preventDefault();
          event.clipboardData?.setData('text/plain', rowText(columns, found));
        }}
      >
        <div role="row" aria-rowindex={1} class="row-head" style={line}>
          {columns.map((one) => {
            const isSorted = order !== undefined && order.by === one.sort;
            const sign = isSorted ? (order.isDescending ? ' ↓' : ' ↑') : '';
            return (
              <span
                key={one.id}
                id={`row-head-${one.id}`}
                role="columnheader"
                // Its button is as large as the cell, not as the page.
                style={{ position: 'relative' }}
                class={one.isNumber === true ? 'number' : undefined}
                aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : undefined}
              >
                {one.sort === undefined ? (
                  one.heading
                ) : (
                  <button
                    type="button"
                    class="row-button"
                    onClick={() => {
                      onSort(one);
                    }}
                  >
                    {one.heading}
                    <span aria-hidden="true">{sign}</span>
                  </button>
                )}
              </span>
            );
          })}
        </div>
        <div
          ref={box}
          role="rowgroup"
          class="row-box"
          style={{ height: `${String(extent.view)}px`, overflowY: 'auto', overflowX: 'hidden', overscrollBehavior: 'contain' }}
          onScroll={({ currentTarget: { scrollTop } }) => {
            if (scrollTop === put.current) return;
            put.current = undefined;
            setOffset(offsetAt(scrollTop, extent));
          }}
        >
          <div role="presentation" style={{ height: `${String(scrollHeight(extent))}px`, position: 'relative' }}>
            {Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).map((place) => {
              const found = rows.get(place);
              return (
                <div
                  key={place}
                  role="row"
                  aria-rowindex={place + 2}
                  class="grid-row"
                  style={{
                    ...line,
                    position: 'absolute',
                    ...(place === row ? { background: 'var(--accent-wash)' } : {}),
                    left: 0,
                    right: 0,
                    top: `${String(place * ROW_PX + shift)}px`,
                  }}
                  onClick={() => {
                    setActive({ row: place, column });
                    if (found !== undefined) onOpen(found);
                  }}
                >
                  {columns.map((one, at) => (
                    <span
                      key={one.id}
                      id={`cell-${String(place)}-${String(at)}`}
                      role="gridcell"
                      class={one.isNumber === true ? 'number' : undefined}
                      aria-selected={place === row && at === column}
                      style={isFocused && place === row && at === column ? markedStyle : cellStyle}
                    >
                      <Cell column={one} row={found} />
                    </span>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </Sideways>
  );
}
