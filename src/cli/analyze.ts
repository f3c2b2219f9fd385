/**
 * The analyzer from a terminal; `npm run --silent analyze -- --help` says how. The report goes to standard output,
 * everything else to standard error.
 */
import { analyze } from '../analyzer/analyze.ts';
import type { Declined } from '../analyzer/report/declined.ts';
import { reportJson } from '../analyzer/write/json.ts';
import { reportMarkdown } from '../analyzer/write/markdown.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import { readArguments, usage, type Arguments } from './arguments.ts';
import { fileSource, standardInput } from './file-source.ts';
import { loadFindings, loadKnowledge } from './knowledge.ts';
import { printable, textReport } from '../analyzer/write/text.ts';

const ANALYSED = 0;
const UNUSABLE = 2;
const NOT_A_LOG = 3;

const say = (line: string): void => {
  process.stderr.write(`${printable(line)}\n`);
};

const print = plainPrinter('UTC');

const describe = ({ text, advice, line }: Declined): string =>
  `${print(text)}${line === undefined ? '' : ` (Seen in line ${String(line)}.)`} ${print(advice)}`;

async function sourcesOf(files: readonly string[]): Promise<readonly Source[] | undefined> {
  const opened = await Promise.all(
    files.map((file) => (file === '-' ? Promise.resolve({ source: standardInput(process.stdin) }) : fileSource(file))),
  );
  const problems = opened.flatMap((one) => ('problem' in one ? [one.problem] : []));
  problems.forEach(say);
  return problems.length > 0 ? undefined : opened.flatMap((one) => ('source' in one ? [one.source] : []));
}

async function run({ files, form, timeZone }: Arguments): Promise<number> {
  const sources = await sourcesOf(files);
  if (sources === undefined) return UNUSABLE;
  const knowledge = loadKnowledge();
  const analysis = await analyze(sources, { knowledge });
  switch (analysis.kind) {
    case 'cancelled':
      return UNUSABLE;
    case 'declined':
      analysis.declined.map(describe).forEach(say);
      return analysis.declined.every(({ kind }) => kind === 'unreadable') ? UNUSABLE : NOT_A_LOG;
    case 'report': {
      analysis.declined.map(describe).forEach(say);
      const options = { knowledge, words: loadFindings(), timeZone };
      const { report } = analysis;
      const text = {
        json: () => reportJson(report),
        text: () => textReport(report, options),
        markdown: () => reportMarkdown(report, options),
      }[form]();
      process.stdout.write(text);
      return ANALYSED;
    }
  }
}

const asked = readArguments(process.argv.slice(2));
switch (asked.kind) {
  case 'help':
    process.stdout.write(usage);
    break;
  case 'wrong':
    say(asked.problem);
    process.stderr.write(usage);
    process.exitCode = UNUSABLE;
    break;
  case 'run':
    process.exitCode = await run(asked);
    break;
}
