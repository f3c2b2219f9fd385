/** All of a report in lines that a reader can go through: what the terminal is given, then the data behind it. */
import type { Finding, Report } from '../../../../src/analyzer/report/report.ts';
import { textReport } from '../../../../src/cli/screen/report.ts';
import { inWords } from '../../../log.ts';
import { knowledge } from '../../../knowledge.ts';

/** A value as one line of JSON; notices with their words. */
const line = (value: unknown): string =>
  JSON.stringify(value, (key: string, part: unknown) => (key === 'text' ? inWords(part as never) : part));

/** A finding with all it says, a figure a line. */
export const findingLines = ({ key, sentence, evidence, ...rest }: Finding): readonly string[] => [
  `finding ${key}: ${inWords(sentence)}`,
  ...Object.entries(rest).map(([name, value]) => `  ${name}: ${line(value)}`),
  ...evidence.map((figure) => `  figure: ${line(figure)}`),
];

/** @returns text that ends with a line feed; the words of the pages in content/ are not in it */
export function printed(report: Report): string {
  const { findings, ...rest } = report;
  const lines = Object.entries(rest).flatMap(([key, value]: readonly [string, unknown]) =>
    Array.isArray(value) ? [`${key}:`, ...value.map((item) => `  ${line(item)}`)] : [`${key}: ${line(value)}`],
  );
  const text = textReport(report, { knowledge, words: {}, timeZone: 'America/New_York', screen: { columns: Infinity, colours: false } });
  return `${[text, ...lines, ...findings.flatMap(findingLines)].join('\n')}\n`;
}
