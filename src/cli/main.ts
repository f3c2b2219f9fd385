import { writeFile } from 'node:fs/promises';
import type { Knowledge } from '../catalog/knowledge.ts';
import { analyze } from '../analyzer/analyze.ts';
import { passRows, type Asked } from '../analyzer/ask.ts';
import { countAgain } from '../analyzer/count-again.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Declined } from '../analyzer/report/declined.ts';
import type { Filter } from '../analyzer/report/filter.ts';
import type { Report } from '../analyzer/report/report.ts';
import { rowsHead, rowsText, type RowForm } from '../analyzer/write/rows.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';
import { skippedCsv } from '../analyzer/write/skipped.ts';
import { printable } from '../analyzer/write/text.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import { readArguments, usage, type Arguments } from './arguments.ts';
import type { Content } from './content.ts';
import { fileSource, standardInput } from './file-source.ts';
import { printComparison } from './print-comparison.ts';
import { printReport } from './print-report.ts';
import { exit, sayTo, type Terminal } from './terminal.ts';
import { withKeys } from './where.ts';

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

/** What a log gave, and what it takes to ask it again. */
interface ReadLog extends Asked {
  readonly report: Report;
  readonly sources: readonly Source[];
}

/** Reads a log. @returns the exit code where there is no report; why is said on the side */
async function read(
  sources: readonly Source[],
  how: { readonly knowledge: Knowledge; readonly told: Told },
  say: (line: string) => void,
): Promise<ReadLog | number> {
  const analysis = await analyze(sources, how);
  if (analysis.kind === 'cancelled') return exit.unusable;
  analysis.declined.map(describe).forEach(say);
  return analysis.kind === 'declined'
    ? exitOf(analysis.declined)
    : { knowledge: how.knowledge, report: analysis.report, plan: analysis.plan, sources };
}

/** The report on the messages that are wanted. @returns the exit code where there is none; why is said on the side */
async function reportOn(log: ReadLog, where: Filter | undefined, say: (line: string) => void): Promise<Report | number> {
  if (where === undefined) return log.report;
  const filter = withKeys(where, log.report);
  if (typeof filter === 'string') {
    say(filter);
    return exit.unusable;
  }
  const again = await countAgain(log.sources, filter, log);
  if (again?.kind !== 'report') {
    say(notAgain(again?.lost.source ?? ''));
    return exit.unusable;
  }
  if (again.report.totals.messages === 0) say('No message passes --where.');
  return again.report;
}

const notAgain = (source: string): string =>
  `${source} could not be read a second time, as choosing messages needs. Save it to a file that does not change meanwhile.`;

async function run(
  { files, wanted, timeZone, told, skipped, where, rows, against }: Arguments,
  { input, write, complain, now = Date.now }: Terminal,
  content: Pick<Content, 'knowledge' | 'words'>,
): Promise<number> {
  const say = sayTo({ complain });
  const sources = await sourcesOf(files, input, say);
  if (sources === undefined) return exit.unusable;
  const knowledge = content.knowledge();
  const log = await read(sources, { knowledge, told }, say);
  if (typeof log === 'number') return log;
  if (skipped !== undefined && !(await isSaved(skipped, [...skippedCsv(log.report)].join('')))) {
    say(`${skipped} could not be written. Name a file in a folder that exists and is yours.`);
    return exit.unusable;
  }
  if (rows !== undefined) return printRows(log, where ?? {}, rows, { write, say });
  const report = await reportOn(log, where, say);
  if (typeof report === 'number') return report;
  if (against !== undefined) {
    const others = await sourcesOf([against], input, say);
    const other = others === undefined ? exit.unusable : await read(others, { knowledge, told }, say);
    if (typeof other === 'number') return other;
    const before = await reportOn(other, where, say);
    if (typeof before === 'number') return before;
    const form = wanted.form === 'json' ? 'json' : 'text';
    return printComparison(report, before, form, { words: content.words(), timeZone, write, say }) ? exit.done : exit.notThat;
  }
  const options = { knowledge, words: content.words(), timeZone, now: now() };
  return printReport(report, wanted, options, { write, say }) ? exit.done : exit.unusable;
}

/** Prints messages, whole. @returns the exit code */
async function printRows(
  log: ReadLog,
  where: Filter,
  form: RowForm,
  { write, say }: { readonly write: Terminal['write']; readonly say: (line: string) => void },
): Promise<number> {
  const filter = withKeys(where, log.report);
  if (typeof filter === 'string') {
    say(filter);
    return exit.unusable;
  }
  let count = 0;
  write(rowsHead(form));
  const isWhole = await passRows(log.sources, filter, log, (rows) => {
    count += rows.length;
    write(rowsText(form, rows));
  });
  if (isWhole !== true) {
    say(notAgain(log.sources.map(({ name }) => name).join(', ')));
    return exit.unusable;
  }
  if (count === 0) say('No message passes --where.');
  return exit.done;
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
