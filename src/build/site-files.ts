import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files below a folder, in the order of the alphabet, as their paths from it with "/" on every system. */
export const siteFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
