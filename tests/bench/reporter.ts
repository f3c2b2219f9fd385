/** The analyzer as it is, or as it was at a commit, as a script for a worker that does nothing else: two of them differ in nothing but us. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const node = (script: string, folder: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });

/** What the analyzer knows by the content of that checkout. */
const knowledgeOf = (folder: string): string =>
  node(`const { knowledge } = await import('./tests/knowledge.ts'); console.log(JSON.stringify(knowledge));`, folder);

/** Reads the file it is sent and answers with the kind of the answer and how many rows were read. */
const entry = (knowledge: string): string => `
import { analyze } from './src/analyzer/analyze.ts';
const knowledge = ${knowledge.trim()};
onmessage = async ({ data: file }) => {
  const source = { name: file.name, size: file.size, stream: () => file.stream() };
  const { kind, report } = await analyze([source], { knowledge });
  postMessage({ kind, rows: report?.sources.reduce((sum, { rows }) => sum + rows, 0) });
};`;

async function bundled(folder: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry(knowledgeOf(folder)), resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** The script of the analyzer as it stands here. */
export const reporter = (): Promise<string> => bundled(process.cwd());

/**
 * The same of a commit: its files are written to a folder of their own, which is removed again, and use the packages installed here.
 *
 * @throws Error when git does not know the commit, or it has no analyzer of this shape (`src/analyzer/analyze.ts`, `tests/knowledge.ts`)
 */
export async function reporterOf(commit: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-bench-'));
  try {
    const files = execFileSync('git', ['archive', commit, 'src', 'tests', 'content', 'package.json'], { maxBuffer: 2 ** 30 });
    execFileSync('tar', ['-x', '-C', folder], { input: files });
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
    return await bundled(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
