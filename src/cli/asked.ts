import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { printable } from '../analyzer/write/text.ts';
import { exit, type Terminal } from './terminal.ts';
import { reasonOf } from '../analyzer/words/reason-of.ts';

/** What a command is asked: its options and words, or an exit code where there is nothing more to do (help, a mistake). */
type Asked<Options extends ParseArgsOptionsConfig> =
  | { readonly kind: 'end'; readonly code: number }
  | { readonly kind: 'run'; readonly values: ReturnType<typeof parsed<Options>>['values']; readonly words: readonly string[] };

const parsed = <Options extends ParseArgsOptionsConfig>(argv: readonly string[], options: Options) =>
  parseArgs({ args: [...argv], allowPositionals: true, options });

const help = { help: { type: 'boolean', short: 'h' } } as const;

/** Complains of an argument and shows how the command is used. @returns the exit code */
export function complainOf(problem: string, usage: string, { complain }: Pick<Terminal, 'complain'>): number {
  complain(`${printable(problem)}\n${usage}`);
  return exit.unusable;
}

/** Reads the arguments of a command; help and mistakes are answered here. */
export function askedOf<Options extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Options,
  usage: string,
  terminal: Pick<Terminal, 'write' | 'complain'>,
): Asked<Options & typeof help> {
  try {
    const { values, positionals } = parsed(argv, { ...options, ...help });
    if ((values as { readonly help?: boolean }).help !== true) return { kind: 'run', values, words: positionals };
    terminal.write(usage);
    return { kind: 'end', code: exit.done };
  } catch (error) {
    return { kind: 'end', code: complainOf(reasonOf(error), usage, terminal) };
  }
}
