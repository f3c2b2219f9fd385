import { useSignal } from '@preact/signals';
import { Only } from '../filter/Only.tsx';
import { Bar } from '../kit/Bar.tsx';
import type { Breakdown, Row } from './breakdown-tables.ts';
import { counted, figure } from '../kit/figures.ts';
import { FIRST_ROWS, PAPER_ROWS, stretchOf } from './paging.ts';
import { Pager } from './Pager.tsx';
import { useGrowing } from '../kit/use-growing.ts';
import { useWhilePrinting } from '../kit/while-printing.ts';
import { shown } from '../kit/view-settings.ts';

function Label({ row: { label, link } }: { readonly row: Row }) {
  if (link === undefined) {
    const text = shown.value(label);
    return (
      <bdi class="clip" title={text}>
        {text}
      </bdi>
    );
  }
  return (
    <a href={link.href} class={link.external ? 'code external' : 'code'} rel={link.external ? 'external noopener noreferrer' : undefined}>
      {label}
    </a>
  );
}

/** One breakdown: a table with a bar in each row and a last row that adds up. */
export function BreakdownTable({
  breakdown: { id, title, head, columns, share, shareOf, rows, total, longest },
  isStale = false,
}: {
  readonly breakdown: Breakdown;
  /** Whether its figures are of an earlier filter, until those of the present one come: it is dimmed, and nothing in it can be pressed. */
  readonly isStale?: boolean;
}) {
  const page = useSignal<number | undefined>(undefined);
  const printing = useSignal(false);
  useWhilePrinting((begins) => {
    printing.value = begins;
  });
  const { from, to } = stretchOf(rows.length, page.value, printing.value ? PAPER_ROWS : FIRST_ROWS);
  const drawn = useGrowing({ length: to - from, of: page.value, whole: printing.value });
  if (rows.length === 0) return null;
  const visible = rows.slice(from, to);
  const hidden = rows.length - visible.length;
  const restFigures = columns.map((_, i) => {
    const whole = total[i];
    return whole === undefined ? undefined : visible.reduce((rest, { figures }) => rest - (figures[i] ?? 0), whole);
  });
  return (
    <section
      class="breakdown"
      aria-labelledby={`by-${id}`}
      aria-busy={isStale}
      inert={isStale}
      style={isStale ? { opacity: 0.5 } : undefined}
    >
      <h4 id={`by-${id}`}>{title}</h4>
      <div class="scroll" role="group" aria-labelledby={`by-${id}`} tabIndex={0}>
        <table class={columns.length > 3 ? 'wide' : undefined}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" class="bar-head">
                <span class="visually-hidden">Bar</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" class="number">
                  {column}
                </th>
              ))}
              <th scope="col" class="number">
                {share}
              </th>
            </tr>
          </thead>
          <tbody>
            {visible.slice(0, drawn).map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <Label row={row} />
                  {row.note === undefined ? null : <span class="row-note">{row.note}</span>}
                </th>
                <td class="bar-cell">
                  <Bar pieces={row.bar} longest={longest} />
                </td>
                {row.figures.map((value, i) => (
                  <td key={columns[i]} class="number">
                    {value === undefined ? '–' : <Only chip={i === 0 ? row.chip : undefined}>{figure(value)}</Only>}
                  </td>
                ))}
                <td class="number">{row.share}</td>
              </tr>
            ))}
            {hidden === 0 ? null : (
              <tr class="rest">
                <th scope="row">{page.value === undefined ? counted(hidden, 'more row') : counted(hidden, 'other row')}</th>
                <td class="bar-cell" />
                {restFigures.map((value, i) => (
                  <td key={columns[i]} class="number">
                    {value === undefined ? '' : figure(value)}
                  </td>
                ))}
                <td />
              </tr>
            )}
          </tbody>
          {total.length === 0 ? null : (
            <tfoot>
              <tr>
                <th scope="row">Total</th>
                <td class="bar-cell" />
                {total.map((value, i) => (
                  <td key={columns[i]} class="number">
                    {value === undefined ? '' : figure(value)}
                  </td>
                ))}
                <td />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <p class="table-note">
        {share}: {shareOf}.
      </p>
      {rows.length <= FIRST_ROWS ? null : (
        <Pager
          length={rows.length}
          page={page.value}
          turn={(to) => {
            page.value = to;
          }}
        />
      )}
    </section>
  );
}
