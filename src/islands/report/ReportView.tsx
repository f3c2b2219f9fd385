import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { categoryBreakdown, codeBreakdown, countryBreakdown, senderBreakdown } from './breakdown-tables.ts';
import { BreakdownTable } from './BreakdownTable.tsx';
import { CodesToAct } from './CodesToAct.tsx';
import { CostTable } from './CostTable.tsx';
import { FixFirst } from './FixFirst.tsx';
import type { Finished, ReadFiles } from '../analyzer/session.ts';
import { Compare } from '../take-away/Compare.tsx';
import { Messages } from '../rows/Messages.tsx';
import { Said } from './Said.tsx';
import { Sources } from './Sources.tsx';
import { Summary } from './Summary.tsx';
import { TakeAway } from '../take-away/TakeAway.tsx';
import { TimeChart } from '../chart/TimeChart.tsx';
import { useStages } from './use-stages.ts';
import { numbersShown } from '../kit/view-settings.ts';
import type { WordsOfFindings } from './words-of-findings.ts';
import { ZonePicker } from '../kit/ZonePicker.tsx';

interface Props {
  readonly finished: Finished;
  readonly knowledge: Knowledge;
  readonly words: WordsOfFindings;
  readonly attention: number;
  /** Whether the report is news: then its heading takes the focus. */
  readonly fresh: boolean;
  /** Whether the place for another log is open, and what opens or closes it. */
  readonly changing: boolean;
  readonly onChange: () => void;
  /** Whether the report comes back after a reload. */
  readonly isKeepable: boolean;
  readonly onForget: () => void;
  /** For the log that this one is compared with. */
  readonly read: ReadFiles;
}

const noFilter = {};

/** The whole report, in the order in which a reader decides. */
export function ReportView({ finished, knowledge, words, attention, fresh, changing, onChange, isKeepable, onForget, read }: Props) {
  const { report } = finished;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (fresh) heading.current?.focus();
  }, [fresh, finished]);
  const stage = useStages(4);
  const filter = noFilter;
  const breakdowns = useMemo(
    () => [codeBreakdown(report, knowledge), categoryBreakdown(report), countryBreakdown(report), senderBreakdown(report)],
    [report, knowledge],
  );
  return (
    <section class="report" aria-labelledby="report">
      <div class="report-head">
        <h2 id="report" tabIndex={-1} ref={heading}>
          Report
        </h2>
        <Sources sources={report.sources} />
        <button type="button" class="button quiet" aria-expanded={changing} onClick={onChange}>
          Change
        </button>
        <div class="settings">
          <ZonePicker />
          <label class="setting check">
            <input
              type="checkbox"
              checked={numbersShown.value}
              onChange={({ currentTarget }) => {
                numbersShown.value = currentTarget.checked;
              }}
            />
            Show numbers in full
          </label>
        </div>
      </div>
      {finished.isKept ? (
        <p class="note">
          Opened again as it was kept in this tab: numbers masked, without lists of numbers, SIDs and rows. For these choose the log again.{' '}
          <button type="button" class="button quiet" onClick={onForget}>
            Forget this report
          </button>
        </p>
      ) : isKeepable ? null : (
        <p class="note">This report is too large to be kept in this tab: it is gone when you reload or leave this page. Save it below.</p>
      )}
      <Summary finished={finished} />
      {stage >= 1 ? (
        <FixFirst
          report={report}
          knowledge={knowledge}
          words={words}
          attention={attention}
          paged={(code) => knowledge.codes[code]?.page === true}
        />
      ) : null}
      {stage >= 1 ? <CodesToAct report={report} knowledge={knowledge} words={words} /> : null}
      {stage >= 2 ? <TimeChart report={report} /> : null}
      {stage >= 3 ? (
        <section class="breakdowns" aria-labelledby="breakdowns">
          <h3 id="breakdowns">Breakdowns</h3>
          {breakdowns.map((breakdown) => (
            <BreakdownTable key={breakdown.id} breakdown={breakdown} />
          ))}
          {finished.log === undefined || finished.asking !== 'kept' ? null : <Said log={finished.log} filter={filter} report={report} />}
          <CostTable cost={report.cost} />
        </section>
      ) : null}
      {stage >= 3 ? <Messages finished={finished} filter={filter} report={report} wording={{ knowledge, words }} /> : null}
      {stage >= 4 ? <TakeAway finished={finished} knowledge={knowledge} words={words} attention={attention} /> : null}
      {stage >= 4 ? <Compare report={report} words={words} read={read} /> : null}
    </section>
  );
}
