import { useSignal } from '@preact/signals';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Report } from '../../analyzer/report/report.ts';
import type { RowForm } from '../../analyzer/write/rows.ts';
import type { LogInHand } from '../../worker/client.ts';
import type { Exported } from '../../worker/requests/export.ts';
import { Filters } from '../filter/Only.tsx';
import { counted } from '../kit/figures.ts';
import { saveBlob } from '../kit/SaveButton.tsx';
import { fileName } from '../take-away/lists.ts';
import { lostWords } from './lost-words.ts';
import type { Selection } from './use-rows.ts';

interface Props {
  readonly log: LogInHand;
  readonly selection: Selection;
  readonly total: number;
  readonly report: Report;
}

/** From so many rows on, a file is chosen first where the browser lets a page write into it: it then holds nothing of it in memory. */
const STREAMED = 50_000;

const names: Readonly<Record<RowForm, string>> = { csv: 'CSV', jsonl: 'JSON lines' };
const mimes: Readonly<Record<RowForm, `${string}/${string}`>> = { csv: 'text/csv', jsonl: 'application/jsonl' };

interface Picking {
  readonly showSaveFilePicker?: (how: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<`${string}/${string}`, readonly `.${string}`[]>> }[];
  }) => Promise<FileSystemFileHandle>;
}

/** Saves the rows of a selection, whole, as the thread that holds the log makes the file. */
export function SaveRows({ log, selection, total, report }: Props) {
  const { answered } = useContext(Filters);
  const stop = useRef<AbortController>();
  const fraction = useSignal<number | undefined>(undefined);
  const said = useSignal('');
  useEffect(() => () => stop.current?.abort(), []);

  const save = async (form: RowForm): Promise<void> => {
    if (fraction.value !== undefined) return;
    const name = fileName(report, 'rows', form, answered);
    const { showSaveFilePicker } = globalThis as Picking;
    let target: FileSystemFileHandle | undefined;
    if (showSaveFilePicker !== undefined && total > STREAMED) {
      try {
        target = await showSaveFilePicker({ suggestedName: name, types: [{ accept: { [mimes[form]]: [`.${form}`] } }] });
      } catch {
        // The reader closed the window in which a file is chosen.
        return;
      }
    }
    const { signal } = (stop.current = new AbortController());
    fraction.value = 0;
    said.value = '';
    const reply = await log.ask({ kind: 'export', ...selection, form, total, target }, signal, (now) => {
      fraction.value = now;
    });
    fraction.value = undefined;
    if (reply.kind === 'cancelled') said.value = 'Saving was cancelled; nothing was kept.';
    else if (reply.kind === 'failed') said.value = reply.reason;
    else said.value = told(reply.value, name);
  };

  const told = ({ rows, blob, lost, problem }: Exported, name: string): string => {
    if (lost !== undefined) return `Nothing was saved: ${lostWords(lost)} Choose the file again.`;
    if (problem !== undefined) return `Nothing was saved, the browser could not write the file: ${problem}`;
    if (blob !== undefined) saveBlob(blob, name);
    return `Saved ${counted(rows, 'row')}.`;
  };

  const isBusy = fraction.value !== undefined;
  return (
    <div class="buttons">
      {(['csv', 'jsonl'] as const).map((form) => (
        <button
          key={form}
          type="button"
          class="button"
          aria-disabled={isBusy || total === 0}
          onClick={() => {
            if (total > 0) void save(form);
          }}
        >
          Save {counted(total, 'row')} with whole numbers ({names[form]})
        </button>
      ))}
      {fraction.value === undefined ? null : (
        <>
          <progress aria-label="Saving rows" max={1} value={fraction.value} />
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              stop.current?.abort();
            }}
          >
            Cancel saving
          </button>
        </>
      )}
      <span class="table-note" role="status">
        {said}
      </span>
    </div>
  );
}
