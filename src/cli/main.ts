import { writeFile } from 'node:fs/promises';
import { analyze } from '../analyzer/analyze.ts';
import type { Declined } from '../analyzer/report/declined.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';
import { skippedCsv } from '../analyzer/write/skipped.ts';
import { printable } from '../analyzer/write/text.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import { readArguments, usage, type Arguments } from './arguments.ts';
import type { Content } from './content.ts';
import { fileSource, standardInput } from './file-source.ts';
import { printReport } from './print-report.ts';
import { exit, sayTo, type Terminal } from './terminal.ts';

const print = plainPrinter('UTC');

/** A declined source in one line: what it is instead, and what to do. */
export const describe = ({ text, advice, line, codes = [] }: Declined): string =>
  `${print(text)}${line === undefined ? '' : ` (Seen in line ${String(line)}.)`} ${print(advice)}${codes.length === 0 ? '' : ` Codes in it: ${codes.join(', ')}.`}`;

/** How a command ends that found no log in what it was given. */
export const exitOf = (declined: readonly Declined[]): number =>
  declined.every(({ kind }) => kind === 'unreadable') ? exit.unusable : exit.notThat;

/**
 * The analyzer in a terminal; `usage` says how it is asked.
 *
 * @param argv what stands after the name of the program
 * @returns the exit code: 0 analysed, 2 unusable arguments or unreadable file, 3 not a message log
 */
export async function main(argv: readonly string[], terminal: Terminal, content: Pick<Content, 'knowledge' | 'words'>): Promise<number> {
  const asked = readArguments(argv);
  switch (asked.kind) {
    case 'help':
      terminal.write(usage);
      return exit.done;
    case 'wrong':
      terminal.complain(`${printable(asked.problem)}\n${usage}`);
      return exit.unusable;
    case 'run':
      return run(asked, terminal, content);
  }
}

async function run(
  { files, wanted, timeZone, told, skipped }: Arguments,
  { input, write, complain, now = Date.now }: Terminal,
  content: Pick<Content, 'knowledge' | 'words'>,
): Promise<number> {
  const say = sayTo({ complain });
  const sources = await sourcesOf(files, input, say);
  if (sources === undefined) return exit.unusable;
  const knowledge = content.knowledge();
  const analysis = await analyze(sources, { knowledge, told });
  switch (analysis.kind) {
    case 'cancelled':
      return exit.unusable;
    case 'declined':
      analysis.declined.map(describe).forEach(say);
      return exitOf(analysis.declined);
    case 'report': {
      analysis.declined.map(describe).forEach(say);
      const { report } = analysis;
      if (skipped !== undefined && !(await isSaved(skipped, [...skippedCsv(report)].join('')))) {
        say(`${skipped} could not be written. Name a file in a folder that exists and is yours.`);
        return exit.unusable;
      }
      const options = { knowledge, words: content.words(), timeZone, now: now() };
      return printReport(report, wanted, options, { write, say }) ? exit.done : exit.unusable;
    }
  }
}

/** Whether a file could be written. */
const isSaved = (file: string, text: string): Promise<boolean> =>
  writeFile(file, text).then(
    () => true,
    () => false,
  );

/** What to read, or `undefined` when a file cannot be used, of which each was told. */
export async function sourcesOf(
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
