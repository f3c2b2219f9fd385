/** Completion is tried in a shell: a script that is only read would not tell what it completes. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { commandLines } from '../../../src/cli/command.ts';
import { usageOf } from '../../../src/cli/command-line.ts';
import { completionLine, printCompletion } from '../../../src/cli/completion.ts';

const lines = await commandLines();

function print(...args: readonly string[]) {
  let out = '';
  let said = '';
  const code = printCompletion(
    args,
    { input: (async function* () {})(), write: (text) => (out += text), complain: (text) => (said += text) },
    lines,
  );
  return { code, out, said };
}

const { out: script } = print('bash');

/** What bash offers, for each of several lines that somebody is typing; one shell for all. */
function offered(typed: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const asked = typed.map((words) => {
    const quoted = words.map((word) => `'${word}'`).join(' ');
    return `COMP_WORDS=(undelivered ${quoted}); COMP_CWORD=${String(words.length)}; COMPREPLY=(); _undelivered; printf '%s|' "\${COMPREPLY[@]}"; echo .`;
  });
  const { stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-c', `compopt() { [[ $* == '+o default' ]] && COMPREPLY=('no files'); }\n${script}\n${asked.join('\n')}`],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(0, -1)
        .filter((word) => word !== ''),
    );
}

describe('bash', () => {
  const names = (typed: readonly string[]): readonly string[] => Object.keys(lines.find(({ name }) => name === typed[0])?.options ?? {});
  test('completes commands, options and values, and leaves files to readline', () => {
    const typed: readonly (readonly [words: readonly string[], offered: readonly string[]])[] = [
      [[''], lines.map(({ name }) => name)],
      [['ex'], ['explain']],
      [['ju'], []],
      [['analyze', '--fo'], ['--format']],
      [['july.csv', '--fail'], ['--fail-on']],
      [['july.csv', '--fail-on', 'h'], ['high']],
      [
        ['analyze', '--format', ''],
        ['text', 'json', 'markdown', 'html', 'csv', 'digits'],
      ],
      [['analyze', '--format', '=', 'm'], ['markdown']],
      [
        ['analyze', '--format', '='],
        ['text', 'json', 'markdown', 'html', 'csv', 'digits'],
      ],
      [['analyze', '--list', 'st'], ['stop']],
      [
        ['explain', '--format', ''],
        ['text', 'json'],
      ],
      [
        ['completion', ''],
        ['bash', 'zsh', 'fish'],
      ],
      [['completion', '-'], ['--help']],
      [['analyze', '--baseline', 'ju'], []],
      [['analyze', ''], []],
      [['analyze', '--timezone', ''], ['no files']],
      [
        ['merge', '--p'],
        ['--part', '--plans', '--packet'],
      ],
    ];
    expect(offered(typed.map(([words]) => words))).toEqual(typed.map(([, words]) => words));
    const all = offered(lines.map(({ name }) => [name, '--']));
    lines.forEach((line, place) => {
      expect(all[place]).toEqual([...names([line.name]), 'help'].map((name) => `--${name}`));
    });
  });
});

test.each(['zsh', 'fish'])('%s knows every command, every option and every value', (shell) => {
  const { code, out } = print(shell);
  expect(code).toBe(0);
  for (const { name, options } of lines) {
    expect(out).toContain(name);
    for (const [option, { choices = [] }] of Object.entries(options)) {
      expect(out).toMatch(shell === 'zsh' ? new RegExp(`--${option}\\[`) : new RegExp(` -l ${option} `));
      if (choices.length > 0) expect(out).toContain(choices.join(' '));
    }
  }
});

test.each([
  [[], 'Name a shell.'],
  [['ksh'], '"ksh" is no shell; use bash, zsh or fish.'],
  [['bash', 'zsh'], '"bash zsh" is no shell; use bash, zsh or fish.'],
])('%j is complained of', (args, problem) => {
  expect(print(...args)).toEqual({ code: 2, out: '', said: `${problem}\n${usageOf(completionLine)}` });
});
