import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { builtStamp, inputsSum, isBuilt, lastBuild } from '../../../src/build/built.ts';

const root = `${mkdtempSync(join(tmpdir(), 'undelivered-built-'))}/`;
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  for (const folder of ['src/deep', 'content', 'public', 'dist']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['src/deep/a.ts', 'content/b.mdx', 'public/c.svg', 'package.json', 'dist/index.html'])
    writeFileSync(join(root, file), file);
});

const none = {};
type Hooks = ReturnType<typeof builtStamp>['hooks'];

/** A build, as Astro would tell of it. @param during what happens meanwhile */
function build(environment: Readonly<Record<string, string>> = none, outDir = 'dist/', during = (): void => undefined): void {
  const { hooks } = builtStamp(environment);
  const call = (name: keyof Hooks, options: object = {}): void => {
    (hooks[name] as (options: object) => void)(options);
  };
  call('astro:config:done', { config: { root: pathToFileURL(root), outDir: pathToFileURL(join(root, outDir)) } });
  call('astro:build:start');
  during();
  call('astro:build:done');
}

test('what was built is not built again, until something that a build reads has changed', () => {
  expect(isBuilt(root, none)).toBe(false);
  build();
  expect(isBuilt(root, none)).toBe(true);
  expect(lastBuild(root)?.took).toBeGreaterThanOrEqual(0);
  for (const file of ['src/deep/a.ts', 'content/b.mdx', 'public/c.svg', 'package.json']) {
    const before = readFileSync(join(root, file), 'utf8');
    writeFileSync(join(root, file), `${before}.`);
    expect(isBuilt(root, none), file).toBe(false);
    writeFileSync(join(root, file), before);
    expect(isBuilt(root, none), file).toBe(true);
  }
  writeFileSync(join(root, 'src/new.ts'), '');
  expect(isBuilt(root, none)).toBe(false);
});

test('another address or other pictures are another build; anything else around is not', () => {
  build({ SITE_URL: 'https://example.org' });
  expect(isBuilt(root, { SITE_URL: 'https://example.org', HOME: '/' })).toBe(true);
  expect(isBuilt(root, none)).toBe(false);
  expect(isBuilt(root, { SITE_URL: 'https://example.org', BASE_PATH: '/a' })).toBe(false);
  expect(isBuilt(root, { SITE_URL: 'https://example.org', PICTURES: 'no' })).toBe(false);
});

test('a file that moves, or a line that moves to another file, is a change', () => {
  const before = inputsSum(root, none);
  writeFileSync(join(root, 'src/deep/a.ts'), '');
  writeFileSync(join(root, 'src/deep/b.ts'), 'src/deep/a.ts');
  expect(inputsSum(root, none)).not.toBe(before);
});

test('what was changed while it was built is built again; a build that did not end, or went elsewhere, counts for nothing', () => {
  build(none, 'dist/', () => {
    writeFileSync(join(root, 'src/deep/a.ts'), 'changed');
  });
  expect(isBuilt(root, none)).toBe(false);
  build();
  expect(() => {
    build(none, 'dist/', () => {
      throw new Error('stopped');
    });
  }).toThrow('stopped');
  expect(isBuilt(root, none)).toBe(false);
  build(none, 'elsewhere/');
  expect(lastBuild(root)).toBeUndefined();
  build();
  rmSync(join(root, 'dist/index.html'));
  expect(isBuilt(root, none)).toBe(false);
});
