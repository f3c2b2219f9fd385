import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Knowledge } from '../../../src/catalog/knowledge.ts';
import { runJob } from '../../../src/worker/client.ts';
import type { Thread } from '../../../src/worker/connection.ts';
import type { Answers } from '../../../src/worker/requests/index.ts';
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
const answered = { kind: 'report', report: troubled, declined: [], json, asking: 'kept' } as const;
const progress = { source: 'x', rows: 1, bytes: 1, pass: 1, totals: troubled.totals } as const;

function job({ keeps = false }: { readonly keeps?: boolean } = {}) {
  const thread = new FakeThread();
  const stop = new AbortController();
  const rows: number[] = [];
  const start = (): Thread => thread;
  const result = runJob([new File(['x'], 'x.csv')], {
    knowledge,
    words,
    keeps,
    start,
    signal: stop.signal,
    onProgress: (told) => rows.push(told.rows),
  });
  return { thread, stop, rows, result };
}

test('an answer ends the thread', async () => {
  const { thread, rows, result } = job();
  expect(thread.received).toEqual([{ kind: 'read', id: 1, files: [expect.any(File)], knowledge, words, told: {}, keeps: false }]);
  thread.say({ kind: 'progress', id: 1, progress });
  thread.say({ kind: 'answer', id: 1, trunk: answered });
  expect(await result).toEqual(answered);
  expect([rows, thread.ended]).toEqual([[1], 1]);
});

test('an abort ends the thread at once and nothing is told afterwards', async () => {
  const { thread, stop, rows, result } = job();
  stop.abort();
  thread.say({ kind: 'progress', id: 1, progress });
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
  thread.say({ kind: 'failed', id: 1, reason: 'x is not a function' });
  expect(await result).toEqual({ kind: 'failed', reason: 'This stopped because of an error in the analyzer: x is not a function' });
  expect(thread.ended).toBe(1);
});

