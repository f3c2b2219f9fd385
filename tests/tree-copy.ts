/** A copy of parts of the repository in a temporary folder, for tools that change files: the tree itself stays as it is. */
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Copies files and folders, named from the root of the repository; installed packages are linked, not copied.
 * The copy is removed when the process ends, also when it is told to end.
 *
 * @returns the folder of the copy
 */
export function copyTree(parts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}
