import { expect, test } from 'vitest';
import type { Knowledge } from '../../../src/catalog/knowledge.ts';
import { runJob } from '../../../src/worker/client.ts';
import type { Thread } from '../../../src/worker/client.ts';
import type { Response } from '../../../src/worker/protocol.ts';
import { troubled } from '../islands/report-fixture.ts';

/** Stands for the browser's Worker: the test speaks for the other side. */
class FakeThread extends EventTarget {
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

const knowledge = {} as Knowledge;
const progress = { source: 'x', rows: 1, bytes: 1, pass: 1, totals: troubled.totals } as const;

function job() {
  const thread = new FakeThread();
  const stop = new AbortController();
  const rows: number[] = [];
  const start = (): Thread => thread;
  const result = runJob([new File(['x'], 'x.csv')], { knowledge, start, signal: stop.signal, onProgress: (told) => rows.push(told.rows) });
  return { thread, stop, rows, result };
}

test('an answer ends the thread', async () => {
  const { thread, rows, result } = job();
  expect(thread.received).toHaveLength(1);
  thread.say({ kind: 'progress', progress });
  thread.say({ kind: 'answer', analysis: { kind: 'report', report: troubled, declined: [] } });
  expect(await result).toEqual({ kind: 'report', report: troubled, declined: [] });
  expect([rows, thread.ended]).toEqual([[1], 1]);
});

test('an abort ends the thread at once and nothing is told afterwards', async () => {
  const { thread, stop, rows, result } = job();
  stop.abort();
  thread.say({ kind: 'progress', progress });
  expect([await result, thread.ended, rows]).toEqual([{ kind: 'cancelled' }, 1, []]);
});

test('a crash becomes a value with a sentence', async () => {
  const { thread, result } = job();
  thread.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  expect([await result, thread.ended]).toEqual([
    { kind: 'failed', reason: 'Reading stopped because of an error in the analyzer: out of memory' },
    1,
  ]);
});

test('a bug told by the worker becomes a value too', async () => {
  const { thread, result } = job();
  thread.say({ kind: 'failed', reason: 'x is not a function' });
  expect(await result).toMatchObject({ kind: 'failed' });
});

test('a job that is aborted before it begins starts no thread', async () => {
  const start = (): Thread => {
    throw new Error('started');
  };
  expect(await runJob([], { knowledge, start, signal: AbortSignal.abort(), onProgress: () => undefined })).toEqual({ kind: 'cancelled' });
});
