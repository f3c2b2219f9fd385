import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { compare, type Comparison } from '../../analyzer/compare/compare.ts';
import { changedSentence, changeSentence, goneSentence, rateSentence, stillSentence } from '../../analyzer/compare/sentences.ts';
import type { Finding, Report } from '../../analyzer/report/report.ts';
import { ours, say, type Sentence as Pieces } from '../../analyzer/report/sentence.ts';
import { countryName } from '../../analyzer/words/country-name.ts';
import type { LogInHand } from '../../worker/client.ts';
import type { Window } from '../chart/brush.ts';
import { WindowFields } from '../chart/WindowFields.tsx';
import { filterOf, withWindow, type Chips } from '../filter/chips.ts';
import { windowChip } from '../filter/make-chips.ts';
import { zone } from '../kit/view-settings.ts';
import type { ReadFiles } from '../analyzer/session.ts';
import { counted } from '../kit/figures.ts';
import { Notices } from '../report/Notices.tsx';
import { Sentence } from '../report/Sentence.tsx';
import { toldNotices, type ToldNotice } from '../report/told-notices.ts';
import type { WordsOfFindings } from '../report/words-of-findings.ts';
import { titleOf } from '../../analyzer/write/titles.ts';

/** The stretch of time that is shown, for a comparison with another of the same log. */
interface Shown {
  readonly log: LogInHand;
  /** Its filters, the window among them. */
  readonly chips: Chips;
  readonly window: Window;
  /** Of these messages. */
  readonly report: Report;
}

interface Props {
  readonly report: Report;
  /** Absent where no window is shown, or the log cannot be asked. */
  readonly shown: Shown | undefined;
  readonly words: WordsOfFindings;
  readonly read: ReadFiles;
}

/** What the comparison is at. */
type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'wrong'; readonly why: readonly Pieces[] }
  | { readonly kind: 'done'; readonly result: Comparison; readonly notices: readonly ToldNotice[] };

/** Lines of each table; what there is beyond is counted. */
const MOST = 20;

interface Line {
  readonly title?: string;
  readonly text: Pieces;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {lines.slice(0, MOST).map(({ title: what, text }, i) => (
          <li key={i}>
            {what === undefined ? null : <strong>{what}. </strong>}
            <Sentence pieces={text} />
          </li>
        ))}
        {lines.length > MOST ? <li class="soft">and {counted(lines.length - MOST, 'more', 'more')}</li> : null}
      </ul>
    </>
  );
}

interface Done {
  readonly result: Comparison;
  /** What was skipped, repaired or assumed in the other log; the report says it of this one. */
  readonly notices: readonly ToldNotice[];
  readonly words: WordsOfFindings;
}

function Result({ result, notices, words }: Done) {
  const ofOther =
    notices.length === 0 ? null : (
      <>
        <h4>Skipped, repaired or assumed in the other log</h4>
        <Notices list={notices} line={notices.length > MOST ? counted(notices.length, 'thing') : undefined} />
      </>
    );
  if (result.kind === 'refused') {
    return (
      <>
        <p>
          <Sentence pieces={result.why} />
        </p>
        {ofOther}
      </>
    );
  }
  const { appeared, gone, still, changed, codes, senders, countries } = result;
  const line = ({ id }: Finding, text: Pieces): Line => ({ title: titleOf(words, id), text });
  const named = { codes, senders, countries: countries.map((change) => ({ ...change, name: countryName(change.name) })) };
  const isSame = codes.length + senders.length + countries.length === 0;
  return (
    <>
      <p>
        <Sentence pieces={rateSentence(result)} />
      </p>
      {ofOther}
      <Lines title="Gone" lines={gone.map((one) => line(one.finding, say`${one.finding.sentence} ${goneSentence(one, result)}`))} />
      <Lines title="New" lines={appeared.map((finding) => line(finding, finding.sentence))} />
      <Lines title="Still there" lines={still.map((one) => line(one.finding, stillSentence(one)))} />
      <Lines title="Changed" lines={changed.map((one) => line(one.finding, changedSentence(one)))} />
      <Lines title="Error codes" lines={named.codes.map((change) => ({ text: changeSentence('code', change) }))} />
      <Lines title="Senders" lines={named.senders.map((change) => ({ text: changeSentence('sender', change) }))} />
      <Lines title="Countries" lines={named.countries.map((change) => ({ text: changeSentence('country', change) }))} />
      {isSame ? <p class="table-note">No code, sender or country differs by more than chance could make.</p> : null}
    </>
  );
}

