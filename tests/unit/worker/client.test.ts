import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Knowledge } from '../../../src/catalog/knowledge.ts';
import { runJob } from '../../../src/worker/client.ts';
import type { Answers } from '../../../src/worker/requests/index.ts';
import type { Response } from '../../../src/worker/protocol.ts';
import { Threads } from '../../../src/worker/threads.ts';
import { ALIVE_EVERY_MS, SILENT_TICKS } from '../../../src/worker/watchdog.ts';
import { troubled } from '../islands/report-fixture.ts';
import { FakeThread } from './fake-thread.ts';

const knowledge = {} as Knowledge;
const words = { landline: { settle: 'Ask.', confusedWith: [] } };
const json = new Blob(['{}']);
const answered = { kind: 'report', report: troubled, declined: [], json, asking: 'kept' } as const;
const progress = { source: 'x', rows: 1, bytes: 1, pass: 1, totals: troubled.totals } as const;

function job({ keeps = false }: { readonly keeps?: boolean } = {}) {
  const thread = new FakeThread();
  const stop = new AbortController();
  const rows: number[] = [];
  const threads = new Threads(() => thread, { knowledge, words });
  const result = runJob([new File(['x'], 'x.csv')], {
    threads,
    keeps,
    signal: stop.signal,
    onProgress: (told) => rows.push(told.rows),
  });
  return { thread, stop, rows, result };
}

/** What a thread hears before anything else, and once its log is not asked any more. */
const ready = { kind: 'ready', knowledge, words };
const forget = { kind: 'forget' };

test('after an answer the thread forgets the log and waits for another', async () => {
  const { thread, rows, result } = job();
  const read = { kind: 'read', id: 1, files: [expect.any(File)], told: {}, keeps: false };
  expect(thread.received).toEqual([ready, read]);
  thread.say({ kind: 'progress', id: 1, progress });
  thread.say({ kind: 'answer', id: 1, trunk: answered });
  expect(await result).toEqual(answered);
  expect([rows, thread.ended]).toEqual([[1], 0]);
  expect(thread.received).toEqual([ready, read, forget]);
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
    expect(thread.received.slice(2)).toEqual([
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
    expect(thread.received.slice(4)).toEqual([
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
    expect(thread.received.slice(3)).toEqual([{ kind: 'drop', id: 2 }]);
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
      0,
    ]);
    expect(thread.received.slice(3)).toEqual([{ kind: 'drop', id: 2 }, forget]);
  });

  test('is none where the report has no messages to ask for', async () => {
    const { thread, result } = job({ keeps: true });
    thread.say({ kind: 'answer', id: 1, trunk: { ...answered, asking: 'none' } });
    expect([await result, thread.received.at(-1)]).toEqual([{ ...answered, asking: 'none' }, forget]);
  });
});

test('a job that is aborted before it begins starts no thread', async () => {
  const threads = new Threads(
    () => {
      throw new Error('started');
    },
    { knowledge, words },
  );
  expect(await runJob([], { threads, signal: AbortSignal.abort(), onProgress: () => undefined })).toEqual({
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

  test.for(['abort', 'error'] as const)('is not looked for after the %s', async (how) => {
    const { thread, stop, result } = job();
    if (how === 'abort') stop.abort();
    if (how === 'error') thread.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
    await result;
    expect([thread.ended, vi.getTimerCount()]).toEqual([1, 0]);
  });

  test('is ended while it waits for another log, too', async () => {
    const { thread, result } = job();
    thread.say({ kind: 'answer', id: 1, trunk: { kind: 'declined', declined: [] } });
    await result;
    seconds(SILENT_TICKS - 1);
    thread.say({ kind: 'alive' });
    seconds(SILENT_TICKS - 1);
    expect(thread.ended).toBe(0);
    seconds(1);
    expect([thread.ended, vi.getTimerCount()]).toEqual([1, 0]);
  });

  test('has missed many words: a living one speaks several times within the limit', () => {
    expect((SILENT_TICKS * 1000) / ALIVE_EVERY_MS).toBeGreaterThanOrEqual(10);
  });
});
