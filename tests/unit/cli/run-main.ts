import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { loadFindings, loadKnowledge } from '../../../src/cli/knowledge.ts';
import { main } from '../../../src/cli/main.ts';

const [knowledge, words] = [loadKnowledge(), loadFindings()];

interface Around {
  readonly input?: string | Uint8Array;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/** The command `analyze` in this process, as a terminal would run it. @returns its exit code, both outputs and the lines of its progress */
export async function runMain(args: readonly string[], { input = '', now = Date.UTC(2025, 7, 15) }: Around = {}) {
  let out = '';
  let said = '';
  const shown: string[] = [];
  const code = await main(
    args,
    {
      input: (async function* () {
        yield await Promise.resolve(input);
      })(),
      write: (text) => (out += text),
      complain: (text) => (said += text),
      screen: { columns: Infinity, colours: false },
      now: () => now,
      progress: (line) => shown.push(line),
    },
    { knowledge: () => knowledge, words: () => words },
  );
  return { code, out, said, shown };
}

/** A folder of the tests of one file, gone with their end. */
export function ownFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'undelivered-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    /** Writes a file there. @returns its path */
    file: (name: string, content: string | Uint8Array): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}
