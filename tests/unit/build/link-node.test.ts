import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'undelivered-link-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const link = join(root, 'node_modules/.bin/node');
const run = (): string => execFileSync(process.execPath, [join(root, 'src/build/link-node.mjs')], { encoding: 'utf8' });

test.skipIf(process.platform === 'win32')('the runtime that is installed is linked where npm did not; a link that is there stays', () => {
  mkdirSync(join(root, 'src/build'), { recursive: true });
  cpSync(fileURLToPath(new URL('../../../src/build/link-node.mjs', import.meta.url)), join(root, 'src/build/link-node.mjs'));
  writeFileSync(join(root, 'package.json'), '{ "optionalDependencies": { "node-a": "1", "node-b": "1" } }');
  // No runtime of the lock fits this machine: nothing to do, and nothing to complain of.
  expect(run()).toBe('');
  mkdirSync(join(root, 'node_modules/node-b/bin'), { recursive: true });
  writeFileSync(join(root, 'node_modules/node-b/bin/node'), '');
  expect(run()).toBe('');
  expect(readlinkSync(link)).toBe('../node-b/bin/node');
  rmSync(link);
  symlinkSync('../other', link);
  run();
  expect(readlinkSync(link)).toBe('../node-b/bin/node');
  writeFileSync(join(root, 'node_modules/other'), '');
  rmSync(link);
  symlinkSync('../other', link);
  run();
  expect(readlinkSync(link)).toBe('../other');
});
