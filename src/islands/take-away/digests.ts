import { inTasks } from '../kit/in-slices.ts';
import { Sha256 } from './sha256.ts';

/** What stands in a saved report for one file of its log. */
export interface Digest {
  readonly name: string;
  /** 64 hexadecimal digits; absent where the file can no longer be read. */
  readonly sha256?: string;
}

/** Bytes that one piece of work sums up: about a millisecond. */
const PIECE = 64 * 1024;

async function sumOf(file: File): Promise<string> {
  const sum = new Sha256();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return sum.end();
    await inTasks(
      (function* () {
        for (let from = 0; from < value.length; from += PIECE) {
          sum.add(value.subarray(from, from + PIECE));
          yield 1;
        }
      })(),
    );
  }
}

/** Reads the files of a log once more, piece by piece, for their SHA-256; one that changed or went away since has none. */
export const digestsOf = (files: readonly File[]): Promise<readonly Digest[]> =>
  Promise.all(
    files.map(async (file) => {
      try {
        return { name: file.name, sha256: await sumOf(file) };
      } catch {
        return { name: file.name };
      }
    }),
  );
