import type { Content } from './content.ts';
import { explainCommand } from './explain.ts';
import { indexCommand } from './index-logs.ts';
import { main } from './main.ts';
import { mergeCommand } from './merge.ts';
import { readCommand } from './read.ts';
import { exit, type Terminal } from './terminal.ts';

const usage = `Usage: undelivered [analyze] FILE...   what broke in message logs, since when, for whom
       undelivered explain CODE...     what error codes mean and what to do
       undelivered read TEXT | -       what an error sentence, a callback or a complaint stands for
       undelivered index FILE...       what was counted of logs, as a part
       undelivered merge PART...       one report of many parts
       undelivered COMMAND --help      how each is asked

A word that is no command is a file. Nothing is sent anywhere.
`;

/**
 * The command `undelivered`: its first word says which command, anything else is a log to analyse.
 *
 * @param argv what stands after the name of the program
 * @returns the exit code (terminal.ts)
 */
export function command(argv: readonly string[], terminal: Terminal, content: Content): number | Promise<number> {
  const [word, ...rest] = argv;
  switch (word) {
    case 'explain':
      return explainCommand(rest, terminal, content);
    case 'read':
      return readCommand(rest, terminal, content);
    case 'index':
      return indexCommand(rest, terminal, content);
    case 'merge':
      return mergeCommand(rest, terminal, content);
    case 'analyze':
      return main(rest, terminal, content);
    case '--help':
    case '-h':
    case 'help':
      terminal.write(usage);
      return exit.done;
    case undefined:
      terminal.complain(usage);
      return exit.unusable;
    default:
      return main(argv, terminal, content);
  }
}
