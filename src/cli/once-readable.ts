import type { Source } from '../analyzer/bytes/source.ts';

/** A pipe can be read once; this much of it is kept for a second reading. */
const KEPT_BYTES = 256 << 20;

/**
 * A source that gives its bytes only once (standard input, a named pipe, a device). They are kept up to a limit, so that a log
 * which holds a message in several states can be read again; beyond it the second `stream()` is `undefined`.
 *
 * @param open called once, at the first reading
 * @param keptBytes the limit
 */
export function onceReadable(name: string, open: () => AsyncIterable<unknown>, keptBytes = KEPT_BYTES): Source {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  let isRead = false;
  return {
    name,
    stream() {
      if (isRead) return bytes > keptBytes ? undefined : chunksStream(kept);
      isRead = true;
      const iterator = open()[Symbol.asyncIterator]();
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          const next: IteratorResult<unknown, unknown> = await iterator.next();
          if (next.done === true) {
            controller.close();
            return;
          }
          const chunk = next.value instanceof Uint8Array ? next.value : new TextEncoder().encode(String(next.value));
          bytes += chunk.length;
          if (bytes <= keptBytes) kept.push(chunk);
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
