import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folders that say nothing of themselves: an address each, a finding each, or what mirrors another tree. */
const spoken = [/^src\/pages/, /^src\/analyzer\/findings\/(?!shared$)[^/]+$/, /^src\/[^/]+\/[^/]+\/[^/]+\/./, /^tests\/[^/]+\/./];

function foldersBelow(path: string): readonly string[] {
  const inner = readdirSync(join(root, path), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [path, ...inner.flatMap(({ name }) => foldersBelow(`${path}/${name}`))];
}

const folders = ['src', 'tests', 'content'].flatMap(foldersBelow).filter((folder) => !folder.startsWith('content/'));
const all = folders.filter((folder) => !spoken.some((pattern) => pattern.test(folder)));

test('there are folders to look at', () => {
  expect(all.length).toBeGreaterThan(60);
});

test.each(all)('%s opens with a README of a few lines', (folder) => {
  const path = join(root, folder, 'README.md');
  expect(existsSync(path), `write ${folder}/README.md: what the folder holds, and what it may not do`).toBe(true);
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  expect(lines[0]).toMatch(/^# \S/);
  expect(lines.length).toBeLessThanOrEqual(12);
  // A name of a file that stands there is one that is there.
  for (const [, name = ''] of lines.join('\n').matchAll(/`([\w-]+\.(?:ts|tsx|css|astro|yaml|json))`/g))
    expect(
      [folder, ...folders].some((near) => existsSync(join(root, near, name)) || existsSync(join(root, name))),
      `${folder}: ${name}`,
    ).toBe(true);
});
