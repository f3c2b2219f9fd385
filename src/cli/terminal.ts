import { printable } from '../analyzer/write/text.ts';

/** Where a command reads and writes; in a terminal these are the three streams of the process. */
export interface Terminal {
  readonly input: AsyncIterable<unknown>;
  /** Standard output: what was asked for, or the help. */
  readonly write: (text: string) => void;
  /** Standard error: everything else. */
  readonly complain: (text: string) => void;
  /** Milliseconds since 1970; the clock of this machine when absent. */
  readonly now?: () => number;
}

/** The three streams of this process. */
export const processTerminal = (): Terminal => ({
  input: process.stdin,
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});

/** How a command ended; the same numbers for every command. */
export const exit = {
  done: 0,
  /** Arguments that mean nothing, or a file that cannot be read. */
  unusable: 2,
  /** What was given is not what was asked for: no message log, no code that Twilio lists, nothing to read in a text. */
  notThat: 3,
} as const;

/** Says lines on the side, nothing of them acting on the terminal. */
export const sayTo =
  ({ complain }: Pick<Terminal, 'complain'>) =>
  (line: string): void => {
    complain(`${printable(line)}\n`);
  };
