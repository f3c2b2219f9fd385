import { printable } from '../analyzer/write/printable.ts';
import type { Screen } from './screen/layout.ts';

/** Where a command reads and writes; in a terminal these are the three streams of the process. */
export interface Terminal {
  readonly input: AsyncIterable<unknown>;
  /** Standard output: what was asked for, or the help. */
  readonly write: (text: string) => void;
  /** Standard error: everything else. */
  readonly complain: (text: string) => void;
  /** Milliseconds since 1970; the clock of this machine when absent. */
  readonly now?: () => number;
  /** What standard output can show; 80 columns without colours when absent. */
  readonly screen?: Screen;
  /** Shows how far something is in one line that the next replaces, and '' takes away; absent where nobody looks on. */
  readonly progress?: (line: string) => void;
}

/** What is shown where nothing is known of the screen. */
export const plainScreen: Screen = { columns: 80, colours: false };

/** The part of a stream of Node that says whether it is a terminal, and how wide. */
interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Below this, lines are left to the terminal to break. */
const NARROWEST = 40;

/**
 * What standard output can show. COLUMNS goes before the width that the terminal tells; FORCE_COLOR ("0" and "false" for none)
 * before NO_COLOR, that before whether it is a terminal at all.
 */
export function screenOf(out: Stream, { COLUMNS, FORCE_COLOR, NO_COLOR, TERM }: Environment): Screen {
  const told = Number(COLUMNS);
  const columns = Number.isInteger(told) && told > 0 ? told : (out.columns ?? 0);
  const colours =
    FORCE_COLOR === undefined
      ? (NO_COLOR ?? '') === '' && TERM !== 'dumb' && out.isTTY === true
      : FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return { columns: columns > 0 ? Math.max(NARROWEST, columns) : plainScreen.columns, colours };
}

/** @returns how progress is shown on a stream; nothing where it is no terminal that can take a line back */
export function progressOn(
  stream: Stream & { readonly write: (text: string) => unknown },
  { TERM }: Environment,
): ((line: string) => void) | undefined {
  if (stream.isTTY !== true || TERM === 'dumb') return undefined;
  const room = (stream.columns ?? plainScreen.columns) - 1;
  // Carriage return, then "erase the line" (ECMA-48, 8.3.41).
  return (line) => stream.write(`\r\u001b[2K${printable(line).slice(0, Math.max(0, room))}`);
}

/** The three streams of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const progress = progressOn(stderr, env);
  return {
    input: stdin,
    write: (text) => stdout.write(text),
    complain: (text) => stderr.write(text),
    screen: screenOf(stdout, env),
    ...(progress === undefined ? {} : { progress }),
  };
}

/** How a command ended; the same numbers for every command. Node itself ends with 1 when a program is at fault. */
export const exit = {
  done: 0,
  /** Arguments that mean nothing, or a file that cannot be read. */
  unusable: 2,
  /** What was given is not what was asked for: no message log, no code that Twilio lists, nothing to read in a text. */
  notThat: 3,
  /** There is what `--fail-on` names. */
  found: 4,
} as const;

/** Says lines on the side, nothing of them acting on the terminal. */
export const sayTo =
  ({ complain }: Pick<Terminal, 'complain'>) =>
  (line: string): void => {
    complain(`${printable(line)}\n`);
  };
