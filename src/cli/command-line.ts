import { labelled, wrap, type Screen } from './screen/layout.ts';
import { plainScreen } from './terminal.ts';

/** An option as `parseArgs` of Node takes it, with what help and completion say of it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  readonly short?: string;
  readonly default?: string;
  /** What stands for its value: "FILE" and "FOLDER" are completed as such. */
  readonly value?: string;
  /** All values it takes, where they can be listed. */
  readonly choices?: readonly string[];
  readonly says: string;
}

/** A command as it is typed. Arguments are read by it, help and completion are made of it. */
export interface CommandLine {
  readonly name: string;
  /** What stands after the name, one line each way of asking. */
  readonly usage: readonly string[];
  /** In some words, for the list of commands. */
  readonly short: string;
  readonly says: string;
  /** Whether its words are files; absent where they are anything. */
  readonly takesFiles?: true;
  /** All its words, where they can be listed. */
  readonly words?: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Exit codes, each with what it means. */
  readonly exits: Readonly<Record<number, string>>;
}

/** Every command has it. */
export const helpOption = { help: { type: 'boolean', short: 'h', says: 'this text' } } as const satisfies Readonly<Record<string, Option>>;

/** Options as they are typed: "--format FORM". */
const optionLabel = (name: string, { value, short }: Option): string =>
  `--${name}${value === undefined ? '' : ` ${value}`}${short === undefined ? '' : `, -${short}`}`;

/** What an option says, with its values where it does not name them all itself. */
const withChoices = ({ says, choices = [] }: Option): string =>
  choices.every((choice) => says.includes(choice)) ? says : `${says}: ${choices.join(', ')}`;

const usageLines = ({ name, usage }: CommandLine, screen: Screen): readonly string[] =>
  usage.flatMap((one, place) => wrap(`undelivered ${name} ${one}`, screen, place === 0 ? 'Usage: ' : '       ', 9));

/** What stands below a complaint: how the command is asked, and where to read more. */
export const usageOf = (line: CommandLine, screen: Screen = plainScreen): string =>
  `${[...usageLines(line, screen), ...wrap(`"undelivered ${line.name} --help" says more.`, screen)].join('\n')}\n`;

/** What `--help` prints; ends with a line feed. */
export function helpOf(line: CommandLine, screen: Screen = plainScreen): string {
  const { says, options, exits } = line;
  const all: Readonly<Record<string, Option>> = { ...options, ...helpOption };
  return `${[
    ...usageLines(line, screen),
    ...wrap(says, screen),
    '',
    ...labelled(
      Object.entries(all).map(([option, described]) => [optionLabel(option, described), withChoices(described)]),
      screen,
      '  ',
      24,
    ),
    '',
    'Exit codes',
    ...labelled(Object.entries(exits), screen, '  '),
  ].join('\n')}\n`;
}
