/** Exit codes and pipes of the command in a process of its own; what it says is tested in analyze.test.ts, without one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { counted, states } from './states.ts';

const program = fileURLToPath(new URL('../../../src/cli/analyze.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'undelivered-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(command: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' });
  return { code: status, out: stdout, said: stderr };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('it reads standard input and writes to standard output', () => {
  const { code, out, said } = start(process.execPath, [program, '-', '--format', 'json'], states);
  expect([code, said]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject(counted);
});

test('it ends with 2 and its usage on the side for unusable arguments', () => {
  const { code, out, said } = start(process.execPath, [program]);
  expect([code, out]).toEqual([2, '']);
  expect(said).toContain('Usage:');
});

test('it ends with 3 for what is no message log', () => {
  const { code, out, said } = start(process.execPath, [program, file('note.txt', 'hello')]);
  expect([code, out]).toEqual([3, '']);
  expect(said).toContain('note.txt is not a message log');
});

test.skipIf(process.platform === 'win32')('it reads what a shell hands over as a file', () => {
  const { code, out, said } = start('bash', [
    '-c',
    '"$0" "$1" <(cat "$2") --format json',
    process.execPath,
    program,
    file('states.csv', states),
  ]);
  expect([code, said]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject(counted);
});
