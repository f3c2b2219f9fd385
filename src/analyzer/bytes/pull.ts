/** The next piece of some bytes, `undefined` at their end; a piece is never empty. */
export type Pull = () => Promise<Uint8Array | undefined>;

/** The pieces of a stream, one after another. */
export function pullOf(reader: ReadableStreamDefaultReader<Uint8Array>): Pull {
  return async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      if (value.length > 0) return value;
    }
  };
}

/** The same in pieces of a size at most. */
export function inPieces(pull: Pull, size: number): Pull {
  let rest: Uint8Array | undefined;
  return async () => {
    rest ??= await pull();
    const piece = rest?.subarray(0, size);
    rest = rest === undefined || rest.length <= size ? undefined : rest.subarray(size);
    return piece;
  };
}

/** The first bytes, as many as asked for where there are so many, and a pull that still gives them. */
export async function peek(pull: Pull, count: number): Promise<{ readonly head: Uint8Array; readonly pull: Pull }> {
  const read: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const piece = await pull();
    if (piece === undefined) break;
    // Whoever gives pieces may fill the same buffer again.
    read.push(piece.slice());
    length += piece.length;
  }
  const head = new Uint8Array(length);
  read.reduce((at, piece) => {
    head.set(piece, at);
    return at + piece.length;
  }, 0);
  return { head, pull: () => (read.length > 0 ? Promise.resolve(read.shift()) : pull()) };
}

/** A stream of what is pulled. @param cancel what is to be done when whoever reads stops */
export const streamOf = (pull: Pull, cancel?: () => Promise<void>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await pull();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
    ...(cancel === undefined ? {} : { cancel }),
  });
