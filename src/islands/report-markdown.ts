import { maskNumbers } from '../analyzer/mask.ts';
import type { Finding, Report } from '../analyzer/report.ts';
import { counted, figure } from './figures.ts';
import { summaryLine } from './summary-line.ts';
import { sentenceIn } from './zone.ts';

/** Characters that Markdown or HTML would act on; text of a log gets them as plain characters. */
const plain = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ').replaceAll(/[\\`*_{}[\]<>#|~]/g, (mark) => `\\${mark}`);

/** The sentence without the text of messages that it quotes. */
const withoutText = ({ sentence, subject: { template } }: Finding): string =>
  template === undefined ? sentence : sentence.replace(template, '…');

interface Wording {
  readonly zone: string;
  readonly titleOf: (finding: string) => string;
  readonly titleOfCode: (code: string) => string | undefined;
}

/** The report for a ticket or a chat: numbers masked, no message texts, no links. */
export function reportMarkdown(report: Report, { zone, titleOf, titleOfCode }: Wording): string {
  const say = (text: string): string => plain(maskNumbers(sentenceIn(zone, text)));
  const findings = report.findings.map((finding, i) => [
    `${String(i + 1)}. **${plain(titleOf(finding.id))}** (${finding.confidence} confidence, ${counted(finding.affected, 'message')})`,
    `   ${say(withoutText(finding))}`,
  ]);
  const codes = report.byErrorCode
    .slice(0, 10)
    .map(({ code, count }) => `| ${code} | ${plain(titleOfCode(code) ?? '')} | ${figure(count)} |`);
  return [
    `## Message log: ${report.sources.map(({ name }) => plain(maskNumbers(name.replaceAll(/AC[0-9a-f]{32}/g, 'AC…')))).join(', ')}`,
    '',
    plain(summaryLine(report, zone).join(' · ')),
    '',
    '### Fix first',
    '',
    ...(findings.length === 0 ? ['No finding.'] : findings.flat()),
    ...(codes.length === 0 ? [] : ['', '### Error codes', '', '| Code | Title | Messages |', '| --- | --- | ---: |', ...codes]),
    '',
  ].join('\n');
}
