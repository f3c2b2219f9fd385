import { writeFile } from 'node:fs/promises';
import type { KeptLog } from '../analyzer/kept/kept-log.ts';
import type { Knowledge } from '../catalog/knowledge.ts';
import { analyze, type Options, type Progress } from '../analyzer/analyze.ts';
import { passRows, type Asked } from '../analyzer/ask.ts';
import { textsUnder, type Texts } from '../analyzer/ask-texts.ts';
import { countAgain } from '../analyzer/count-again.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Declined } from '../analyzer/report/declined.ts';
import type { Filter } from '../analyzer/report/filter.ts';
import type { Report } from '../analyzer/report/report.ts';
import { withoutPeople } from '../analyzer/write/masked.ts';
import { rowsHead, rowsText, type RowForm } from '../analyzer/write/rows.ts';
import { plainPrinter } from '../analyzer/write/plain.ts';
import { skippedCsv } from '../analyzer/write/skipped.ts';
import type { Source } from '../analyzer/bytes/source.ts';
import { counted } from '../analyzer/words/figure.ts';
import { analyzeLine, readArguments, type Arguments } from './arguments.ts';
import { askedOf, complainOf } from './asked.ts';
import { sinceBaseline } from './baseline.ts';
import { failingOf } from './fail-on.ts';
import { fileSource, standardInput } from './file-source.ts';
import { comparisonLines, printComparison } from './print-comparison.ts';
import { printReport, type ReportContent } from './print-report.ts';
import { section } from './screen/report.ts';
import { exit, plainScreen, sayTo, type Terminal } from './terminal.ts';
import { withKeys } from './where.ts';

const print = plainPrinter('UTC');

/** A declined source in one line: what it is instead, and what to do. */
export const describe = ({ text, advice, line, codes = [] }: Declined): string =>
  `${print(text)}${line === undefined ? '' : ` (Seen in line ${String(line)}.)`} ${print(advice)}${codes.length === 0 ? '' : ` Codes in it: ${codes.join(', ')}.`}`;

/** How a command ends that found no log in what it was given. */
export const exitOf = (declined: readonly Declined[]): number =>
  declined.every(({ kind }) => kind === 'unreadable') ? exit.unusable : exit.notThat;

/**
 * The analyzer in a terminal; `analyzeLine` says how it is asked.
 *
 * @param argv what stands after the name of the program
 * @returns the exit code
 */
export async function main(argv: readonly string[], terminal: Terminal, content: ReportContent): Promise<number> {
  const asked = askedOf(argv, analyzeLine, terminal);
  if (asked.kind === 'end') return asked.code;
  const read = readArguments(asked.values, asked.words);
  return typeof read === 'string' ? complainOf(read, analyzeLine, terminal) : run(read, terminal, content);
}

/** What a log gave, and what it takes to ask it again. */
interface ReadLog extends Asked {
  /** Every message, where that was asked for and they are not too many. */
  readonly kept: KeptLog | undefined;
  /** Whether it is a saved report or grouped rows, of which no message can be asked. */
  readonly isWithoutRows: boolean;
  readonly report: Report;
  readonly sources: readonly Source[];
}

/** Reads a log. @returns the exit code where there is no report; why is said on the side */
async function read(
  sources: readonly Source[],
  how: Pick<Options, 'knowledge' | 'keeps'> & { readonly told: Told },
  say: (line: string) => void,
  progress: Terminal['progress'],
): Promise<ReadLog | number> {
  const analysis = await analyze(sources, { ...how, ...whileReading(progress) });
  progress?.('');
  if (analysis.kind === 'cancelled') return exit.unusable;
  analysis.declined.map(describe).forEach(say);
  return analysis.kind === 'declined'
    ? exitOf(analysis.declined)
    : {
        knowledge: how.knowledge,
        report: analysis.report,
        kept: analysis.kept,
        plan: analysis.plan,
        sources,
        isWithoutRows: analysis.isWithoutRows === true,
      };
}

/** How far reading has come, as a line: "trouble.csv · 120,000 rows · 43 %". */
const progressLine = ({ source, rows, bytes, totalBytes, pass }: Progress): string =>
  [
    `${pass === 2 ? 'Again: ' : ''}${source}`,
    counted(rows, 'row'),
    ...(totalBytes === undefined || totalBytes === 0 ? [] : [`${String(Math.min(99, Math.floor((100 * bytes) / totalBytes)))} %`]),
  ].join(' · ');

/** What tells of progress where somebody looks on. */
const whileReading = (progress: Terminal['progress']): Pick<Options, 'onProgress' | 'now'> =>
  progress === undefined
    ? {}
    : {
        now: () => performance.now(),
        onProgress: (one) => {
          progress(progressLine(one));
        },
      };

