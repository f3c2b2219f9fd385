import { categoryLabels } from '../../catalog/category.ts';
import type { FindingEntry } from '../../catalog/finding-schema.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { isolated, withoutBidi } from '../words/direction.ts';
import { counted, figure, percent } from '../words/figure.ts';
import { codeLine } from './code-line.ts';
import { costLine } from './cost-line.ts';
import { headline } from './headline.ts';
import { listLines } from './number-list.ts';
import { plainPrinter } from './plain.ts';
import { readingOf } from './reading.ts';
import type { CountryCount, Report } from '../report/report.ts';

interface TextOptions {
  readonly knowledge: Knowledge;
  readonly words: Readonly<Record<string, FindingEntry>>;
  readonly timeZone: string;
}

const ROWS_SHOWN = 10;
const LIST_SHOWN = 10;

/** Rows of cells as aligned lines; numbers to the right. */
function table(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const shown = rows.slice(0, ROWS_SHOWN);
  const cells = shown.map((row) => row.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)));
  const widths = (cells[0] ?? []).map((_, place) => Math.max(...cells.map((row) => row[place]?.length ?? 0)));
  const lines = cells.map((row, line) =>
    `  ${row.map((cell, place) => (typeof shown[line]?.[place] === 'number' ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0))).join('  ')}`.trimEnd(),
  );
  return rows.length > shown.length ? [...lines, `  … and ${figure(rows.length - shown.length)} more`] : lines;
}

const section = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

/** Cells that say what became of the messages to a country or from a sender. */
const fate = ({ outbound, failed, noReceipt }: Pick<CountryCount, 'outbound' | 'failed' | 'noReceipt'>): readonly (string | number)[] => [
  outbound,
  `${figure(failed)} did not arrive`,
  `${figure(noReceipt)} without a receipt`,
];

/** Control characters of a log would move the cursor of a terminal; those for the direction of writing would turn figures round. */
export const printable = (text: string): string => withoutBidi(text).replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');

/** The report for a terminal; ends with a line feed. */
export function textReport(report: Report, { knowledge, words, timeZone }: TextOptions): string {
  const print = plainPrinter(timeZone);
  const sources = report.sources.flatMap((source) => [
    `${source.name}: ${source.format}, ${counted(source.messages, 'message')}, ${counted(source.bytes, 'byte')}`,
    ...source.notices.map(({ text, lines }) => `  note: ${print(text)}${lines.length === 0 ? '' : ` Line ${lines.join(', ')}.`}`),
  ]);
  const found = report.findings.flatMap((finding, place) => {
    const page = words[finding.id];
    const list = finding.action.list ?? [];
    const cost = costLine(finding, isolated);
    const more = list.length > LIST_SHOWN ? ` … and ${figure(list.length - LIST_SHOWN)} more` : '';
    return [
      `${String(place + 1)}. [${finding.severity}] ${print(finding.sentence)}`,
      ...(finding.action.next === undefined ? [] : [`   Next: ${print(finding.action.next)}`]),
      ...(page === undefined ? [] : [`   Do this: ${page.doThis.join(' ')}`]),
      `   How sure: ${finding.confidence} confidence. ${print(finding.because)}`,
      ...(page?.confusedWith ?? []).map((other) => `   Or: ${readingOf(other)}`),
      ...(page === undefined ? [] : [`   To be sure: ${page.settle}`]),
      ...(cost === '' ? [] : [`   Cost: ${cost}`]),
      ...(list.length === 0 ? [] : [`   Numbers: ${list.slice(0, LIST_SHOWN).join(' ')}${more}`]),
      ...(finding.examples.length === 0 ? [] : [`   Examples: ${finding.examples.join(' ')}`]),
    ];
  });
  return `${[
    ...sources,
    ...report.notices.map(({ text }) => `note: ${print(text)}`),
    '',
    print(headline(report)),
    ...section('Fix first', found.length === 0 ? ['  No finding: nothing in this log passes the limits of a rule.'] : found),
    ...section(
      'What to do per code',
      report.codesToAct.map((row) => `  ${codeLine(row, knowledge)}`),
    ),
    ...section(
      'Lists of numbers',
      listLines(report).map(({ id, line }) => `  ${line}; --list ${id} prints them`),
    ),
    ...section(
      'Not judged',
      report.notJudged.map(({ id, why }) => `  ${id}: ${why}`),
    ),
    ...section(
      'By category (share of all messages)',
      table(report.byCategory.map(({ category, count }) => [categoryLabels[category], count, percent(count, report.totals.messages)])),
    ),
    ...section(
      'By error code',
      table(
        report.byErrorCode.map(({ code, count, recipients }) => [
          code,
          count,
          recipients === 0 ? 'recipients unknown' : counted(recipients, 'recipient'),
          knowledge.codes[code]?.title ?? 'not in the dictionary',
        ]),
      ),
    ),
    ...section('By country', table(report.byCountry.map((row) => [row.country, ...fate(row)]))),
    ...section('By sender', table(report.bySender.map((row) => [row.sender === '' ? 'not named' : row.sender, ...fate(row)]))),
    ...section(
      'Cost',
      report.cost.map(
        ({ unit, billed, onFailures, failedFee, feeUnsettled, unknown }) =>
          `  ${unit === '' ? 'unit unknown' : unit}: ${String(billed)} billed, ${String(onFailures)} of it on failures, ${String(failedFee)} estimated fees of failed messages, ${figure(feeUnsettled)} failed whose fee no source settles, ${figure(unknown)} not priced`,
      ),
    ),
  ]
    .map(printable)
    .join('\n')}\n`;
}
