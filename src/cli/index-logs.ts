import { countLogs, readSources } from '../analyzer/analyze.ts';
import { noPlan } from '../analyzer/index/states.ts';
import { writePart } from '../analyzer/parts/part.ts';
import { readTold, toldOptions } from './arguments.ts';
import { askedOf, complainOf } from './asked.ts';
import type { CommandLine } from './command-line.ts';
import type { Content } from './content.ts';
import { describe, exitOf, sourcesOf } from './main.ts';
import { readPlan } from './part-files.ts';
import { exit, sayTo, type Terminal } from './terminal.ts';

export const indexLine = {
  name: 'index',
  usage: ['FILE... [OPTION]... > NAME.part'],
  short: 'what was counted of logs, as a part',
  says: 'Counts logs and writes what was counted as a part, on any machine; "undelivered merge" makes one report of many parts. A part holds whole numbers of people who were not reached; it holds no row and no message text but what a report quotes.',
  takesFiles: true,
  options: {
    sids: {
      type: 'boolean',
      says: 'also write a fingerprint of each SID, so that merging sees a message that stands in two parts; 16 bytes and more a message. Leave it out where the log is split by SID',
    },
    plan: { type: 'string', value: 'FILE', says: 'which rows count, from "undelivered merge --plans"' },
    ...toldOptions,
  },
  exits: { 0: 'counted', 2: 'unusable arguments or unreadable file', 3: 'not a message log' },
} as const satisfies CommandLine;

/**
 * `undelivered index`: a part on standard output.
 *
 * @param argv what stands after "index"
 * @returns the exit code
 */
export async function indexCommand(argv: readonly string[], terminal: Terminal, content: Pick<Content, 'knowledge'>): Promise<number> {
  const asked = askedOf(argv, indexLine, terminal);
  if (asked.kind === 'end') return asked.code;
  const { values, words } = asked;
  const told = readTold(values);
  if (typeof told === 'string') return complainOf(told, indexLine, terminal);
  if (words.length === 0) return complainOf('Name at least one log file, or "-" for standard input.', indexLine, terminal);
  const say = sayTo(terminal);
  const plan = values.plan === undefined ? noPlan : readPlan(values.plan);
  if (typeof plan === 'string') {
    say(plan);
    return exit.unusable;
  }
  const sources = await sourcesOf(words, terminal.input, say);
  if (sources === undefined) return exit.unusable;
  const counted = await countLogs(sources, { knowledge: content.knowledge(), told }, plan);
  if (counted === undefined) return exit.unusable;
  const read = readSources(counted);
  read.declined.map(describe).forEach(say);
  if (read.sources.length === 0) return exitOf(read.declined);
  if (counted.grouped !== undefined) {
    say(
      'Grouped rows of a warehouse cannot be a part: they are the report of one table. Open the file itself; or run the script on all tables at once.',
    );
    return exit.notThat;
  }
  const sids =
    values.sids === true
      ? { pairs: counted.states.pairs, plan: counted.plan.winners.size > 0 ? counted.plan : counted.states.plan }
      : undefined;
  for (const line of writePart({ index: counted.index.save(), ...read, sids })) terminal.write(line);
  return exit.done;
}
