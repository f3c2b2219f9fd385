import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** All that a build reads, besides the packages that the lock names. */
const inputs = ['astro.config.mjs', 'content', 'package-lock.json', 'package.json', 'public', 'src', 'tsconfig.json'] as const;
/** Variables that change what is built. */
const settings = ['SITE_URL', 'BASE_PATH', 'PICTURES'] as const;

const stampOf = (root: string): string => join(root, '.cache/built.json');

/** What was built last: of what, and how long it took, in milliseconds. */
interface Stamp {
  readonly sum: string;
  readonly took: number;
}

function* filesBelow(path: string): Generator<string, void, void> {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* filesBelow(inner);
    else yield inner;
  }
}

/** One sum of all that a build reads: names and contents of its files, and the variables that it heeds. */
export function inputsSum(root: string, environment: Readonly<Record<string, string | undefined>>): string {
  const sum = createHash('sha256');
  for (const name of settings) sum.update(`${name}=${environment[name] ?? ''}\0`);
  for (const input of inputs) {
    const path = join(root, input);
    if (!existsSync(path)) continue;
    for (const file of input.includes('.') ? [path] : filesBelow(path)) {
      const content = readFileSync(file);
      sum.update(`${file.slice(root.length)}\0${String(content.length)}\0`).update(content);
    }
  }
  return sum.digest('hex');
}

/** @returns what was built last; `undefined` where nothing was, or a build did not end */
export function lastBuild(root: string): Stamp | undefined {
  try {
    const { sum, took } = JSON.parse(readFileSync(stampOf(root), 'utf8')) as Partial<Stamp>;
    return typeof sum === 'string' && typeof took === 'number' ? { sum, took } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether dist/ holds what a build would make now. */
export const isBuilt = (root: string, environment: Readonly<Record<string, string | undefined>>): boolean =>
  existsSync(join(root, 'dist/index.html')) && lastBuild(root)?.sum === inputsSum(root, environment);

/** Leaves a stamp of what was built, so that `npm start` builds nothing twice. What is changed while it is built is built again. */
export function builtStamp(environment: Readonly<Record<string, string | undefined>> = process.env): AstroIntegration {
  let root = '';
  let isWhole = false;
  let sum = '';
  let started = 0;
  return {
    name: 'built-stamp',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        isWhole = fileURLToPath(config.outDir) === join(root, 'dist/');
      },
      'astro:build:start': () => {
        if (!isWhole) return;
        rmSync(stampOf(root), { force: true });
        sum = inputsSum(root, environment);
        started = performance.now();
      },
      'astro:build:done': () => {
        if (!isWhole) return;
        mkdirSync(join(root, '.cache'), { recursive: true });
        const stamp: Stamp = { sum, took: Math.round(performance.now() - started) };
        writeFileSync(stampOf(root), `${JSON.stringify(stamp)}\n`);
      },
    },
  };
}
