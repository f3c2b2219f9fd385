import type { Finished } from '../analyzer/session.ts';
import { counted, figure, percent } from '../kit/figures.ts';
import { Sentence } from '../report/Sentence.tsx';
import { lostWords } from '../rows/lost-words.ts';
import { kindWords, type Chips } from './chips.ts';
import type { Under } from './under.ts';

interface Props {
  readonly finished: Finished;
  readonly under: Under;
  readonly onFilter: (chips: Chips, how?: { readonly isThorough: boolean }) => void;
}

/** Whether and how the report can be filtered, before it is. */
function hint({ asking, isKept }: Finished): string {
  if (asking === 'kept')
    return 'Press a figure, or a stretch of the chart, to see only its messages. A filter goes when you press it; Back or Esc takes back the last.';
  if (asking === 'again')
    return 'Press a figure to see only its messages. This log has too many to keep in memory, so each filter reads the file again.';
  return isKept ? '' : 'A saved report holds no messages: to filter, open the log that it was made from.';
}

/** The filters of the report, each of which goes when it is pressed, and what is left under them. */
export function FilterBar({ finished, under, onFilter }: Props) {
  const { chips, report, figures, isAwaited, fraction, withoutSids, lost, problem } = under;
  const { messages } = figures?.totals ?? report.totals;
  const all = finished.report.totals.messages;
  const isUnsettled = isAwaited && figures === undefined;
  const last = chips.at(-1);
  const said = hint(finished);
  return (
    <div class="filters">
      {chips.length === 0 ? (
        said === '' ? null : (
          <p class="table-note no-print">{said}</p>
        )
      ) : (
        <div class="legend" role="group" aria-label="Filters">
          {chips.map((chip) => (
            <button
              key={chip.id}
              type="button"
              class="chip legend-item"
              title="Take this filter away"
              onClick={() => {
                onFilter(chips.filter((one) => one !== chip));
              }}
            >
              <span class="soft">{kindWords[chip.kind]}</span>
              <span class="clip">
                <Sentence pieces={chip.label} />
              </span>
              <span aria-hidden="true">✕</span>
              <span class="visually-hidden">, take away</span>
            </button>
          ))}
          <span class="table-note">
            {isUnsettled ? 'Counting …' : `${figure(messages)} of ${counted(all, 'message')} (${percent(messages, all)})`}
            {fraction === undefined ? '' : ` The log is read again: ${String(Math.floor(fraction * 100))} %.`}
          </span>
          {chips.length < 2 ? null : (
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                onFilter([]);
              }}
            >
              Take all away
            </button>
          )}
        </div>
      )}
      {lost === undefined ? null : (
        <p class="note">
          <bdi>{lostWords(lost)}</bdi> The figures hold as they were read; what has to be looked up in the file, as SIDs, is left out.
          Choose the file again for all of it.
        </p>
      )}
      {problem === undefined ? null : <p class="note">That filter was not applied. {problem} Choose the file again to filter.</p>}
      {withoutSids === 0 || lost !== undefined ? null : (
        <p class="note">
          {counted(withoutSids, 'SID')} of these messages can only be found by reading the log again.{' '}
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              onFilter(chips, { isThorough: true });
            }}
          >
            Read it again
          </button>
        </p>
      )}
      {messages > 0 || last === undefined || isUnsettled ? null : (
        <p class="note">
          No message passes {chips.length === 1 ? 'this filter' : 'all of these filters'}.{' '}
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              onFilter(chips.slice(0, -1));
            }}
          >
            Take away “<Sentence pieces={last.label} />”
          </button>
        </p>
      )}
    </div>
  );
}

/** What a screen reader is told once the figures of new filters are there. */
export function filterAnnouncement({ chips, report, isAwaited }: Under, all: number): string {
  if (isAwaited) return '';
  if (chips.length === 0) return '';
  const { messages } = report.totals;
  return `${figure(messages)} of ${counted(all, 'message')} under ${counted(chips.length, 'filter')}.`;
}
