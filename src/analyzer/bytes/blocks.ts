/** The origin of the bytes failed: a file that went away, a disk error. No bug of ours. */
export class StreamFailure extends Error {}

/**
 * Cuts a stream into blocks of one size, whatever pieces it comes in: what follows then cannot depend on the pieces.
 *
 * The same buffer is filled again for every block: use a block before asking for the next.
 *
 * @param size of every block but the last, bytes
 * @throws StreamFailure when the stream fails, after what came before
 */
export async function* blocksOf(stream: ReadableStream<Uint8Array>, size: number): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  let failure: StreamFailure | undefined;
  const next = () =>
    reader.read().catch((error: unknown) => {
      failure = new StreamFailure('the stream failed', { cause: error });
      return { done: true, value: undefined } as const;
    });
  const buffer = new Uint8Array(size);
  let filled = 0;
  try {
    for (;;) {
      const { done, value } = await next();
      if (done) break;
      let taken = 0;
      while (taken < value.length) {
        const part = value.subarray(taken, taken + size - filled);
        buffer.set(part, filled);
        filled += part.length;
        taken += part.length;
        if (filled === size) {
          yield buffer;
          filled = 0;
        }
      }
    }
    if (filled > 0) yield buffer.subarray(0, filled);
    if (failure !== undefined) throw failure;
  } finally {
    // Whoever stops early (a file that is no log, a cancel) must not leave the rest to be read.
    await reader.cancel().catch(() => undefined);
  }
}
