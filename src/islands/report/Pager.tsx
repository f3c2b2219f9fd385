import { figure } from '../kit/figures.ts';
import { PAGE_ROWS, pageCount, stretchOf } from './paging.ts';

interface Props {
  readonly length: number;
  /** `undefined` while the table is folded. */
  readonly page: number | undefined;
  readonly turn: (page: number | undefined) => void;
}

/** Unfolds a table, and turns its pages where it is longer than one. */
export function Pager({ length, page, turn }: Props) {
  const { from, to } = stretchOf(length, page);
  const last = pageCount(length) - 1;
  const open = page !== undefined;
  // aria-disabled and not disabled: the button that led to the last page keeps the focus.
  const turner = (label: string, target: number) => (
    <button
      type="button"
      class="button quiet"
      aria-disabled={target < 0 || target > last || target === page}
      onClick={() => {
        if (target >= 0 && target <= last) turn(target);
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="pager">
      <button
        type="button"
        class="button quiet"
        aria-expanded={open}
        onClick={() => {
          turn(open ? undefined : 0);
        }}
      >
        {open ? 'Show fewer' : `Show all ${figure(length)}`}
      </button>
      {open && last > 0 ? (
        <>
          {turner(`Previous ${figure(PAGE_ROWS)}`, page - 1)}
          {turner(`Next ${figure(PAGE_ROWS)}`, page + 1)}
          {turner('Last', last)}
          <span role="status">
            Rows {figure(from + 1)} to {figure(to)} of {figure(length)}
          </span>
        </>
      ) : null}
    </div>
  );
}
