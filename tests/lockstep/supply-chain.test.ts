/** What is taken from others: every package with its sum, no script of theirs, actions by their commit, licences listed. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { nameOf, thirdParty, type Lock, type LockedPackage } from '../../src/build/third-party.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const lock = JSON.parse(read('package-lock.json')) as Lock;
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('package-lock.json', () => {
  /** Builds for other platforms that the registry we lock with has not got: their parent, whose sum is known, names their version. */
  const platformsOf = ['@astrojs/compiler-binding', 'oxc-parser', 'pagefind'].map((name) => `node_modules/${name}/node_modules/@`);

  test('has the sum of every package, but for some builds that this platform never installs', () => {
    expect(packages.length).toBeGreaterThan(500);
    const without = packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(without.filter(([path, { optional }]) => optional !== true || !platformsOf.some((start) => path.startsWith(start)))).toEqual([]);
    expect(without.length).toBeLessThanOrEqual(28);
  });

  test('holds the runtime itself, for five platforms, and each only where it belongs', () => {
    const runtimes = packages.filter(([path]) => /^node_modules\/node-(?:bin-)?(?:linux|darwin|win)-/.test(path));
    expect(runtimes.map(([path]) => nameOf(path))).toEqual(
      Object.keys((JSON.parse(read('package.json')) as { optionalDependencies: object }).optionalDependencies),
    );
    expect(runtimes).toHaveLength(5);
    for (const [, one] of runtimes)
      expect(one).toMatchObject({
        version: expect.stringMatching(/^24\./) as string,
        integrity: expect.any(String) as string,
        optional: true,
        os: expect.stringMatching(/^(?:linux|darwin|win32)$/) as string,
        cpu: expect.stringMatching(/^(?:x64|arm64)$/) as string,
      });
  });

  test('of packages that would run a script while they are installed, esbuild alone is left, and it may not', () => {
    const scripted = packages.filter(([, one]: readonly [string, LockedPackage]) => one.hasInstallScript === true);
    expect(scripted.map(([path]) => nameOf(path))).toEqual(['esbuild']);
    expect(JSON.parse(read('package.json'))).toMatchObject({ allowScripts: { esbuild: false } });
  });
});

test('THIRD-PARTY.md lists every package with its licence; "npm run licences" writes it anew', () => {
  expect(read('THIRD-PARTY.md')).toBe(thirdParty(lock));
  expect(read('THIRD-PARTY.md')).not.toContain('### unknown');
});

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = ['workflows', 'examples'].flatMap((folder) =>
  readdirSync(new URL(`.github/${folder}/`, root)).map((name) => `.github/${folder}/${name}`),
);

test('there are workflows to look at', () => {
  expect(files).toEqual(expect.arrayContaining(['ci', 'pages', 'release'].map((name) => `.github/workflows/${name}.yml`)));
  expect(files).toContain('.github/examples/yesterdays-log.yml');
});

describe.each(files)('%s', (file) => {
  const text = read(file);
  const { permissions, jobs } = parse(text) as Workflow;

  test('names every action by its commit, and says which version that is', () => {
    const uses = [...text.matchAll(/^.*\buses:\s*(.*)$/gm)].map(([, what = '']) => what);
    expect(uses.length).toBe(Object.values(jobs).flatMap(({ steps }) => steps.filter((step) => step.uses !== undefined)).length);
    for (const what of uses) expect(what).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may write only where nothing of this repository is run', () => {
    expect(Object.values(permissions ?? { all: 'write' }).filter((right) => right !== 'read')).toEqual([]);
    for (const { permissions: rights = permissions ?? {}, steps } of Object.values(jobs)) {
      const writes = Object.values(rights).includes('write');
      const takesCode = steps.some(
        ({ uses = '', run = '' }) => uses.startsWith('actions/checkout@') || /\bnpm (?:ci|install|run|test|start)\b/.test(run),
      );
      expect([writes, takesCode]).not.toEqual([true, true]);
    }
  });

  test('puts nothing that others write into a script: what is not ours comes as a variable', () => {
    for (const { steps } of Object.values(jobs)) for (const { run = '' } of steps) expect(run).not.toMatch(/\$\{\{/);
  });
});
