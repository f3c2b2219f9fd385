/** One thing to read: bytes as they come, whatever the origin (a File, standard input, pasted text). */
export interface Source {
  /** What the reader of a report sees: a file name, "standard input", "pasted text". */
  readonly name: string;
  /** Size in bytes where it is known beforehand; only progress uses it. */
  readonly size?: number;
  /**
   * The bytes from the start. It is called a second time when the log holds one message in several states;
   * a source that can be read only once (standard input) returns `undefined` then, and a notice says so.
   */
  stream(): ReadableStream<Uint8Array> | undefined;
  /**
   * The bytes from one place to another, or to the end where there are fewer; absent where bytes come only in a stream. It rejects
   * when they can no longer be read.
   */
  slice?(from: number, to: number): Promise<Uint8Array>;
}

/** Wraps text that is already in memory, such as a paste. */
export function textSource(name: string, text: string): Source {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    stream: () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          if (bytes.length > 0) controller.enqueue(bytes.slice());
          controller.close();
        },
      }),
  };
}