describe('a log in hand', () => {
  const waits = new AbortController().signal;

  /** A log that was read, its thread waiting for questions. */
  async function inHand() {
    const { thread, result, stop } = job({ keeps: true });
    thread.say({ kind: 'answer', id: 1, trunk: answered });
    const read = await result;
    if (read.kind !== 'report' || read.log === undefined) return expect.fail('there is no log in hand');
    return { thread, log: read.log, stop, figures: { totals: troubled.totals } as Answers['figures'] };
  }
  const filter = { codes: ['30007'] };

  test('keeps its thread, and each question its answer, whichever comes first', async () => {
    const { thread, log, stop, figures } = await inHand();
    // The reading is over: giving it up ends nothing.
    stop.abort();
    const [quick, whole] = [log.ask({ kind: 'figures', filter }, waits), log.ask({ kind: 'report', filter }, waits)];
    expect(thread.received.slice(1)).toEqual([
      { kind: 'ask', id: 2, ask: { kind: 'figures', filter } },
      { kind: 'ask', id: 3, ask: { kind: 'report', filter } },
    ]);
    thread.say({ kind: 'answer', id: 3, trunk: { report: troubled, withoutSids: 0 } });
    thread.say({ kind: 'answer', id: 2, trunk: figures });
    expect([await quick, await whole]).toEqual([
      { kind: 'answer', value: figures },
      { kind: 'answer', value: { report: troubled, withoutSids: 0 } },
    ]);
    expect(thread.ended).toBe(0);
  });

  test('drops a question for a newer one of its kind, and no other', async () => {
    const { thread, log, figures } = await inHand();
    const older = log.ask({ kind: 'figures', filter }, waits);
    const whole = log.ask({ kind: 'report', filter }, waits);
    const newer = log.ask({ kind: 'figures', filter: {} }, waits);
    expect(await older).toEqual({ kind: 'cancelled' });
    expect(thread.received.slice(3)).toEqual([
      { kind: 'drop', id: 2 },
      { kind: 'ask', id: 4, ask: { kind: 'figures', filter: {} } },
    ]);
    thread.say({ kind: 'answer', id: 2, trunk: { ...figures, byHour: troubled.byHour } });
    thread.say({ kind: 'answer', id: 4, trunk: figures });
    thread.say({ kind: 'answer', id: 3, trunk: { withoutSids: 1 } });
    expect([await newer, await whole]).toEqual([
      { kind: 'answer', value: figures },
      { kind: 'answer', value: { withoutSids: 1 } },
    ]);
  });

  test('drops a question that is given up, and is not asked one that already is', async () => {
    const { thread, log } = await inHand();
    const stop = new AbortController();
    const given = log.ask({ kind: 'report', filter }, stop.signal);
    stop.abort();
    expect(await given).toEqual({ kind: 'cancelled' });
    expect(await log.ask({ kind: 'report', filter }, stop.signal)).toEqual({ kind: 'cancelled' });
    expect(thread.received.slice(2)).toEqual([{ kind: 'drop', id: 2 }]);
  });

  test('says how far its files were read again', async () => {
    const { thread, log } = await inHand();
    const told: number[] = [];
    const whole = log.ask({ kind: 'report', filter }, waits, (fraction) => told.push(fraction));
    thread.say({ kind: 'again', id: 2, fraction: 0.5 });
    thread.say({ kind: 'answer', id: 2, trunk: { withoutSids: 0 } });
    await whole;
    expect(told).toEqual([0.5]);
  });

  test('lives on when a question fails', async () => {
    const { thread, log, figures } = await inHand();
    const bad = log.ask({ kind: 'report', filter }, waits);
    thread.say({ kind: 'failed', id: 2, reason: '' });
    expect(await bad).toEqual({ kind: 'failed', reason: 'This stopped because of an error in the analyzer' });
    const good = log.ask({ kind: 'figures', filter }, waits);
    thread.say({ kind: 'answer', id: 3, trunk: figures });
    expect([(await good).kind, thread.ended]).toEqual(['answer', 0]);
  });

  test('tells a crash to whoever waits and whoever asks later', async () => {
    const { thread, log } = await inHand();
    const open = log.ask({ kind: 'report', filter }, waits);
    thread.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    const crash = { kind: 'failed', reason: 'Reading stopped because of an error in the analyzer: out of memory' };
    expect([await open, await log.ask({ kind: 'figures', filter }, waits), thread.ended]).toEqual([crash, crash, 1]);
  });

  test('is closed once; whoever waits is let go', async () => {
    const { thread, log } = await inHand();
    const open = log.ask({ kind: 'report', filter }, waits);
    log.close();
    log.close();
    expect([await open, await log.ask({ kind: 'report', filter }, waits), thread.ended]).toEqual([
      { kind: 'cancelled' },
      { kind: 'cancelled' },
      1,
    ]);
  });

  test('is none where the report has no messages to ask for', async () => {
    const { thread, result } = job({ keeps: true });
    thread.say({ kind: 'answer', id: 1, trunk: { ...answered, asking: 'none' } });
    expect([await result, thread.ended]).toEqual([{ ...answered, asking: 'none' }, 1]);
  });
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
  thread.say({ kind: 'slice', id: 1, slice: { path: ['report', 'byHour'], rows: byHour.slice(0, 20) } });
  thread.say({ kind: 'slice', id: 1, slice: { path: ['report', 'byHour'], rows: byHour.slice(20) } });
  thread.say({ kind: 'answer', id: 1, trunk: { ...answered, report: { ...troubled, byHour: [] } } });
  expect(byHour.length).toBeGreaterThan(20);
  expect(await result).toEqual(answered);
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
      progress: { kind: 'progress', id: 1, progress },
      slice: { kind: 'slice', id: 1, slice: { path: ['declined'], rows: [] } },
    }[kind] as Response;
    for (let i = 0; i < 300; i += 1) {
      seconds(SILENT_TICKS - 1);
      thread.say(word);
    }
    expect(thread.ended).toBe(0);
    thread.say({ kind: 'answer', id: 1, trunk: { kind: 'declined', declined: [] } });
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

  test.for(['answer', 'abort', 'error'] as const)('is not looked for after the %s', async (how) => {
    const { thread, stop, result } = job();
    if (how === 'answer') thread.say({ kind: 'answer', id: 1, trunk: { kind: 'declined', declined: [] } });
    if (how === 'abort') stop.abort();
    if (how === 'error') thread.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
    await result;
    expect([thread.ended, vi.getTimerCount()]).toEqual([1, 0]);
  });

  test('has missed many words: a living one speaks several times within the limit', () => {
    expect((SILENT_TICKS * 1000) / ALIVE_EVERY_MS).toBeGreaterThanOrEqual(10);
  });
});
