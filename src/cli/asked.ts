import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { printable } from '../analyzer/write/printable.ts';
import { reasonOf } from '../analyzer/words/reason-of.ts';
import { helpOf, helpOption, usageOf, type CommandLine } from './command-line.ts';
import { exit, type Terminal } from './terminal.ts';

/** What a command is asked: its options and words, or an exit code where there is nothing more to do (help, a mistake). */
type Asked<Options extends ParseArgsOptionsConfig> =
  | { readonly kind: 'end'; readonly code: number }
  | { readonly kind: 'run'; readonly values: ReturnType<typeof parsed<Options>>['values']; readonly words: readonly string[] };

const parsed = <Options extends ParseArgsOptionsConfig>(argv: readonly string[], options: Options) =>
  parseArgs({ args: [...argv], allowPositionals: true, options });

/** Complains of an argument and shows how the command is used. @returns the exit code */
export function complainOf(problem: string, line: CommandLine, { complain, screen }: Pick<Terminal, 'complain' | 'screen'>): number {
  complain(`${printable(problem)}\n${usageOf(line, screen)}`);
  return exit.unusable;
}

/** Reads the arguments of a command; help and mistakes are answered here. */
export function askedOf<Options extends CommandLine['options']>(
  argv: readonly string[],
  line: CommandLine & { readonly options: Options },
  terminal: Pick<Terminal, 'write' | 'complain' | 'screen'>,
): Asked<Options & typeof helpOption> {
  try {
    const { values, positionals } = parsed(argv, { ...line.options, ...helpOption });
    if ((values as { readonly help?: boolean }).help !== true) return { kind: 'run', values, words: positionals };
    terminal.write(helpOf(line, terminal.screen));
    return { kind: 'end', code: exit.done };
  } catch (error) {
    return { kind: 'end', code: complainOf(reasonOf(error), line, terminal) };
  }
}
