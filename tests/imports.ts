/** Checks what .astro and .mdx files import against the table of tests/layers.ts; dependency-cruiser checks the other files. */
import { readdirSync, readFileSync } from 'node:fs';
import { importProblems, importsOf } from './page-imports.ts';

const files = new Map(
  ['src', 'content'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
      .filter((path) => folder === 'src' || path.endsWith('.mdx'))
      .map((path) => [path, readFileSync(path, 'utf8')] as const),
  ),
);
const pages = [...files].filter(([path]) => path.endsWith('.astro'));
const seen = pages.reduce((sum, [path, text]) => sum + importsOf(path, text).length, 0);
const problems = importProblems(files);
for (const problem of problems) console.error(problem);
console.log(`${String(pages.length)} .astro files with ${String(seen)} imports, ${String(problems.length)} of them wrong`);
// A check that finds no imports has stopped looking.
process.exitCode = problems.length === 0 && pages.length > 20 && seen > pages.length ? 0 : 1;
