import { analyze } from '../analyzer/analyze.ts';
import type { Declined } from '../analyzer/report/declined.ts';
import { reportJson } from '../analyzer/write/json.ts';
import { reportMarkdown } from '../analyzer/write/markdown.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';
import { printable, textReport } from '../analyzer/write/text.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import { readArguments, usage, type Arguments } from './arguments.ts';
import { printList } from './print-list.ts';
import { fileSource, standardInput } from './file-source.ts';
import { loadFindings, loadKnowledge } from './knowledge.ts';

/** Where the knowledge comes from; looked up only when there is a log to read. */
export interface Content {
  readonly knowledge: typeof loadKnowledge;
  readonly words: typeof loadFindings;
}
const onDisk: Content = { knowledge: loadKnowledge, words: loadFindings };

const ANALYSED = 0;
const UNUSABLE = 2;
const NOT_A_LOG = 3;

/** Where the command reads and writes; in a terminal these are the three streams of the process. */
export interface Terminal {
  readonly input: AsyncIterable<unknown>;
  /** Standard output: the report, or the help. */
  readonly write: (text: string) => void;
  /** Standard error: everything else. */
  readonly complain: (text: string) => void;
}

const print = plainPrinter('UTC');

const describe = ({ text, advice, line }: Declined): string =>
  `${print(text)}${line === undefined ? '' : ` (Seen in line ${String(line)}.)`} ${print(advice)}`;

/**
 * The analyzer in a terminal; `usage` says how it is asked.
 *
 * @param argv what stands after the name of the program
 * @returns the exit code: 0 analysed, 2 unusable arguments or unreadable file, 3 not a message log
 */
export async function main(argv: readonly string[], terminal: Terminal, content = onDisk): Promise<number> {
  const asked = readArguments(argv);
  switch (asked.kind) {
    case 'help':
      terminal.write(usage);
      return ANALYSED;
    case 'wrong':
      terminal.complain(`${printable(asked.problem)}\n${usage}`);
      return UNUSABLE;
    case 'run':
      return run(asked, terminal, content);
  }
}

async function run({ files, wanted, timeZone, told }: Arguments, { input, write, complain }: Terminal, content: Content): Promise<number> {
  const say = (line: string): void => {
    complain(`${printable(line)}\n`);
  };
  const sources = await sourcesOf(files, input, say);
  if (sources === undefined) return UNUSABLE;
  const knowledge = content.knowledge();
  const analysis = await analyze(sources, { knowledge, told });
  switch (analysis.kind) {
    case 'cancelled':
      return UNUSABLE;
    case 'declined':
      analysis.declined.map(describe).forEach(say);
      return analysis.declined.every(({ kind }) => kind === 'unreadable') ? UNUSABLE : NOT_A_LOG;
    case 'report': {
      analysis.declined.map(describe).forEach(say);
      const options = { knowledge, words: content.words(), timeZone };
      const { report } = analysis;
      switch (wanted.kind) {
        case 'report':
          write(
            {
              json: () => reportJson(report),
              text: () => textReport(report, options),
              markdown: () => reportMarkdown(report, options),
            }[wanted.form](),
          );
          break;
        case 'list':
          printList(wanted, report, options, { write, say });
      }
      return ANALYSED;
    }
  }
}

/** What to read, or `undefined` when a file cannot be used, of which each was told. */
async function sourcesOf(
  files: readonly string[],
  input: AsyncIterable<unknown>,
  say: (line: string) => void,
): Promise<readonly Source[] | undefined> {
  const opened = await Promise.all(
    files.map((file) => (file === '-' ? Promise.resolve({ source: standardInput(input) }) : fileSource(file))),
  );
  const problems = opened.flatMap((one) => ('problem' in one ? [one.problem] : []));
  problems.forEach(say);
  return problems.length > 0 ? undefined : opened.flatMap((one) => ('source' in one ? [one.source] : []));
}