/** This report beside another log or a saved report: what got better, worse, new or gone. The other is read as every log is, and not kept. */
export function Compare({ report, shown, words, read }: Props) {
  const state = useSignal<State>({ kind: 'none' });
  const stop = useRef<AbortController>();
  /** Whether it is of two stretches of this log: such a comparison goes with the filters under which it was made. */
  const isWithin = useRef(false);
  useEffect(() => {
    if (!isWithin.current) return;
    stop.current?.abort();
    state.value = { kind: 'none' };
  }, [shown?.chips]);
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    isWithin.current = false;
    stop.current?.abort();
    const mine = (stop.current = new AbortController());
    state.value = { kind: 'reading' };
    const result = await read(files, { told: {}, keeps: false, signal: mine.signal, onProgress: () => undefined });
    if (mine.signal.aborted) return;
    switch (result.kind) {
      case 'report':
        state.value = {
          kind: 'done',
          result: compare(report, result.report),
          notices: toldNotices(result.report, result.declined),
        };
        break;
      case 'declined':
        state.value = { kind: 'wrong', why: result.declined.map(({ text, advice }) => say`${text} ${advice}`) };
        break;
      case 'failed':
        state.value = { kind: 'wrong', why: [ours(result.reason)] };
        break;
      case 'cancelled':
        state.value = { kind: 'none' };
        break;
    }
  };
  /** The window that is shown against another of the log, both under the same other filters. */
  const against = async ({ log, chips, window, report: mine }: Shown, other: Window): Promise<void> => {
    isWithin.current = true;
    if (window.from < other.to && other.from < window.to) {
      state.value = {
        kind: 'wrong',
        why: [
          say`The two stretches of time overlap, so the same messages would count on both sides. Choose one that ends before the other begins.`,
        ],
      };
      return;
    }
    stop.current?.abort();
    const asking = (stop.current = new AbortController());
    state.value = { kind: 'reading' };
    const filter = filterOf(withWindow(chips, windowChip(other.from, other.to)));
    const reply = await log.ask({ kind: 'report', filter }, asking.signal);
    if (asking.signal.aborted) return;
    if (reply.kind === 'failed') state.value = { kind: 'wrong', why: [ours(reply.reason)] };
    else if (reply.kind === 'cancelled') state.value = { kind: 'none' };
    else if (reply.value.report === undefined)
      state.value = { kind: 'wrong', why: [say`The log can no longer be read: it was moved, deleted or changed. Choose it again.`] };
    else state.value = { kind: 'done', result: compare(mine, reply.value.report), notices: [] };
  };
  const now = state.value;
  return (
    <section class="compare" aria-labelledby="compare">
      <h3 id="compare">Compare</h3>
      <p class="table-note">
        With a log, or a report saved as JSON, of a time before or after this one: what is better, worse, new or gone, and whether a fix
        worked. It is read in this tab, as every log is, and not kept.
      </p>
      <div class="buttons">
        <label class="button">
          Choose the other log or report
          <input
            type="file"
            multiple
            class="visually-hidden file-input"
            onChange={({ currentTarget }) => {
              void take([...(currentTarget.files ?? [])]);
              currentTarget.value = '';
            }}
          />
        </label>
        {now.kind === 'reading' ? (
          <button
            type="button"
            class="button"
            onClick={() => {
              stop.current?.abort();
              state.value = { kind: 'none' };
            }}
          >
            Cancel
          </button>
        ) : null}
      </div>
      {shown === undefined ? (
        <p class="table-note">Two stretches of time of this log can be compared once one of them is chosen in the chart.</p>
      ) : (
        <>
          <p class="table-note">Or the time that is shown with another time of this log, under the same filters:</p>
          <WindowFields
            zone={zone.value}
            whole={{ from: 2 * shown.window.from - shown.window.to, to: shown.window.from }}
            chosen={undefined}
            purpose="Compare with another stretch of time"
            action="Compare with this time"
            onWindow={(other) => {
              if (other !== undefined) void against(shown, other);
            }}
          />
        </>
      )}
      <div role="status">
        {now.kind === 'reading' ? <p>Reading the other one.</p> : null}
        {now.kind === 'wrong'
          ? now.why.map((why, i) => (
              <p key={i}>
                <Sentence pieces={why} />
              </p>
            ))
          : null}
        {now.kind === 'done' ? <Result {...now} words={words} /> : null}
      </div>
    </section>
  );
}
