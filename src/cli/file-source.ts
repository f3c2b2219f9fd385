import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Source } from '../analyzer/bytes/source.ts';
import { onceReadable } from './once-readable.ts';
import { reasonOf } from '../analyzer/words/reason-of.ts';

const CHUNK_BYTES = 1 << 20;

/** Either something to read or the sentence that says why not. */
export type Opened = { readonly source: Source } | { readonly problem: string };

/**
 * Looks at a file before anything is read, so that a wrong argument costs no time. A pipe or a device is not opened for that:
 * whoever writes into it would think that its reader has gone.
 */
export async function fileSource(path: string): Promise<Opened> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) return { problem: `${path} is a directory. Name the log files in it.` };
    const name = basename(path);
    if (!info.isFile()) return { source: onceReadable(name, () => createReadStream(path, { highWaterMark: CHUNK_BYTES })) };
    const handle = await open(path, 'r');
    await handle.close();
    return { source: { name, size: info.size, stream: () => fileStream(path) } };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { problem: `${path} does not exist.` };
    if (code === 'EACCES' || code === 'EPERM') return { problem: `${path} may not be read: permission denied.` };
    return { problem: `${path} cannot be read: ${reasonOf(error)}` };
  }
}

/** Standard input; up to 256 MB of it can be read a second time. */
export const standardInput = (input: AsyncIterable<unknown>): Source => onceReadable('standard input', () => input);

function fileStream(path: string): ReadableStream<Uint8Array> {
  const opening = open(path, 'r');
  // The stream asks for it below; without this a failure before that would end the process.
  opening.catch(() => undefined);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const handle = await opening;
      const { bytesRead, buffer } = await handle.read(new Uint8Array(CHUNK_BYTES), 0, CHUNK_BYTES);
      if (bytesRead > 0) {
        controller.enqueue(buffer.subarray(0, bytesRead));
        return;
      }
      await handle.close();
      controller.close();
    },
    async cancel() {
      await (await opening).close();
    },
  });
}
