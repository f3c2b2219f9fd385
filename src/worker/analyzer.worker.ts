/** The analyzer on a thread of its own; started from a blob (start.ts), so the page's policy holds here too: nothing can be fetched. */
import type { Request, Response } from './protocol.ts';
import { serve } from './serve.ts';
import { ALIVE_EVERY_MS } from './watchdog.ts';

const send = (response: Response): void => {
  postMessage(response);
};

const take = serve({ send, now: () => performance.now() });

// Told by a timer and not by the reader: a file on a slow disk or behind a network can keep reading waiting for long.
setInterval(() => {
  send({ kind: 'alive' });
}, ALIVE_EVERY_MS);

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  take(data);
});
