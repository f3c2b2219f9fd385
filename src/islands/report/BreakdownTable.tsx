import { useSignal } from '@preact/signals';
import { Bar } from '../kit/Bar.tsx';
import type { Breakdown, Row } from './breakdown-tables.ts';
import { counted, figure } from '../kit/figures.ts';
import { shown } from '../kit/view-settings.ts';

/** Rows shown before the reader asks for all. */
const FIRST = 10;
/** Rows a page can show without going slow; the JSON holds every one. */
const MOST = 500;

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
}: {
  readonly breakdown: Breakdown;
}) {
  const whole = useSignal(false);
  if (rows.length === 0) return null;
  const visible = rows.slice(0, whole.value ? MOST : FIRST);
  const hidden = rows.slice(visible.length);
  const restFigures = columns.map((_, i) => hidden.reduce((sum, { figures }) => sum + (figures[i] ?? 0), 0));
  return (
    <section class="breakdown" aria-labelledby={`by-${id}`}>
      <h4 id={`by-${id}`}>{title}</h4>
      <div class="scroll" role="group" aria-labelledby={`by-${id}`} tabIndex={0}>
        <table>
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
            {visible.map((row) => (
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
                    {value === undefined ? '–' : figure(value)}
                  </td>
                ))}
                <td class="number">{row.share}</td>
              </tr>
            ))}
            {hidden.length === 0 ? null : (
              <tr class="rest">
                <th scope="row">{counted(hidden.length, 'more row')}</th>
                <td />
                {restFigures.map((value, i) => (
                  <td key={columns[i]} class="number">
                    {total[i] === undefined ? '' : figure(value)}
                  </td>
                ))}
                <td />
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td />
              {total.map((value, i) => (
                <td key={columns[i]} class="number">
                  {value === undefined ? '' : figure(value)}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="table-note">
        {share}: {shareOf}.{' '}
        {rows.length <= FIRST ? null : (
          <button type="button" class="button quiet" aria-expanded={whole.value} onClick={() => (whole.value = !whole.value)}>
            {whole.value ? 'Show fewer' : rows.length > MOST ? `Show the first ${figure(MOST)}` : `Show all ${figure(rows.length)}`}
          </button>
        )}
      </p>
    </section>
  );
}
