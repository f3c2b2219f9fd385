import { categoryLabels } from '../../catalog/category.ts';
import type { FindingEntry } from '../../catalog/finding-schema.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import { counted, figure, percent } from '../words/figure.ts';
import { codeLine } from './code-line.ts';
import { costLine } from './cost-line.ts';
import { delayLines } from './delay-lines.ts';
import { headline } from './headline.ts';
import { listLines } from './number-list.ts';
import { markdownPrinter, plain, quoted } from './markdown-sentence.ts';
import { notJudgedLines, readingOf, titleOf } from './titles.ts';
import { judgedOn, verdict } from './verdict.ts';
import { linesOf } from '../report/notices.ts';
import type { Notice, Report } from '../report/report.ts';
import type { Sentence } from '../report/sentence.ts';

interface Wording {
  readonly knowledge: Pick<Knowledge, 'attention'> & { readonly codes: Readonly<Record<string, { readonly title: string }>> };
  /** By id of the finding. */
  readonly words: Readonly<Record<string, Pick<FindingEntry, 'title' | 'doThis' | 'settle' | 'confusedWith'>>>;
  /** IANA name known to Intl. */
  readonly timeZone: string;
  /** The filters under which it was made; empty, or absent, for none. */
  readonly only?: Sentence;
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [heads, ...rows].map((cells) => `| ${cells.join(' | ')} |`);

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

/**
 * The report for pasting into a ticket, the same from the page and from the command line: numbers masked, no message
 * texts, no lists of people, no links.
 *
 * @returns Markdown that ends with a line feed
 */
export function reportMarkdown(report: Report, { knowledge, words, timeZone, only = [] }: Wording): string {
  const print = markdownPrinter(timeZone);
  const noticeLine = (notice: Notice): string => {
    const lines = linesOf(notice);
    return `- ${print(notice.text)}${lines === '' ? '' : ` (${lines})`}`;
  };
  const { title, text } = verdict(report, knowledge, only.length > 0);
  const found = report.findings.flatMap((finding, place) => {
    const own = words[finding.id];
    const cost = costLine(finding, quoted);
    const about = `${finding.severity}, ${finding.confidence} confidence, ${counted(finding.affected, 'message')}`;
    return [
      `${String(place + 1)}. **${plain(titleOf(words, finding.id))}** (${about})`,
      `   ${print(finding.sentence)}`,
      ...(finding.evidence.length === 0
        ? []
        : [`   - Figures: ${finding.evidence.map(({ label, value }) => `${figure(value)} ${plain(label)}`).join(' · ')}`]),
      ...(finding.action.next === undefined ? [] : [`   - ${print(finding.action.next)}`]),
      ...(own?.doThis ?? []).map((step) => `   - ${plain(step)}`),
      ...(cost === '' ? [] : [`   - Cost: ${cost}`]),
      `   - How sure: ${print(finding.because)}`,
      ...(own?.confusedWith ?? []).map((other) => `   - Or: ${plain(readingOf(other, words))}`),
      ...(own === undefined ? [] : [`   - To settle it: ${plain(own.settle)}`]),
    ];
  });
  const notices = [...report.sources.flatMap((source) => source.notices), ...report.notices];
  const categories = report.byCategory.map(({ category, count }) => [
    categoryLabels[category],
    figure(count),
    percent(count, report.totals.messages),
  ]);
  const codes = report.byErrorCode.map(({ code, count, recipients }) => [
    quoted(code),
    plain(knowledge.codes[code]?.title ?? 'not in the dictionary'),
    figure(count),
    recipients === 0 ? '-' : figure(recipients),
  ]);
  return `${[
    `# Message log report: ${report.sources.map(({ name }) => quoted(name)).join(', ')}`,
    '',
    ...(only.length === 0 ? [] : [`**Only messages with ${print(only)}.** ${judgedOn(report.findings)}`, '']),
    print(headline(report, only.length > 0)),
    ...section('Fix first', found.length === 0 ? [`**${title}.** ${print(text)}`] : found),
    ...section(
      'What to do per code',
      report.codesToAct.map((row) => `- ${quoted(codeLine(row, knowledge))}`),
    ),
    ...section(
      'Lists of numbers',
      listLines(report).map(({ line }) => `- ${plain(line)}`),
    ),
    ...section(
      'Not judged',
      notJudgedLines(report, words).map((line) => `- ${plain(line)}`),
    ),
    ...section('By category', table(['Category', 'Messages', 'Share of all messages'], [['---', '---:', '---:'], ...categories])),
    ...section(
      'By error code',
      codes.length === 0 ? [] : table(['Code', 'Title', 'Messages', 'Recipients'], [['---', '---', '---:', '---:'], ...codes]),
    ),
    ...section(
      'How long it took',
      delayLines(report).map(
        ({ sender, text }) => `- ${sender === undefined ? '' : `${sender === '' ? 'not named' : quoted(sender)}: `}${plain(text)}`,
      ),
    ),
    ...section('Skipped, repaired or assumed while reading', notices.map(noticeLine)),
  ].join('\n')}\n`;
}
