import { buildReport } from '../analyzer/breakdowns/build-report.ts';
import { rules } from '../analyzer/findings/index.ts';
import { mergeParts, type NamedPart } from '../analyzer/parts/merge-parts.ts';
import { writePart } from '../analyzer/parts/part.ts';
import { counted } from '../analyzer/words/figure.ts';
import { isTimeZone, noZone, zoneOption } from './arguments.ts';
import { askedOf, complainOf } from './asked.ts';
import type { CommandLine } from './command-line.ts';
import { readPartFile, writePlan } from './part-files.ts';
import { printReport, type ReportContent } from './print-report.ts';
import { exit, sayTo, type Terminal } from './terminal.ts';
import { readWanted, wantedOptions } from './wanted.ts';

export const mergeLine = {
  name: 'merge',
  usage: ['PART... [OPTION]...', 'PART... --part > NAME.part'],
  short: 'one report of many parts',
  says: 'Makes one report of parts that "undelivered index" wrote, as if their logs had been read in one go; "-" reads a part from standard input. Parts may be merged in any order and in several steps.',
  takesFiles: true,
  options: {
    part: { type: 'boolean', says: 'write one part of them instead of a report' },
    plans: {
      type: 'string',
      value: 'FOLDER',
      says: 'folder for plans, where messages stand in several parts that were made with --sids: count each log again with its plan (undelivered index --sids --plan FILE), then merge',
    },
    ...wantedOptions,
    ...zoneOption,
  },
  exits: { 0: 'done', 2: 'unusable arguments or unreadable file', 3: 'not parts that can be merged' },
} as const satisfies CommandLine;

/**
 * `undelivered merge`: a report, or one part, of many parts.
 *
 * @param argv what stands after "merge"
 * @returns the exit code
 */
export async function mergeCommand(argv: readonly string[], terminal: Terminal, content: ReportContent): Promise<number> {
  const asked = askedOf(argv, mergeLine, terminal);
  if (asked.kind === 'end') return asked.code;
  const { values, words } = asked;
  const wanted = readWanted(values);
  if (typeof wanted === 'string') return complainOf(wanted, mergeLine, terminal);
  if (!isTimeZone(values.timezone)) return complainOf(noZone(values.timezone), mergeLine, terminal);
  if (words.length === 0) return complainOf('Name at least one part.', mergeLine, terminal);
  const say = sayTo(terminal);

  const parts: NamedPart[] = [];
  const problems: { readonly problem: string; readonly isUnreadable: boolean }[] = [];
  for (const name of words) {
    const read = await readPartFile(name, terminal.input);
    if ('part' in read) parts.push({ name, part: read.part });
    else problems.push(read);
  }
  for (const { problem } of problems) say(problem);
  if (problems.length > 0) return problems.some(({ isUnreadable }) => isUnreadable) ? exit.unusable : exit.notThat;

  const knowledge = content.knowledge();
  const merged = mergeParts(parts, knowledge);
  switch (merged.kind) {
    case 'unfit':
      say(
        `${merged.name} cannot be merged: it was made by another version of this program or with other limits (${merged.tables.slice(0, 3).join(', ')}${merged.tables.length > 3 ? ', …' : ''}). Make it again with "undelivered index".`,
      );
      return exit.notThat;
    case 'shared': {
      say(`${counted(merged.messages, 'message stands', 'messages stand')} in more than one part, so the parts cannot be added up.`);
      if (values.plans === undefined) say('Merge again with --plans FOLDER, and count each log again with its plan.');
      else
        for (const { name, plan } of merged.plans)
          say(`Count again: undelivered index --sids --plan ${writePlan(values.plans, name, plan)} LOG > ${name}`);
      return exit.notThat;
    }
    case 'merged': {
      if (parts.length > 1 && merged.part.sids === undefined)
        say('The parts carry no fingerprints of SIDs: a message that stands in two of them counts twice. Split by SID, or use --sids.');
      if (values.part === true) for (const line of writePart(merged.part)) terminal.write(line);
      else {
        const { sources, declined } = merged.part;
        const report = buildReport({ index: merged.index, sources, declined }, knowledge, rules);
        return (await printReport(report, wanted, { content, timeZone: values.timezone, terminal })) ? exit.done : exit.unusable;
      }
      return exit.done;
    }
  }
}
