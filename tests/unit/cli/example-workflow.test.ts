/** The example of a workflow that checks yesterday's log: its scripts are run here, with stand-ins for what is outside. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { analyzeLine } from '../../../src/cli/arguments.ts';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
}

const root = new URL('../../../', import.meta.url);
const text = readFileSync(new URL('.github/examples/yesterdays-log.yml', root), 'utf8');
const { steps } = (parse(text) as { readonly jobs: { readonly check: { readonly steps: readonly Step[] } } }).jobs.check;
const scriptOf = (id: string): string => steps.find((step) => step.id === id)?.run ?? '';
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { readonly version: string };

const folder = mkdtempSync(join(tmpdir(), 'undelivered-workflow-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a stand-in for a program where the script finds it first. */
function standIn(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

/** Runs a step as GitHub does. @returns its exit code, what it said, and what it told the steps after it */
function runStep(id: string) {
  const output = join(folder, 'output');
  writeFileSync(output, '');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scriptOf(id)], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${folder}:${process.env.PATH ?? ''}`,
      GITHUB_OUTPUT: output,
      TWILIO_ACCOUNT_SID: 'AC1',
      TWILIO_API_KEY: 'SK1',
      TWILIO_API_SECRET: 'secret',
    },
  });
  return { status, said: stdout + stderr, told: readFileSync(output, 'utf8') };
}

test('it asks for options that there are, of the version in this repository', () => {
  const calls = [...text.matchAll(/npx --yes undelivered@(\S+) (.*)$/gm)];
  expect(calls).toHaveLength(2);
  for (const [, which] of calls) expect(which).toBe(version);
  const options = [...scriptOf('look').matchAll(/(?<=[ (])--([a-z-]+)/g)].map(([, name = '']) => name).filter((name) => name !== 'yes');
  expect(options.toSorted()).toEqual(['baseline', 'fail-on', 'fail-on', 'fail-on', 'format', 'format', 'masked'].toSorted());
  for (const name of options) expect(Object.keys(analyzeLine.options)).toContain(name);
});

const hasJq = spawnSync('jq', ['--version']).status === 0;

test.skipIf(!hasJq)("it takes every page of messages, cuts them to yesterday, and gives the secret to no process's arguments", () => {
  const yesterday = new Date(Date.now() - 86_400_000);
  const at = (day: Date): string => day.toUTCString().replace('GMT', '+0000');
  const page = (messages: readonly object[], next: string | null): string => JSON.stringify({ messages, next_page_uri: next });
  const yes = { sid: 'SM1', status: 'sent', date_sent: at(yesterday) };
  writeFileSync(
    join(folder, 'page1'),
    page([yes, { ...yes, sid: 'SM2', date_sent: null, date_created: at(yesterday) }], '/2010-04-01/next'),
  );
  writeFileSync(join(folder, 'page2'), page([{ ...yes, sid: 'SM3', date_sent: at(new Date()) }], null));
  standIn('curl', `echo "$*" >> asked; case "$*" in *next*) cat page2 ;; *) cat page1 ;; esac`);
  expect(runStep('get')).toEqual({ status: 0, said: '', told: 'any=yes\n' });
  expect(readFileSync(join(folder, 'messages.jsonl'), 'utf8').match(/"SM\d"/g)).toEqual(['"SM1"', '"SM2"']);
  const asked = readFileSync(join(folder, 'asked'), 'utf8');
  expect(asked.split('\n')).toHaveLength(3);
  expect(asked).toContain(`DateSent%3E=${yesterday.toISOString().slice(0, 10)}&DateSent%3C=`);
  expect(asked).not.toContain('secret');

  writeFileSync(join(folder, 'page1'), page([], null));
  expect(runStep('get')).toEqual({ status: 0, said: 'Nothing was sent yesterday.\n', told: '' });
});

test.each([
  ['nothing broke', 0, 0, 'broke=no\n'],
  ['something broke', 4, 0, 'broke=yes\n'],
  ['it could not be read', 3, 3, ''],
])('when %s it says so to the next step', (_, code, status, told) => {
  standIn('npx', `echo "$*" >> calls; case "$*" in *--masked*) echo "{}" ;; *) echo report; echo news >&2; exit ${String(code)} ;; esac`);
  rmSync(join(folder, 'last.json'), { force: true });
  rmSync(join(folder, 'calls'), { force: true });
  expect(runStep('look')).toEqual({ status, said: 'news\n', told });
  if (status === 0) expect(readFileSync(join(folder, 'last.json'), 'utf8')).toBe('{}\n');
  runStep('look');
  const calls = readFileSync(join(folder, 'calls'), 'utf8').split('\n');
  expect(calls[0]).toContain('--format markdown --fail-on high');
  expect(calls[status === 0 ? 2 : 1]).toContain(status === 0 ? '--baseline last.json --fail-on new' : '--fail-on high');
});
