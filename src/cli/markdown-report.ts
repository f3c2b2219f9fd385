import { categoryLabels } from '../catalog/category.ts';
import { percent } from '../analyzer/findings/sentence.ts';
import { maskNumbers } from '../analyzer/mask.ts';
import type { Finding, Report } from '../analyzer/report.ts';
import { headline, printable, type TextOptions } from './text-report.ts';

const n = (count: number): string => count.toLocaleString('en-US');

/** Text of a log must not become markup where the report is pasted. */
const escaped = (text: string): string => printable(text).replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&');

/** The sentence without the message text it quotes. */
const withoutBody = ({ sentence, subject: { template } }: Finding): string =>
  template === undefined ? sentence : sentence.replace(template, '…');

/** The report for pasting into a ticket: numbers masked, no message texts, no lists of people; ends with a line feed. */
export function markdownReport(report: Report, { knowledge, findings, timeZone }: TextOptions): string {
  const notices = [...report.sources.flatMap((source) => source.notices), ...report.notices];
  const found = report.findings.flatMap((finding, place) => {
    const page = findings.get(finding.id);
    return [
      `${String(place + 1)}. **${finding.severity}** ${escaped(maskNumbers(withoutBody(finding)))}`,
      ...(page?.doThis.map((step) => `   - ${step}`) ?? []),
      ...(finding.examples.length === 0
        ? []
        : [`   - Examples: ${finding.examples.map((sid) => `\`${printable(sid).replaceAll('`', '')}\``).join(' ')}`]),
    ];
  });
  return `${[
    '# Message log report',
    '',
    escaped(headline(report, timeZone)),
    '',
    ...notices.map(({ text }) => `> ${escaped(text)}`),
    ...(notices.length === 0 ? [] : ['']),
    '## Fix first',
    '',
    ...(found.length === 0 ? ['No finding: nothing in this log passes the limits of a rule.'] : found),
    '',
    '## By category',
    '',
    '| Category | Messages | Share |',
    '| --- | ---: | ---: |',
    ...report.byCategory.map(
      ({ category, count }) => `| ${categoryLabels[category]} | ${n(count)} | ${percent(count / report.totals.messages)} |`,
    ),
    ...(report.byErrorCode.length === 0
      ? []
      : [
          '',
          '## By error code',
          '',
          '| Code | Title | Messages | Recipients |',
          '| --- | --- | ---: | ---: |',
          ...report.byErrorCode.map(
            ({ code, count, recipients }) =>
              `| ${code} | ${escaped(knowledge.codes[code]?.title ?? 'not in the dictionary')} | ${n(count)} | ${n(recipients)} |`,
          ),
        ]),
  ].join('\n')}\n`;
}
