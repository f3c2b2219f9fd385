import type { Figures } from '../../analyzer/ask-kept.ts';
import type { Lost } from '../../analyzer/kept/find-texts.ts';
import type { HourCount, Report } from '../../analyzer/report/report.ts';
import type { AskerNews } from './asker.ts';
import type { Chips } from './chips.ts';

/** What a report shows: all of its log, or what is left under chips. */
export interface Under {
  /** As the reader wants it. */
  readonly chips: Chips;
  /** What the report is of. */
  readonly answered: Chips;
  /** As the page shows it: while an answer is awaited, the one before. */
  readonly report: Report;
  readonly json: Blob;
  /** What the chart shows: the chips without their window. */
  readonly hours: readonly HourCount[];
  /** The same for `answered`: what the chart goes back to with the chips. */
  readonly hoursBefore: readonly HourCount[];
  /** Newer than the report, of the same chips as now. */
  readonly figures?: Figures;
  readonly isAwaited: boolean;
  /** How far the log is read again, 0 to 1. */
  readonly fraction?: number;
  /** SIDs that the report leaves out. */
  readonly withoutSids: number;
  /** Why the last question has no answer. */
  readonly lost?: Lost;
  readonly problem?: string;
}

interface Whole {
  readonly report: Report;
  readonly json: Blob;
}

/** Nothing is filtered. */
export const unfiltered = ({ report, json }: Whole): Under => ({
  chips: [],
  answered: [],
  report,
  json,
  hours: report.byHour,
  hoursBefore: report.byHour,
  isAwaited: false,
  withoutSids: 0,
});

/** The reader wants other chips: what was shown stays until there is an answer. Under none it is the first report, at once. */
export function awaiting(under: Under, chips: Chips, whole: Whole): Under {
  const { answered, report, json, hours, hoursBefore, withoutSids } = under;
  return chips.length === 0 ? unfiltered(whole) : { chips, answered, report, json, hours, hoursBefore, withoutSids, isAwaited: true };
}

/** Something came back for these chips. Where it is no report, the page goes back to the chips of the one it shows. */
export function told(under: Under, news: AskerNews): Under {
  const { chips, answered, report, json, hours, hoursBefore, withoutSids } = under;
  const before = { chips: answered, answered, report, json, hours: hoursBefore, hoursBefore, withoutSids, isAwaited: false };
  switch (news.kind) {
    case 'hours':
      return { ...under, hours: news.hours };
    case 'figures':
      return { ...under, figures: news.figures };
    case 'again':
      return { ...under, fraction: news.fraction };
    case 'failed':
      return { ...before, problem: news.reason };
    case 'report': {
      const { report: now, json: written, withoutSids: left, lost } = news.under;
      const isLost = lost === undefined ? {} : { lost };
      return now === undefined || written === undefined
        ? { ...before, ...isLost }
        : { chips, answered: chips, report: now, json: written, hours, hoursBefore: hours, withoutSids: left, isAwaited: false, ...isLost };
    }
  }
}
