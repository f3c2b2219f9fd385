import type { Declined } from '../../analyzer/report/declined.ts';
import { linesOf } from '../../analyzer/report/notices.ts';
import type { Notice, Report } from '../../analyzer/report/report.ts';
import { counted } from '../kit/figures.ts';

export interface ToldNotice {
  readonly source: string;
  readonly text: string;
  /** "line 6,001" or "lines 4, 9, 12", or empty. */
  readonly where: string;
}

const told = (source: string, notice: Notice): ToldNotice => ({ source, text: notice.text, where: linesOf(notice) });

/** Everything skipped, repaired or assumed, source by source, then what concerns the whole, then files left out. */
export function toldNotices({ sources, notices }: Report, declined: readonly Declined[]): readonly ToldNotice[] {
  const left = declined.map(({ source, text, advice }) => ({ source, text: `${text} ${advice}`, where: '' }));
  const ofDeclined = new Set(declined.map(({ text }) => text));
  return [
    ...sources.flatMap(({ name, notices: own }) => own.map((notice) => told(name, notice))),
    ...notices.filter(({ text }) => ![...ofDeclined].some((known) => text.includes(known))).map((notice) => told('', notice)),
    ...left,
  ];
}

/** The line above them. */
export const noticeLine = (list: readonly ToldNotice[]): string =>
  `${counted(list.length, 'thing')} skipped, repaired or assumed while reading`;
