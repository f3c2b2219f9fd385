import { analyzeLine } from './arguments.ts';
import type { CommandLine } from './command-line.ts';
import { completionLine, printCompletion } from './completion.ts';
import type { Content } from './content.ts';
import { explainCommand, explainLine } from './explain.ts';
import { indexCommand, indexLine } from './index-logs.ts';
import { main } from './main.ts';
import { mergeCommand, mergeLine } from './merge.ts';
import { readCommand, readLine } from './read.ts';
import { labelled, wrap } from './screen/layout.ts';
import { exit, plainScreen, type Terminal } from './terminal.ts';

interface Command {
  readonly line: CommandLine;
  readonly run: (argv: readonly string[], terminal: Terminal, content: Content) => number | Promise<number>;
}

/** Every command there is; help and completion are made of this list. */
export const commands: readonly Command[] = [
  { line: analyzeLine, run: main },
  { line: explainLine, run: explainCommand },
  { line: readLine, run: readCommand },
  { line: indexLine, run: indexCommand },
  { line: mergeLine, run: mergeCommand },
  {
    line: completionLine,
    run: (argv, terminal) =>
      printCompletion(
        argv,
        terminal,
        commands.map(({ line }) => line),
      ),
  },
];

/** What `undelivered --help` prints. */
function usage({ screen = plainScreen }: Terminal): string {
  return `${[
    'Usage: undelivered COMMAND ...',
    '       undelivered FILE...       the same as analyze FILE...',
    '',
    ...labelled(
      commands.map(({ line }) => [`${line.name} ${(line.usage[0] ?? '').split(' ')[0] ?? ''}`, line.short]),
      screen,
      '  ',
      24,
    ),
    '',
    ...wrap(
      '"undelivered COMMAND --help" says how each is asked. A first word that is no command is a file. Nothing is sent anywhere.',
      screen,
    ),
  ].join('\n')}\n`;
}

/**
 * The command `undelivered`: its first word says which command, anything else is a log to analyse.
 *
 * @param argv what stands after the name of the program
 * @returns the exit code (terminal.ts)
 */
export function command(argv: readonly string[], terminal: Terminal, content: Content): number | Promise<number> {
  const [word, ...rest] = argv;
  if (word === undefined) {
    terminal.complain(usage(terminal));
    return exit.unusable;
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    terminal.write(usage(terminal));
    return exit.done;
  }
  const known = commands.find(({ line }) => line.name === word);
  return known === undefined ? main(argv, terminal, content) : known.run(rest, terminal, content);
}
