import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Source } from '../analyzer/bytes/source.ts';

const CHUNK_BYTES = 1 << 20;
/** A pipe can be read once; this much of it is kept for a second reading. */
const KEPT_BYTES = 256 << 20;

/** Either something to read or the sentence that says why not. */
export type Opened = { readonly source: Source } | { readonly problem: string };

/** Looks at a file before anything is read, so that a wrong argument costs no time. */
export async function fileSource(path: string): Promise<Opened> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) return { problem: `${path} is a directory. Name the log files in it.` };
    const handle = await open(path, 'r');
    await handle.close();
    return { source: { name: basename(path), size: info.size, stream: () => fileStream(path) } };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { problem: `${path} does not exist.` };
    if (code === 'EACCES' || code === 'EPERM') return { problem: `${path} may not be read: permission denied.` };
    return { problem: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

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

/** Standard input; up to 256 MB of it can be read a second time. */
export function standardInput(input: AsyncIterable<unknown>): Source {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  let isRead = false;
  return {
    name: 'standard input',
    stream() {
      if (isRead) return bytes > KEPT_BYTES ? undefined : chunksStream(kept);
      isRead = true;
      const iterator = input[Symbol.asyncIterator]();
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          const next: IteratorResult<unknown, unknown> = await iterator.next();
          if (next.done === true) {
            controller.close();
            return;
          }
          const chunk = next.value instanceof Uint8Array ? next.value : new TextEncoder().encode(String(next.value));
          bytes += chunk.length;
          if (bytes <= KEPT_BYTES) kept.push(chunk);
          else kept.length = 0;
          controller.enqueue(chunk);
        },
        async cancel() {
          await iterator.return?.();
        },
      });
    },
  };
}

function chunksStream(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const left = chunks.values();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = left.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
}
