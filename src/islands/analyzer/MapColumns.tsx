import { useSignal } from '@preact/signals';
import type { ToldTables } from '../../analyzer/formats/heading-key.ts';
import type { SeenTable } from '../../analyzer/read-log.ts';
import { forgetColumns, keepColumns, saidColumns } from '../../hand-over/columns.ts';
import { shown } from '../kit/view-settings.ts';
import { areHeadings, asTold, begun, choices, keyOf, problemOf, rememberedTables } from './map-columns.ts';

interface Props {
  readonly table: SeenTable;
  /** What was said of tables in this session; what this browser remembers when absent. */
  readonly tables: ToldTables['tables'];
  /** Reads again with what is said now. */
  readonly onRead: (tables: NonNullable<ToldTables['tables']>) => void;
}

/** A form that says which column of a table is which, begun with what its names and its values suggest. */
export function MapColumns({ table: { source, columns }, tables = rememberedTables(saidColumns()), onRead }: Props) {
  const key = keyOf(columns);
  const chosen = useSignal(begun(columns, tables.get(key)));
  const isKept = useSignal(saidColumns().some((one) => one.key === key));
  const wanted = useSignal(isKept.value || areHeadings(columns));
  const problem = problemOf(chosen.value);
  const say = shown.value;
  const read = (): void => {
    if (problem !== undefined) return;
    const told = asTold(chosen.value);
    if (wanted.value) keepColumns({ key, columns: Object.fromEntries(told) });
    onRead(new Map([...tables, [key, told]]));
  };
  return (
    <form
      class="map-columns"
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <div class="scroll" role="group" aria-label={`Columns of ${say(source)}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">First values</th>
              <th scope="col">What it holds</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, samples }, place) => (
              <tr key={`${heading} ${String(place)}`}>
                <th scope="row">
                  <bdi>{say(heading)}</bdi>
                </th>
                <td class="soft">
                  {samples.map((sample) => (
                    <div key={sample}>
                      <bdi>{say(sample)}</bdi>
                    </div>
                  ))}
                </td>
                <td>
                  <select
                    class="field"
                    aria-label={`What ${say(heading)} holds`}
                    value={chosen.value[heading]}
                    onChange={({ currentTarget }) => {
                      chosen.value = { ...chosen.value, [heading]: currentTarget.value };
                    }}
                  >
                    <option value="">Not read</option>
                    {choices.map(([field, words]) => (
                      <option key={field} value={field}>
                        {words}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status">{problem ?? 'Needed are the status, and the recipient, the sender or the SID; all else is better than nothing.'}</p>
      <label class="setting">
        <input
          type="checkbox"
          checked={wanted.value}
          onChange={({ currentTarget }) => {
            wanted.value = currentTarget.checked;
          }}
        />
        Remember this for tables with these headings, in this browser
      </label>
      <div class="buttons">
        <button type="submit" class="button primary" disabled={problem !== undefined}>
          Read it so
        </button>
        {isKept.value ? (
          <button
            type="button"
            class="button"
            onClick={() => {
              forgetColumns(key);
              isKept.value = false;
              wanted.value = false;
            }}
          >
            Forget what is remembered
          </button>
        ) : null}
      </div>
    </form>
  );
}
