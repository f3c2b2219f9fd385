import type { Progress } from '../analyzer/analyze.ts';
import type { Ready, Request, Response } from './protocol.ts';
import { Joining } from './slices.ts';
import { SILENT_TICKS, watchSilence } from './watchdog.ts';

/** The part of a `Worker` that is needed. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** How a message of the page ends; `failed` with a sentence for the reader. */
export type Reply<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Whoever waits for one answer. */
interface Waiting {
  readonly lists: Joining;
  readonly end: (reply: Reply<unknown>) => void;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly onAgain?: ((fraction: number) => void) | undefined;
}

const failed = (reason: string): Reply<never> => ({ kind: 'failed', reason });

/**
 * The page's end of a thread: sends messages and brings each its answer. The thread is ended by `close`, by an error that it does not
 * catch, or when it falls silent; whoever waits then is told why, and whoever asks later too.
 */
export class Connection {
  readonly #thread: Thread;
  readonly #waiting = new Map<number, Waiting>();
  readonly #watch: ReturnType<typeof watchSilence>;
  #lastId = 0;
  #end: Reply<never> | undefined;

  /** @param ready what every log is read with */
  constructor(thread: Thread, ready: Ready) {
    this.#thread = thread;
    this.#watch = watchSilence(() => {
      this.close(
        failed(
          `Nothing was heard from the analyzer for ${String(SILENT_TICKS)} seconds: it is stuck, or the browser ended it, as it may when memory runs short.`,
        ),
      );
    });
    thread.addEventListener('message', ({ data }: MessageEvent<Response>) => {
      this.#watch.heard();
      this.#take(data);
    });
    thread.addEventListener('error', ({ message }) => {
      this.#crashed(message);
    });
    thread.addEventListener('messageerror', () => {
      this.#crashed('an answer could not be handed over');
    });
    this.tell(ready);
  }

  /** Whether the thread still lives, as far as is known. */
  get isOpen(): boolean {
    return this.#end === undefined;
  }

  /** Whether nobody waits for an answer. */
  get isIdle(): boolean {
    return this.#waiting.size === 0;
  }

  /** Ends the thread; nothing after the first time. @param reply for all who wait or ask later */
  close(reply: Reply<never> = { kind: 'cancelled' }): void {
    if (this.#end !== undefined) return;
    this.#end = reply;
    this.#watch.stop();
    this.#thread.terminate();
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { end } of all) end(reply);
  }

  /**
   * Sends a message that has an answer.
   *
   * @param make gives it its number
   * @param signal aborted: nobody waits any more; the answer is `cancelled` at once
   * @returns never rejects
   */
  request<Value>(
    make: (id: number) => Request,
    signal: AbortSignal,
    told: Pick<Waiting, 'onProgress' | 'onAgain'> = {},
  ): Promise<Reply<Value>> {
    if (signal.aborted) return Promise.resolve({ kind: 'cancelled' });
    if (this.#end !== undefined) return Promise.resolve(this.#end);
    const id = (this.#lastId += 1);
    const { promise, resolve } = Promise.withResolvers<Reply<Value>>();
    const dropped = (): void => {
      if (!this.#waiting.delete(id)) return;
      this.tell({ kind: 'drop', id });
      resolve({ kind: 'cancelled' });
    };
    signal.addEventListener('abort', dropped, { once: true });
    this.#waiting.set(id, {
      lists: new Joining(),
      end: (reply) => {
        signal.removeEventListener('abort', dropped);
        resolve(reply as Reply<Value>);
      },
      ...told,
    });
    this.tell(make(id));
    return promise;
  }

  /** Sends a message that has no answer. */
  tell(message: Request): void {
    this.#thread.postMessage(message);
  }

  #crashed(why: string): void {
    this.close(failed(`Reading stopped because of an error in the analyzer${why === '' ? '' : `: ${why}`}`));
  }

  #take(data: Response): void {
    if (data.kind === 'alive') return;
    const waiting = this.#waiting.get(data.id);
    // Whoever waited for it gave up before this came.
    if (waiting === undefined) return;
    switch (data.kind) {
      case 'progress':
        waiting.onProgress?.(data.progress);
        break;
      case 'again':
        waiting.onAgain?.(data.fraction);
        break;
      case 'slice':
        waiting.lists.add(data.slice);
        break;
      case 'answer':
        this.#waiting.delete(data.id);
        waiting.end({ kind: 'answer', value: waiting.lists.end(data.trunk) });
        break;
      case 'failed':
        this.#waiting.delete(data.id);
        waiting.end(failed(`This stopped because of an error in the analyzer${data.reason === '' ? '' : `: ${data.reason}`}`));
        break;
    }
  }
}
