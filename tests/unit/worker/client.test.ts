import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Knowledge } from '../../../src/catalog/knowledge.ts';
import { runJob } from '../../../src/worker/client.ts';
import type { Thread } from '../../../src/worker/client.ts';
import type { Response } from '../../../src/worker/protocol.ts';
import { ALIVE_EVERY_MS, SILENT_TICKS } from '../../../src/worker/watchdog.ts';
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
const words = { landline: { settle: 'Ask.', confusedWith: [] } };
const json = new Blob(['{}']);
const progress = { source: 'x', rows: 1, bytes: 1, pass: 1, totals: troubled.totals } as const;

function job() {
  const thread = new FakeThread();
  const stop = new AbortController();
  const rows: number[] = [];
  const start = (): Thread => thread;
  const result = runJob([new File(['x'], 'x.csv')], {
    knowledge,
    words,
    start,
    signal: stop.signal,
    onProgress: (told) => rows.push(told.rows),
  });
  return { thread, stop, rows, result };
}

test('an answer ends the thread', async () => {
  const { thread, rows, result } = job();
  expect(thread.received).toEqual([{ files: [expect.any(File)], knowledge, words, told: {} }]);
  thread.say({ kind: 'progress', progress });
  thread.say({ kind: 'answer', trunk: { kind: 'report', report: troubled, declined: [], json } });
  expect(await result).toEqual({ kind: 'report', report: troubled, declined: [], json });
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
  expect(await runJob([], { knowledge, words: {}, start, signal: AbortSignal.abort(), onProgress: () => undefined })).toEqual({
    kind: 'cancelled',
  });
});

test('rows that were sent ahead are back in their lists', async () => {
  const { thread, result } = job();
  const { byHour } = troubled;
  thread.say({ kind: 'slice', slice: { path: ['report', 'byHour'], rows: byHour.slice(0, 20) } });
  thread.say({ kind: 'slice', slice: { path: ['report', 'byHour'], rows: byHour.slice(20) } });
  thread.say({ kind: 'answer', trunk: { kind: 'report', report: { ...troubled, byHour: [] }, declined: [], json } });
  expect(byHour.length).toBeGreaterThan(20);
  expect(await result).toEqual({ kind: 'report', report: troubled, declined: [], json });
});

describe('a thread that falls silent', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const seconds = (count: number): void => {
    vi.advanceTimersByTime(1000 * count);
  };

  test('is ended, and that is told in a sentence', async () => {
    const { thread, result } = job();
    seconds(SILENT_TICKS - 1);
    expect(thread.ended).toBe(0);
    seconds(1);
    expect(thread.ended).toBe(1);
    expect(await result).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('Nothing was heard from the analyzer for 30 seconds') as string,
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test.for(['alive', 'progress', 'slice'] as const)('is not one that says "%s" in time, for hours', async (kind) => {
    const { thread, result } = job();
    const word: Response = {
      alive: { kind: 'alive' },
      progress: { kind: 'progress', progress },
      slice: { kind: 'slice', slice: { path: ['declined'], rows: [] } },
    }[kind] as Response;
    for (let i = 0; i < 300; i += 1) {
      seconds(SILENT_TICKS - 1);
      thread.say(word);
    }
    expect(thread.ended).toBe(0);
    thread.say({ kind: 'answer', trunk: { kind: 'declined', declined: [] } });
    expect(await result).toEqual({ kind: 'declined', declined: [] });
  });

  test('is not one whose page slept or was slowed down: late ticks count once each', () => {
    const { thread } = job();
    seconds(SILENT_TICKS - 5);
    // A lid that was closed for a night moves the clock but not the timers.
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    seconds(4);
    expect(thread.ended).toBe(0);
    thread.say({ kind: 'alive' });
    seconds(SILENT_TICKS - 1);
    expect(thread.ended).toBe(0);
  });

  test.for(['answer', 'abort', 'error'] as const)('is not looked for after the %s', (how) => {
    const { thread, stop } = job();
    if (how === 'answer') thread.say({ kind: 'answer', trunk: { kind: 'declined', declined: [] } });
    if (how === 'abort') stop.abort();
    if (how === 'error') thread.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
    expect([thread.ended, vi.getTimerCount()]).toEqual([1, 0]);
  });

  test('has missed many words: a living one speaks several times within the limit', () => {
    expect((SILENT_TICKS * 1000) / ALIVE_EVERY_MS).toBeGreaterThanOrEqual(10);
  });
});
