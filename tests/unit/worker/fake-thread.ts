import type { Response } from '../../../src/worker/protocol.ts';

/** Stands for the browser's Worker: the test speaks for the other side. */
export class FakeThread extends EventTarget {
  readonly received: unknown[] = [];
  ended = 0;
  postMessage(message: unknown): void {
    this.received.push(message);
  }
  terminate(): void {
    this.ended += 1;
  }
  say(data: Response): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
