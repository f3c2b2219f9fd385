import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { categoryBreakdown, codeBreakdown, countryBreakdown, hourBreakdown, senderBreakdown } from './breakdown-tables.ts';
import { BreakdownTable } from './BreakdownTable.tsx';
import { CodesToAct } from './CodesToAct.tsx';
import { CostTable } from './CostTable.tsx';
import { DelaysTable } from './DelaysTable.tsx';
import { FixFirst } from './FixFirst.tsx';
import type { Finished, ReadFiles } from '../analyzer/session.ts';
import { filterOf, toggled, windowOf, withWindow, type Chips } from '../filter/chips.ts';
import { FilterBar, filterAnnouncement } from '../filter/FilterBar.tsx';
import { windowChip } from '../filter/make-chips.ts';
import { Filters } from '../filter/Only.tsx';
import type { Under } from '../filter/under.ts';
import { useFilterKeys } from '../filter/use-filter-keys.ts';
import { Compare } from '../take-away/Compare.tsx';
import { Messages } from '../rows/Messages.tsx';
import { Said, type Told } from './Said.tsx';
import { Sources } from './Sources.tsx';
import { Summary } from './Summary.tsx';
import { TakeAway } from '../take-away/TakeAway.tsx';
import { TimeChart } from '../chart/TimeChart.tsx';
import { useStages } from './use-stages.ts';
import { numbersShown } from '../kit/view-settings.ts';
import { useUnfoldedOnPaper } from '../kit/while-printing.ts';
import type { WordsOfFindings } from './words-of-findings.ts';
import { ZonePicker } from '../kit/ZonePicker.tsx';

interface Props {
  readonly finished: Finished;
  /** What of it is shown. */
  readonly under: Under;
  /** @param how `isMoving` while a window is drawn; `isThorough` where the log may be read again for SIDs */
  readonly onFilter: (chips: Chips, how?: { readonly isMoving?: boolean; readonly isThorough?: boolean }) => void;
  readonly knowledge: Knowledge;
  readonly words: WordsOfFindings;
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

/** The whole report, in the order in which a reader decides. */
export function ReportView({ finished, under, onFilter, knowledge, words, fresh, changing, onChange, isKeepable, onForget, read }: Props) {
  const { chips, report, figures } = under;
  const isFilterable = finished.log !== undefined;
  const choose = useFilterKeys(finished.ordinal, chips, onFilter);
  /** What follows a moving window at once. */
  const current = useMemo(() => (figures === undefined ? report : { ...report, ...figures }), [report, figures]);
  const isEmpty = chips.length > 0 && current.totals.messages === 0;
  const shown = useMemo(() => ({ ...finished, report, json: under.json }), [finished, report, under.json]);
  const filters = useMemo(
    () => ({
      chips,
      answered: under.answered,
      ...(isFilterable
        ? {
            toggle: (chip: Chips[number]) => {
              choose(toggled(chips, chip));
            },
          }
        : {}),
    }),
    [chips, under.answered, isFilterable],
  );
  const window = windowOf(under.answered);
  const compared =
    finished.log === undefined || finished.asking !== 'kept' || window === undefined || under.isAwaited
      ? undefined
      : { log: finished.log, chips: under.answered, window, report };
  const whole = useRef<HTMLElement>(null);
  useUnfoldedOnPaper(whole);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (fresh) heading.current?.focus();
  }, [fresh, finished]);
  const stage = useStages(6);
  const isBrokenDown = stage >= 3;
  /** What messages say, as it was told last: what is saved has it too. */
  const told = useRef<Told>();
  /** What the messages below are of: the filters of the report that is shown. */
  const filter = useMemo(() => filterOf(under.answered), [under.answered]);
  const breakdowns = useMemo(
    () =>
      isBrokenDown
        ? [
            codeBreakdown(current, knowledge),
            categoryBreakdown(current),
            countryBreakdown(current),
            senderBreakdown(current),
            hourBreakdown(current),
          ]
        : [],
    [current, knowledge, isBrokenDown],
  );
  return (
    <section ref={whole} class="report" aria-labelledby="report" aria-busy={under.isAwaited}>
      <div class="report-head">
        <h2 id="report" tabIndex={-1} ref={heading}>
          Report
        </h2>
        <Sources sources={report.sources} />
        <button type="button" class="button quiet" aria-expanded={changing} onClick={onChange}>
          Change
        </button>
        <div class="settings">
          <ZonePicker isWhole={stage >= 6} />
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
          Opened again as it was kept in this tab: numbers masked, without lists of numbers, SIDs and rows. For these, and to filter it,
          choose the log again.{' '}
          <button type="button" class="button quiet" onClick={onForget}>
            Forget this report
          </button>
        </p>
      ) : isKeepable ? null : (
        <p class="note">This report is too large to be kept in this tab: it is gone when you reload or leave this page. Save it below.</p>
      )}
      <Filters.Provider value={filters}>
        <FilterBar
          finished={finished}
          under={under}
          onFilter={(next, how) => {
            if (how === undefined) choose(next);
            else onFilter(next, how);
          }}
        />
        <p class="visually-hidden" role="status">
          {filterAnnouncement(under, finished.report.totals.messages)}
        </p>
        {isEmpty ? null : (
          <>
            <Summary report={current} declined={finished.declined} isPart={under.answered.length > 0} />
            {stage >= 1 ? (
              <FixFirst report={report} knowledge={knowledge} words={words} paged={(code) => knowledge.codes[code]?.page === true} />
            ) : null}
            {stage >= 1 ? <CodesToAct report={report} knowledge={knowledge} words={words} /> : null}
          </>
        )}
        {stage >= 2 ? (
          <TimeChart
            report={report}
            hours={under.hours}
            window={windowOf(chips)}
            onWindow={
              isFilterable
                ? (drawn, isMoving) => {
                    const next = withWindow(chips, drawn === undefined ? undefined : windowChip(drawn.from, drawn.to));
                    if (isMoving) onFilter(next, { isMoving });
                    else choose(next);
                  }
                : undefined
            }
          />
        ) : null}
        {isEmpty ? null : (
          <>
            {isBrokenDown ? (
              <section class="breakdowns" aria-labelledby="breakdowns">
                <h3 id="breakdowns">Breakdowns</h3>
                {breakdowns.map((breakdown) => (
                  <BreakdownTable key={breakdown.id} breakdown={breakdown} />
                ))}
                {finished.log === undefined || finished.asking !== 'kept' ? null : (
                  <Said
                    log={finished.log}
                    filter={filter}
                    report={report}
                    onTold={(now) => {
                      told.current = now;
                    }}
                  />
                )}
                <DelaysTable delays={report.delays} />
                <CostTable cost={report.cost} />
              </section>
            ) : null}
            {stage >= 4 ? <Messages finished={finished} filter={filter} report={report} wording={{ knowledge, words }} /> : null}
            {stage >= 5 ? (
              <TakeAway
                finished={shown}
                knowledge={knowledge}
                words={words}
                texts={() => (told.current?.key === JSON.stringify(filter) ? told.current.said.texts : undefined)}
              />
            ) : null}
          </>
        )}
        {stage >= 5 ? <Compare report={finished.report} shown={compared} words={words} read={read} /> : null}
      </Filters.Provider>
    </section>
  );
}
