import { categoryLabels } from '../../catalog/category.ts';
import { quotedText } from '../words/direction.ts';
import { counted, figure, percent } from '../words/figure.ts';
import { momentIn, withMoments } from '../words/moment.ts';
import { headline } from './headline.ts';
import { maskNumbers } from './mask.ts';
import { linesOf } from '../report/notices.ts';
import type { Finding, Notice, Report } from '../report/report.ts';

interface Wording {
  readonly knowledge: { readonly codes: Readonly<Record<string, { readonly title: string }>> };
  /** By id of the finding. */
  readonly words: Readonly<Record<string, { readonly title: string; readonly doThis: readonly string[] }>>;
  /** IANA name known to Intl. */
  readonly timeZone: string;
}

/** What Markdown, HTML or a site that shows it would act on, links and mentions included, as plain characters. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&@]|:(?=\/\/)|(?<=www)\./gi, String.raw`\$&`);

/** Characters that steer (control, direction of writing) or cannot be seen; between digits they would hide a number from the mask. */
const seen = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

/** Text that may hold some of the log, made fit for pasting: no SID of an account, no whole number, no markup. */
const quoted = (text: string): string => plain(maskNumbers(seen(text).replace(/AC[\da-f]{32}/gi, 'AC…')));

/** The sentence without the text of messages that it quotes. */
const withoutText = ({ sentence, subject: { template } }: Finding): string =>
  template === undefined ? sentence : sentence.replace(quotedText(template), '“…”');

const noticeLine = (notice: Notice): string => {
  const lines = linesOf(notice);
  return `- ${quoted(notice.text)}${lines === '' ? '' : ` (${lines})`}`;
};

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
export function reportMarkdown(report: Report, { knowledge, words, timeZone }: Wording): string {
  const moment = momentIn(timeZone);
  const found = report.findings.flatMap((finding, place) => {
    const { title = finding.id.replaceAll('-', ' '), doThis = [] } = words[finding.id] ?? {};
    const about = `${finding.severity}, ${finding.confidence} confidence, ${counted(finding.affected, 'message')}`;
    const sentence = withMoments(withoutText(finding), (iso) => moment(Date.parse(iso)));
    return [
      `${String(place + 1)}. **${plain(title)}** (${about})`,
      `   ${quoted(sentence)}`,
      ...doThis.map((step) => `   - ${plain(step)}`),
    ];
  });
  const notices = [...report.sources.flatMap((source) => source.notices), ...report.notices];
  const categories = report.byCategory.map(({ category, count }) => [
    categoryLabels[category],
    figure(count),
    percent(count / report.totals.messages),
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
    headline(report, timeZone),
    ...section('Fix first', found.length === 0 ? ['No finding: nothing in this log passes the limits of a rule.'] : found),
    ...section('By category', table(['Category', 'Messages', 'Share of all messages'], [['---', '---:', '---:'], ...categories])),
    ...section(
      'By error code',
      codes.length === 0 ? [] : table(['Code', 'Title', 'Messages', 'Recipients'], [['---', '---', '---:', '---:'], ...codes]),
    ),
    ...section('Skipped, repaired or assumed while reading', notices.map(noticeLine)),
  ].join('\n')}\n`;
}
