import type { Finding, Notice, Report, SourceReport } from '../report/report.ts';
import type { Sentence } from '../report/sentence.ts';
import { plainPrinter } from './plain.ts';
import { safeJson } from './safe-json.ts';

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

const asText = (form: FindingJson | ReportJson): string => safeJson(form, 2);

/** The JSON form of one finding. @param pages of all findings, by id */
export const findingJson = (finding: Finding, pages: Readings): string =>
  asText(findingForm(finding, plainPrinter('UTC'), pages[finding.id]));

function reportForm(report: Report, pages: Readings): ReportJson {
  const print = plainPrinter('UTC');
  return {
    ...report,
    sources: report.sources.map((source) => ({ ...source, notices: source.notices.map((notice) => noticeJson(notice, print)) })),
    notices: report.notices.map((notice) => noticeJson(notice, print)),
    findings: report.findings.map((finding) => findingForm(finding, print, pages[finding.id])),
  };
}

/** Most entries of a list that one piece holds: a millisecond or two of work. */
const PIECE_ENTRIES = 500;
/** A field of ours, not a word of a log. */
const OWN_NAME = /^[a-z]+(?:[A-Z-][a-z]*)*$/;

/** Changes plain data, each entry of a list by itself, and leaves the names of our fields alone (masked.ts). */
type Change = <Value>(value: Value) => Value;

const asItIs: Change = (value) => value;

/** A value as `asText` prints it at a depth, its long lists in pieces. */
function* printed(value: unknown, indent: string, change: Change): Generator<string, void> {
  const inner = `${indent}  `;
  // Line ends inside texts are escaped, so these are those of the form.
  const whole = (part: unknown, at: string): string => safeJson(change(part), 2).replaceAll('\n', `\n${at}`);
  if (Array.isArray(value) && value.length > PIECE_ENTRIES) {
    for (let from = 0; from < value.length; from += PIECE_ENTRIES) {
      const entries = value.slice(from, from + PIECE_ENTRIES).map((entry) => `\n${inner}${whole(entry, inner)}`);
      yield `${from === 0 ? '[' : ','}${entries.join(',')}`;
    }
    yield `\n${indent}]`;
    return;
  }
  const isList = typeof value !== 'object' || value === null || Array.isArray(value);
  const fields = isList ? [] : Object.entries(value).filter(([, part]) => part !== undefined);
  if (fields.length === 0 || !fields.every(([name]) => OWN_NAME.test(name))) {
    yield whole(value, indent);
    return;
  }
  for (const [place, [name, part]] of fields.entries()) {
    yield `${place === 0 ? '{' : ','}\n${inner}${JSON.stringify(name)}: `;
    yield* printed(part, inner, change);
  }
  yield `\n${indent}}`;
}

/**
 * The JSON form of a changed report in pieces, for whoever must not stand still meanwhile: what it yields is `reportJson` of the changed report.
 *
 * @param change of its texts, made piece by piece too
 */
export function* reportJsonPieces(report: Report, pages: Readings, change: Change = asItIs): Generator<string, void> {
  const { sources, notices, findings } = report;
  const { schemaVersion, ...form } = reportForm({ ...report, ...change({ sources, notices, findings }) }, pages);
  const made = new Set(['sources', 'notices', 'findings']);
  yield `{\n  "schemaVersion": ${JSON.stringify(schemaVersion)}`;
  for (const [name, part] of Object.entries<unknown>(form)) {
    if (part === undefined) continue;
    yield `,\n  ${JSON.stringify(name)}: `;
    yield* printed(part, '  ', made.has(name) ? asItIs : change);
  }
  yield '\n}\n';
}

/** The JSON form of a report, the same from the page and from the command line; ends with a line feed. @param pages of all findings, by id; none where who asks has no pages at hand */
export const reportJson = (report: Report, pages: Readings = {}): string => `${asText(reportForm(report, pages))}\n`;
