import { Connection, type Thread } from './connection.ts';
import type { Ready } from './protocol.ts';

/** A thread that read more than this is not used again: what it took of memory is the browser's to give back. */
const MOST_BYTES = 64_000_000;

/**
 * The analyzer's threads, one of them in waiting: started ahead, its code run in, so that a log need not wait for either. A browser
 * compiles the code of every thread anew, and a small log is read sooner than that is done.
 */
export class Threads {
  readonly #start: () => Thread;
  readonly #ready: Ready;
  #waiting: Connection | undefined;

  /** @param ready what every log is read with */
  constructor(start: () => Thread, ready: Omit<Ready, 'kind'>) {
    this.#start = start;
    this.#ready = { kind: 'ready', ...ready };
  }

  /** Starts a thread for the next log, unless one is waiting already. */
  prepare(): void {
    if (this.#waiting?.isOpen === true) return;
    this.#waiting = this.#open();
    this.#waiting.tell({ kind: 'warm-up' });
  }

  /** A thread for one log: to be closed, or given back. */
  take(): Connection {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting?.isOpen === true ? waiting : this.#open();
  }

  /** Takes a thread back whose log is not asked any more. @param bytes of that log */
  giveBack(connection: Connection, bytes: number): void {
    if (!connection.isOpen || connection === this.#waiting) return;
    if (!connection.isIdle || bytes > MOST_BYTES) {
      connection.close();
      return;
    }
    connection.tell({ kind: 'forget' });
    // It has read a whole log; one that only ran in knows the code less well.
    this.#waiting?.close();
    this.#waiting = connection;
  }

  #open(): Connection {
    return new Connection(this.#start(), this.#ready);
  }
}
