import type { Finding, Notice, Report, SourceReport } from '../report/report.ts';
import type { Sentence } from '../report/sentence.ts';
import { plainPrinter } from './plain.ts';

/** A sentence printed, with times in UTC, and the pieces it was printed from: a saved report can be printed again in any zone. */
export interface NoticeJson extends Omit<Notice, 'text'> {
  readonly text: string;
  readonly pieces: Sentence;
}

/** What the page of a finding adds to it: the check outside the log that settles it, and what else it could be. */
export type Readings = Readonly<Record<string, FindingReading>>;

/** Written out, since the npm package gives it away with its types; the schema of a finding's page has the same. */
interface FindingReading {
  readonly settle: string;
  /** Another finding or an error code, and how it is told apart. */
  readonly confusedWith: readonly { readonly finding?: string | undefined; readonly code?: number | undefined; readonly how: string }[];
}

/** `settle` and `confusedWith` are absent where the finding has no page. */
export interface FindingJson extends Omit<Finding, 'sentence' | 'because' | 'action'>, Partial<Readings[string]> {
  readonly sentence: string;
  readonly pieces: Sentence;
  readonly because: string;
  readonly becausePieces: Sentence;
  readonly action: Omit<Finding['action'], 'next'> & { readonly next?: string; readonly nextPieces?: Sentence };
}

export interface SourceJson extends Omit<SourceReport, 'notices'> {
  readonly notices: readonly NoticeJson[];
}

/** The public JSON form, version 1. */
export interface ReportJson extends Omit<Report, 'sources' | 'notices' | 'findings'> {
  readonly sources: readonly SourceJson[];
  readonly notices: readonly NoticeJson[];
  readonly findings: readonly FindingJson[];
}

type Print = (sentence: Sentence) => string;

const noticeJson = (notice: Notice, print: Print): NoticeJson => ({ ...notice, text: print(notice.text), pieces: notice.text });

function findingForm(
  { id, severity, confidence, because, sentence, action, ...rest }: Finding,
  print: Print,
  page: Readings[string] | undefined,
): FindingJson {
  const { next, ...act } = action;
  return {
    id,
    severity,
    confidence,
    because: print(because),
    becausePieces: because,
    sentence: print(sentence),
    pieces: sentence,
    ...rest,
    ...(page === undefined ? {} : { settle: page.settle, confusedWith: page.confusedWith }),
    action: next === undefined ? act : { ...act, next: print(next), nextPieces: next },
  };
}

const asText = (form: FindingJson | ReportJson): string => JSON.stringify(form, null, 2);

/** The JSON form of one finding. @param pages of all findings, by id */
export const findingJson = (finding: Finding, pages: Readings): string =>
  asText(findingForm(finding, plainPrinter('UTC'), pages[finding.id]));

/** The JSON form of a report, the same from the page and from the command line; ends with a line feed. @param pages of all findings, by id; none where who asks has no pages at hand */
export function reportJson(report: Report, pages: Readings = {}): string {
  const print = plainPrinter('UTC');
  const form: ReportJson = {
    ...report,
    sources: report.sources.map((source) => ({ ...source, notices: source.notices.map((notice) => noticeJson(notice, print)) })),
    notices: report.notices.map((notice) => noticeJson(notice, print)),
    findings: report.findings.map((finding) => findingForm(finding, print, pages[finding.id])),
  };
  return `${asText(form)}\n`;
}