/** The report on the messages that are wanted. @returns the exit code where there is none; why is said on the side */
async function reportOn(log: ReadLog, where: Filter | undefined, say: (line: string) => void): Promise<Report | number> {
  if (where === undefined) return log.report;
  if (log.isWithoutRows) {
    say(withoutRows(log));
    return exit.unusable;
  }
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

/** What the messages say that are wanted; `undefined` where they are too many to keep, or none. */
async function textsIn({ knowledge, report, kept }: ReadLog, where: Filter = {}): Promise<Texts | undefined> {
  const filter = withKeys(where, report);
  return kept === undefined || kept.size === 0 || typeof filter === 'string'
    ? undefined
    : textsUnder({ knowledge, report, declined: [], kept }, filter);
}

const notAgain = (source: string): string =>
  `${source} could not be read a second time, as choosing messages needs. Save it to a file that does not change meanwhile.`;

const withoutRows = ({ sources }: ReadLog): string =>
  `${sources.map(({ name }) => name).join(', ')} holds no messages one by one (a saved report, or grouped rows of a warehouse), so none can be chosen. Ask the log itself.`;

/** A log or a saved report to compare with, on the same messages. @returns the exit code where there is none */
async function reportOf(
  file: string,
  { where, told }: Pick<Arguments, 'where' | 'told'>,
  knowledge: Knowledge,
  { input, progress }: Terminal,
  say: (line: string) => void,
): Promise<Report | number> {
  const sources = await sourcesOf([file], input, say);
  if (sources === undefined) return exit.unusable;
  const log = await read(sources, { knowledge, told }, say, progress);
  return typeof log === 'number' ? log : reportOn(log, where, say);
}

async function run(asked: Arguments, terminal: Terminal, content: ReportContent): Promise<number> {
  const { files, wanted, timeZone, told, skipped, where, only, rows, against, baseline, failOn, isMasked } = asked;
  const { input, write, screen = plainScreen } = terminal;
  const say = sayTo(terminal);
  const sources = await sourcesOf(files, input, say);
  if (sources === undefined) return exit.unusable;
  const knowledge = content.knowledge();
  // Texts stand in what is passed on; all else is counted without them.
  const isHtml = wanted.kind === 'report' && wanted.form === 'html';
  const log = await read(sources, { knowledge, told, keeps: isHtml }, say, terminal.progress);
  if (typeof log === 'number') return log;
  if (skipped !== undefined && !(await isSaved(skipped, [...skippedCsv(log.report)].join('')))) {
    say(`${skipped} could not be written. Name a file in a folder that exists and is yours.`);
    return exit.unusable;
  }
  if (rows !== undefined) return printRows(log, where ?? {}, rows, { write, say });
  const report = await reportOn(log, where, say);
  if (typeof report === 'number') return report;
  const wording = { words: content.words(), timeZone };
  if (against !== undefined) {
    const before = await reportOf(against, asked, knowledge, terminal, say);
    if (typeof before === 'number') return before;
    const form = wanted.kind === 'report' && wanted.form === 'json' ? 'json' : 'text';
    return printComparison(report, before, form, { ...wording, screen, write, say }) ? exit.done : exit.notThat;
  }
  const earlier = baseline === undefined ? undefined : await reportOf(baseline, asked, knowledge, terminal, say);
  if (typeof earlier === 'number') return earlier;
  const since = earlier === undefined || baseline === undefined ? undefined : sinceBaseline(report, earlier, baseline);
  const isText = wanted.kind === 'report' && wanted.form === 'text';
  const differences =
    since === undefined || earlier === undefined || typeof since === 'string'
      ? []
      : comparisonLines(since, [earlier], { ...wording, screen: isText ? screen : { columns: Infinity, colours: false } });
  if (typeof since === 'string') say(since);
  if (!isText) differences.filter((line) => line !== '').forEach(say);
  const between = isText && differences.length > 0 ? section(`Since ${baseline ?? ''}`, differences, screen) : [];
  const printed = isMasked ? withoutPeople(report) : report;
  const texts = isHtml ? await textsIn(log, where) : undefined;
  if (!(await printReport(printed, wanted, { content, timeZone, only, texts, terminal, files, between }))) return exit.unusable;
  if (typeof since === 'string') return exit.notThat;
  const failing = failingOf(report.findings, failOn, since?.appeared ?? []);
  if (failing.length === 0) return exit.done;
  say(`${counted(failing.length, 'finding')} to fail on: ${failing.map(({ key, severity }) => `${severity} "${key}"`).join(', ')}.`);
  return exit.found;
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
  if (log.isWithoutRows) {
    say(withoutRows(log));
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
