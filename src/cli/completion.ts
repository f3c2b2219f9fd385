import { askedOf, complainOf } from './asked.ts';
import { helpOption, type CommandLine, type Option } from './command-line.ts';
import { exit, type Terminal } from './terminal.ts';
import { either } from './wanted.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

export const completionLine = {
  name: 'completion',
  usage: [shells.join('|')],
  short: 'lets a shell complete commands, options and their values',
  says: 'Prints a script that lets a shell complete commands, options and their values. bash: eval "$(undelivered completion bash)" in ~/.bashrc. zsh: undelivered completion zsh > _undelivered in a folder of $fpath. fish: undelivered completion fish > ~/.config/fish/completions/undelivered.fish.',
  words: shells,
  options: {},
  exits: { 0: 'printed', 2: 'unusable arguments' },
} as const satisfies CommandLine;

const optionsOf = ({ options }: CommandLine): readonly (readonly [name: string, option: Option])[] =>
  Object.entries<Option>({ ...options, ...helpOption });

/** A text between single quotes, of which a shell takes nothing for its own. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The first part of a description: what fits beside a name. */
const brief = (says: string): string => says.split(/[;:(.]|, /)[0] ?? '';

/** What can stand after an option: its values, names of files or folders (readline's own, where nothing is offered), or nothing that is known. */
const afterOption = (line: CommandLine): readonly string[] =>
  optionsOf(line)
    .filter(([, { type, value }]) => type === 'string' && value !== 'FILE' && value !== 'FOLDER')
    .map(([name, { choices }]) =>
      choices === undefined
        ? `    ${line.name}:--${name}) compopt +o default; return ;;`
        : `    ${line.name}:--${name}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$cur")); return ;;`,
    );

const afterFileOptions = (lines: readonly CommandLine[]): string =>
  lines
    .flatMap((line) =>
      optionsOf(line)
        .filter(([, { value }]) => value === 'FILE' || value === 'FOLDER')
        .map(([name]) => `${line.name}:--${name}`),
    )
    .join('|');

const bash = (lines: readonly CommandLine[]): string => `# bash completion for undelivered; eval "$(undelivered completion bash)"
_undelivered() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  # Readline splits --format=json at the sign.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  if ((COMP_CWORD == 1)) && [[ $cur != -* ]]; then
    COMPREPLY=($(compgen -W ${quoted(lines.map(({ name }) => name).join(' '))} -- "$cur"))
    return
  fi
  case $command in ${lines.map(({ name }) => name).join('|')}) ;; *) command=analyze ;; esac
  # Where nothing is offered, readline offers files.
  case $command:$prev in
    ${afterFileOptions(lines)}) return ;;
${lines.flatMap(afterOption).join('\n')}
  esac
  case $command:$cur in
${lines
  .flatMap((line) => [
    `    ${line.name}:-*) COMPREPLY=($(compgen -W ${quoted(
      optionsOf(line)
        .map(([name]) => `--${name}`)
        .join(' '),
    )} -- "$cur")) ;;`,
    ...(line.words === undefined ? [] : [`    ${line.name}:*) COMPREPLY=($(compgen -W ${quoted(line.words.join(' '))} -- "$cur")) ;;`]),
  ])
  .join('\n')}
  esac
}
complete -o default -F _undelivered undelivered
`;

/** A description inside a specification of zsh: its own signs are escaped. */
const zshWords = (text: string): string => text.replaceAll(/[[\]:\\]/g, (sign) => `\\${sign}`);

const zsh = (lines: readonly CommandLine[]): string => `#compdef undelivered
# zsh completion for undelivered; undelivered completion zsh > _undelivered in a folder of $fpath
_undelivered() {
  local -a commands=(
${lines.map(({ name, short }) => `    ${quoted(`${name}:${zshWords(short)}`)}`).join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    _files
    return
  fi
  local command=\${words[2]}
  ((\${#commands[(r)$command:*]})) || command=analyze
  shift words
  ((CURRENT--))
  case $command in
${lines
  .map((line) => {
    const options = optionsOf(line).map(([name, { type, value = '', choices, multiple, says }]) => {
      const after =
        type === 'boolean'
          ? ''
          : `:${zshWords(value)}:${choices !== undefined ? `(${choices.join(' ')})` : value === 'FILE' ? '_files' : value === 'FOLDER' ? '_files -/' : ' '}`;
      return quoted(`${multiple === true ? '*' : ''}--${name}[${zshWords(brief(says))}]${after}`);
    });
    const words =
      line.takesFiles === true ? ["'*:file:_files'"] : line.words === undefined ? [] : [quoted(`1:word:(${line.words.join(' ')})`)];
    return `    ${line.name}) _arguments ${[...options, ...words].join(' \\\n      ')} ;;`;
  })
  .join('\n')}
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _undelivered "$@"; else compdef _undelivered undelivered; fi
`;

/** A text between single quotes of fish, which escapes inside them. */
const fishQuoted = (text: string): string => `'${text.replaceAll(/['\\]/g, (sign) => `\\${sign}`)}'`;

function fish(lines: readonly CommandLine[]): string {
  const names = lines.map(({ name }) => name).join(' ');
  return `# fish completion for undelivered; undelivered completion fish > ~/.config/fish/completions/undelivered.fish
${lines.map(({ name, short }) => `complete -c undelivered -n '__fish_is_first_arg' -a ${name} -d ${fishQuoted(short)}`).join('\n')}
${lines
  .flatMap((line) => {
    // A first word that is no command is a file of analyze.
    const asked =
      line.name === 'analyze'
        ? `not __fish_seen_subcommand_from ${names.replace('analyze ', '')}`
        : `__fish_seen_subcommand_from ${line.name}`;
    const start = `complete -c undelivered -n ${fishQuoted(asked)}`;
    return [
      ...optionsOf(line).map(([name, { type, value, choices, short, says }]) => {
        const after =
          type === 'boolean'
            ? ''
            : choices !== undefined
              ? ` -x -a ${fishQuoted(choices.join(' '))}`
              : value === 'FILE'
                ? ' -r -F'
                : value === 'FOLDER'
                  ? " -x -a '(__fish_complete_directories)'"
                  : ' -x';
        return `${start} -l ${name}${short === undefined ? '' : ` -s ${short}`}${after} -d ${fishQuoted(brief(says))}`;
      }),
      ...(line.words === undefined ? [] : [`${start} -f -a ${fishQuoted(line.words.join(' '))}`]),
    ];
  })
  .join('\n')}
`;
}

const scripts: Readonly<Record<Shell, (lines: readonly CommandLine[]) => string>> = { bash, zsh, fish };

/**
 * `undelivered completion`.
 *
 * @param argv what stands after "completion" @param lines of all commands
 * @returns the exit code
 */
export function printCompletion(argv: readonly string[], terminal: Terminal, lines: readonly CommandLine[]): number {
  const asked = askedOf(argv, completionLine, terminal);
  if (asked.kind === 'end') return asked.code;
  const [word, ...more] = asked.words;
  const shell = shells.find((known) => known === word);
  if (shell === undefined || more.length > 0)
    return complainOf(
      word === undefined ? 'Name a shell.' : `"${asked.words.join(' ')}" is no shell; use ${either(shells)}.`,
      completionLine,
      terminal,
    );
  terminal.write(scripts[shell](lines));
  return exit.done;
}
