import type { Declined } from '../../analyzer/report/declined.ts';
import { linesOf } from '../../analyzer/report/notices.ts';
import type { Notice, Report } from '../../analyzer/report/report.ts';
import { sequence, type Sentence } from '../../analyzer/report/sentence.ts';
import { counted } from '../kit/figures.ts';

export interface ToldNotice {
  /** Name of the source to put before the text; absent where the text names it or concerns the whole. */
  readonly source?: string;
  readonly text: Sentence;
  /** "line 6,001" or "lines 4, 9, 12", or empty. */
  readonly where: string;
}

const told = (notice: Notice): ToldNotice => ({ text: notice.text, where: linesOf(notice) });

/** Everything skipped, repaired or assumed, source by source, then what concerns the whole, then files left out, each with what to do. */
export function toldNotices({ sources, notices }: Report, declined: readonly Declined[]): readonly ToldNotice[] {
  const left = new Set(declined.map(({ source }) => source));
  return [
    ...sources.flatMap(({ name, notices: own }) => own.map((notice) => ({ ...told(notice), source: name }))),
    ...notices.filter(({ source }) => source === undefined || !left.has(source)).map(told),
    ...declined.map(({ text, advice }) => ({ text: sequence([text, advice]), where: '' })),
  ];
}

/** The line above them: what it means for the report first, where it means something for all of it; none above a single one, which says so itself. */
export function noticeLine({ clock }: Pick<Report, 'clock'>, list: readonly ToldNotice[]): string | undefined {
  if (list.length === 0 || (list.length === 1 && clock !== undefined)) return undefined;
  return `${clock === undefined ? 'No times could be read: no chart, no “since”. ' : ''}${counted(list.length, 'thing')} skipped, repaired or assumed while reading`;
}
