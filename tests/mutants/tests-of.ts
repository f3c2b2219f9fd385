/** Which tests see a file: those that import it, over any number of files between. */
import { readdirSync, readFileSync } from 'node:fs';
import { importsOf, targetOf } from '../page-imports.ts';

/** Paths below a folder of the repository. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file))
    .sort();

/** Tests that see a file, near ones first; tests of time (`*.slow.test.ts`) are left out. */
export function testsOf(folders: readonly string[]): (file: string) => readonly string[] {
  const imports = new Map<string, readonly string[]>();
  for (const file of [...filesBelow('src'), ...filesBelow('tests')]) {
    imports.set(
      file,
      importsOf(file, readFileSync(file, 'utf8')).flatMap(({ name, isType }) => (isType ? [] : (targetOf(file, name) ?? []))),
    );
  }
  const tests = folders.flatMap(filesBelow).filter((file) => file.endsWith('.test.ts') && !file.endsWith('.slow.test.ts'));
  const seen = tests.map((test) => ({ test, distances: distancesFrom(test, imports) }));
  return (file) =>
    seen
      .flatMap(({ test, distances }) => {
        const distance = distances.get(file);
        return distance === undefined ? [] : [{ test, distance }];
      })
      .sort((a, b) => a.distance - b.distance)
      .map(({ test }) => test);
}

function distancesFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const distances = new Map([[start, 0]]);
  for (const [file, distance] of distances) {
    for (const next of imports.get(file) ?? []) if (!distances.has(next)) distances.set(next, distance + 1);
  }
  return distances;
}
