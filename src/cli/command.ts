import { parseErrorCode } from '../catalog/error-code.ts';
import type { CommandLine } from './command-line.ts';
import type { Content } from './content.ts';
import { labelled, wrap } from './screen/layout.ts';
import { exit, plainScreen, type Terminal } from './terminal.ts';

interface Command {
  readonly line: CommandLine;
  readonly run: (argv: readonly string[], terminal: Terminal, content: Content) => number | Promise<number>;
}

async function analyze(): Promise<Command> {
  const [{ analyzeLine: line }, { main: run }] = await Promise.all([import('./arguments.ts'), import('./main.ts')]);
  return { line, run };
}

/** Every command there is, by its word: what it is made of is loaded when it is asked for, since each start would wait for the others. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  analyze,
  explain: async () => {
    const { explainLine: line, explainCommand: run } = await import('./explain.ts');
    return { line, run };
  },
  read: async () => {
    const { readLine: line, readCommand: run } = await import('./read.ts');
    return { line, run };
  },
  sql: async () => {
    const { sqlLine: line, sqlCommand: run } = await import('./sql.ts');
    return { line, run };
  },
  index: async () => {
    const { indexLine: line, indexCommand: run } = await import('./index-logs.ts');
    return { line, run };
  },
  merge: async () => {
    const { mergeLine: line, mergeCommand: run } = await import('./merge.ts');
    return { line, run };
  },
  completion: async () => {
    const { completionLine: line, printCompletion } = await import('./completion.ts');
    return { line, run: async (argv, terminal) => printCompletion(argv, terminal, await commandLines()) };
  },
};

/** How each command is asked; help and completion are made of this list. */
export const commandLines = (): Promise<readonly CommandLine[]> =>
  Promise.all(Object.values(commands).map(async (load) => (await load()).line));

/** What `undelivered --help` prints. */
async function usage({ screen = plainScreen }: Terminal): Promise<string> {
  const lines = await commandLines();
  return `${[
    'Usage: undelivered COMMAND ...',
    '       undelivered FILE...       the same as analyze FILE...',
    '',
    ...labelled(
      lines.map((line) => [`${line.name} ${(line.usage[0] ?? '').split(' ')[0] ?? ''}`, line.short]),
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
 * @param content loaded once it is known that there is something to do
 * @returns the exit code (terminal.ts)
 */
export async function command(argv: readonly string[], terminal: Terminal, content: () => Promise<Content>): Promise<number> {
  const [word, ...rest] = argv;
  if (word === undefined) {
    terminal.complain(await usage(terminal));
    return exit.unusable;
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    terminal.write(await usage(terminal));
    return exit.done;
  }
  const load = Object.hasOwn(commands, word) ? commands[word] : undefined;
  const [{ run }, known] = await Promise.all([(load ?? analyze)(), content()]);
  const ended = await run(load === undefined ? argv : rest, terminal, known);
  if (load === undefined && ended === exit.unusable && /^\w+$/.test(word))
    terminal.complain(
      parseErrorCode(word) === undefined
        ? `No command is called "${word}" either: undelivered --help\n`
        : `To have an error code explained: undelivered explain ${word}\n`,
    );
  return ended;
}
