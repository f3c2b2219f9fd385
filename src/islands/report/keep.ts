import { reportJson } from '../../analyzer/write/json.ts';
import { withoutPeople } from '../../analyzer/write/masked.ts';
import { reportIn } from '../../analyzer/write/open-json.ts';
import type { Report } from '../../analyzer/report/report.ts';
import { keepLastReport, lastReport } from '../../hand-over/last-report.ts';

/** Rows of all tables of a report beyond which it is not kept: making it a text would keep the page from answering. */
const MOST_ROWS = 5_000;
/** Characters; a tab may keep some five million of all pages of a site. */
const MOST_TEXT = 2_000_000;

const rowsIn = ({ byHour, bySender, byErrorCode, byCountry, codesToAct, sources, findings }: Report): number =>
  byHour.length +
  bySender.length +
  byErrorCode.length +
  byCountry.length +
  codesToAct.length +
  sources.reduce((sum, { skipped }) => sum + skipped.length, 0) +
  findings.reduce((sum, { action: { list } }) => sum + (list?.length ?? 0), 0);

/**
 * Keeps a report in this tab, without what names people or messages, so that it comes back after a reload; an earlier one goes.
 *
 * @returns whether it was kept: a large one is not, nor is any where the browser keeps nothing
 */
export function keepReport(report: Report): boolean {
  const text = rowsIn(report) > MOST_ROWS ? '' : reportJson(withoutPeople(report));
  const { totals, findings } = report;
  return keepLastReport({ messages: totals.messages, findings: findings.length, text: text.length > MOST_TEXT ? '' : text });
}

/** @returns the report that was kept, and its JSON form; `undefined` for none, and for what is no report of this version of the program */
export function keptReport(): { readonly report: Report; readonly json: Blob } | undefined {
  const text = lastReport() ?? '';
  const report = reportIn(text);
  return report === undefined ? undefined : { report, json: new Blob([text], { type: 'application/json' }) };
}
