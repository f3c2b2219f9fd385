import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ListedRow } from '../../analyzer/ask-rows.ts';
import { MOST_SORTED, type Order } from '../../analyzer/kept/sorted.ts';
import type { Filter } from '../../analyzer/report/filter.ts';
import type { Report } from '../../analyzer/report/report.ts';
import type { LogInHand } from '../../worker/client.ts';
import type { Asking } from '../../worker/protocol.ts';
import type { AskStory } from '../../worker/requests/story.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { counted } from '../kit/figures.ts';
import { zone } from '../kit/view-settings.ts';
import { zoneLabel } from '../kit/zone.ts';
import { lostWords } from './lost-words.ts';
import { firstColumns, rowColumns, type RowColumn } from './row-columns.ts';
import { RowGrid, rowText } from './RowGrid.tsx';
import { SaveRows } from './SaveRows.tsx';
import { useRows } from './use-rows.ts';

interface Props {
  readonly log: LogInHand;
  readonly asking: Asking;
  /** What is listed. */
  readonly filter: Filter;
  /** How many messages that is. */
  readonly total: number;
  readonly report: Report;
  readonly onOpen: (of: AskStory['of']) => void;
}

/** The messages behind the figures: a list to look at, to copy from and to save. */
export function Rows({ log, asking, filter, total, report, onOpen }: Props) {
  return (
    <section class="rows no-print" aria-labelledby="rows">
      <h3 id="rows" tabIndex={-1}>
        Rows
      </h3>
      {asking === 'kept' ? (
        <List log={log} filter={filter} report={report} onOpen={onOpen} />
      ) : (
        <>
          <p class="note">
            This log has too many messages to list them here: that takes all of them in memory. A file of these rows is made by reading the
            log again.
          </p>
          <SaveRows log={log} selection={{ filter }} total={total} report={report} />
        </>
      )}
    </section>
  );
}

/** Rows on the screen as text for a spreadsheet. */
function* asShown(columns: readonly RowColumn[], rows: readonly (ListedRow | undefined)[]): Generator<string> {
  yield `${columns.map(({ heading }) => heading).join('\t')}\n`;
  for (const row of rows) if (row !== undefined) yield `${rowText(columns, row)}\n`;
}

function List({ log, filter, report, onOpen }: Pick<Props, 'log' | 'filter' | 'report' | 'onOpen'>) {
  const order = useSignal<Order | undefined>(undefined);
  const seen = useSignal({ from: 0, to: 20 });
  const chosen = useSignal(useMemo(() => firstColumns(matchMedia('(max-width: 36rem)').matches), []));
  const { rows, total = 0, isSorted, isWithoutTexts, lost, problem } = useRows(log, { filter, order: order.value }, seen.value);
  const columns = rowColumns.filter(({ id }) => chosen.value.has(id));
  const headed = columns.map((column) =>
    column.id === 'time' ? { ...column, heading: `Sent (${zoneLabel(zone.value, report.clock)})` } : column,
  );
  return (
    <>
      <p class="table-note">
        {counted(total, 'message')}. Press a row for its story, a heading to sort.
        {isSorted ? '' : ` More than ${counted(MOST_SORTED, 'message')} are not sorted here: choose fewer by a filter, or save them.`}
      </p>
      <details>
        <summary>Columns</summary>
        <div class="settings" role="group" aria-label="Columns">
          {rowColumns.map(({ id, heading }) => (
            <label key={id} class="setting check">
              <input
                type="checkbox"
                checked={chosen.value.has(id)}
                onChange={({ currentTarget: { checked } }) => {
                  const next = new Set(chosen.value);
                  if (checked) next.add(id);
                  else if (next.size > 1) next.delete(id);
                  chosen.value = next;
                }}
              />
              {heading}
            </label>
          ))}
        </div>
      </details>
      <RowGrid
        label="Messages"
        columns={headed}
        total={total}
        rows={rows}
        order={isSorted ? order.value : undefined}
        seen={seen}
        onSort={({ sort }) => {
          if (sort === undefined) return;
          const { by, isDescending = false } = order.value ?? {};
          // Ascending, descending, the order of the log.
          order.value = by !== sort ? { by: sort, isDescending: false } : isDescending ? undefined : { by: sort, isDescending: true };
        }}
        onOpen={({ place }) => {
          onOpen({ place });
        }}
      />
      {lost === undefined ? null : <p class="note">SIDs and texts are missing: {lostWords(lost)} The report holds as it was read.</p>}
      {problem === undefined ? null : <p class="note">The rows cannot be listed. {problem} Choose the file again to list them.</p>}
      {isWithoutTexts && lost === undefined ? (
        <p class="note">
          SIDs and texts of some rows stand in a file that can only be read as a whole, such as a packed one: they are not shown here. A
          saved file of the rows has them.
        </p>
      ) : null}
      <div class="buttons">
        <CopyButton
          label="Copy the rows on screen"
          text={() =>
            asShown(
              headed,
              Array.from({ length: seen.value.to - seen.value.from }, (_, i) => rows.get(seen.value.from + i)),
            )
          }
        />
      </div>
      <SaveRows log={log} selection={{ filter, order: order.value }} total={total} report={report} />
    </>
  );
}
