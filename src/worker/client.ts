import type { Progress } from '../analyzer/analyze.ts';
import type { Told } from '../analyzer/read-source.ts';
import type { Readings } from '../analyzer/write/json.ts';
import type { Knowledge } from '../catalog/knowledge.ts';
import type { Answer, Request, Response } from './protocol.ts';
import { Joining } from './slices.ts';
import { SILENT_TICKS, watchSilence } from './watchdog.ts';

/** The part of a `Worker` that a job needs. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** How a job ends: an answer of the analyzer, or a thread that could not finish. */
export type JobResult = Answer | { readonly kind: 'failed'; readonly reason: string };

interface Job {
  readonly knowledge: Knowledge;
  readonly words: Readings;
  /** What the reader says of columns and times; nothing when absent. */
  readonly told?: Told;
  readonly start: () => Thread;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Reads files on a thread that lives for this one job: it is ended on an answer, an error, an abort, or when it falls silent.
 *
 * @returns never rejects; an abort gives `cancelled`, a crash or a silence of the thread `failed` with a sentence for the reader
 */
export function runJob(files: readonly File[], { knowledge, words, told = {}, start, signal, onProgress }: Job): Promise<JobResult> {
  if (signal.aborted) return Promise.resolve({ kind: 'cancelled' });
  const { promise, resolve } = Promise.withResolvers<JobResult>();
  const thread = start();
  const lists = new Joining();
  const end = (result: JobResult): void => {
    watch.stop();
    thread.terminate();
    resolve(result);
  };
  const crashed = (why: string): void => {
    end({ kind: 'failed', reason: `Reading stopped because of an error in the analyzer${why === '' ? '' : `: ${why}`}` });
  };
  const watch = watchSilence(() => {
    end({
      kind: 'failed',
      reason: `Nothing was heard from the analyzer for ${String(SILENT_TICKS)} seconds: it is stuck, or the browser ended it, as it may when memory runs short.`,
    });
  });
  signal.addEventListener(
    'abort',
    () => {
      end({ kind: 'cancelled' });
    },
    { once: true },
  );
  thread.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    watch.heard();
    switch (data.kind) {
      case 'alive':
        break;
      case 'progress':
        if (!signal.aborted) onProgress(data.progress);
        break;
      case 'slice':
        lists.add(data.slice);
        break;
      case 'answer':
        end(lists.end(data.trunk));
        break;
      case 'failed':
        crashed(data.reason);
        break;
    }
  });
  thread.addEventListener('error', ({ message }) => {
    crashed(message);
  });
  thread.addEventListener('messageerror', () => {
    crashed('the report could not be handed over');
  });
  const request: Request = { files, knowledge, words, told };
  thread.postMessage(request);
  return promise;
}
