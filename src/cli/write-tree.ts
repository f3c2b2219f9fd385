import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from '../analyzer/words/reason-of.ts';

/**
 * Writes files into a new folder.
 *
 * @param files path below the folder -> text
 * @returns why it could not; `undefined` when all are written
 */
export function writeTree(folder: string, files: ReadonlyMap<string, string>): string | undefined {
  if (existsSync(folder)) return `${folder} is there already, and nothing is written over. Name a new folder.`;
  try {
    for (const [path, text] of files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  } catch (error) {
    return `${folder} could not be written (${reasonOf(error)}).`;
  }
  return undefined;
}
