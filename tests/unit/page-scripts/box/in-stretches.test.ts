import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inStretches } from '../../../../src/page-scripts/box/in-stretches.ts';
import type { Stretches } from '../../../../src/pasted/stretches.ts';

/** Work of so many stretches, each as long as told by a clock that stands still otherwise. */
function* work(stretches: number, milliseconds: number, done: number[]): Stretches<string> {
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    clock += milliseconds;
    done.push(stretch);
    yield;
  }
  return 'all';
}

let clock = 0;
beforeEach(() => {
  clock = 0;
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Ends one rest, and lets what waits for it go on to the next. */
const nextTurn = async (): Promise<void> => {
  vi.advanceTimersToNextTimer();
  await Promise.resolve();
};

test('what asks for it ends first; then short stretches follow each other without a rest', async () => {
  const done: number[] = [];
  const result = inStretches(work(3, 1, done));
  expect(done).toEqual([]);
  await nextTurn();
  expect(done).toEqual([0, 1, 2]);
  expect(vi.getTimerCount()).toBe(0);
  expect(await result).toBe('all');
});

test('after 4 milliseconds the page gets its turn', async () => {
  const done: number[] = [];
  const result = inStretches(work(4, 2, done));
  await nextTurn();
  expect(done).toEqual([0, 1]);
  await vi.runAllTimersAsync();
  expect(done).toEqual([0, 1, 2, 3]);
  expect(await result).toBe('all');
});

test('work that nobody wants any more ends at the next rest', async () => {
  const done: number[] = [];
  const result = inStretches(work(9, 5, done), () => done.length < 3);
  await vi.runAllTimersAsync();
  expect(await result).toBeUndefined();
  expect(done).toEqual([0, 1, 2]);
});
