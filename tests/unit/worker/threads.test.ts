import { expect, test } from 'vitest';
import type { Knowledge } from '../../../src/catalog/knowledge.ts';
import { Threads } from '../../../src/worker/threads.ts';
import { FakeThread } from './fake-thread.ts';

const LITTLE = 1_000;

/** Threads that are watched, in the order they were started. */
function threads() {
  const started: FakeThread[] = [];
  const all = new Threads(
    () => {
      const thread = new FakeThread();
      started.push(thread);
      return thread;
    },
    { knowledge: {} as Knowledge, words: {} },
  );
  const heard = (): readonly (readonly string[])[] =>
    started.map(({ received }) => received.map((message) => (message as { readonly kind: string }).kind));
  return { all, started, heard };
}

test('one thread is started ahead, however often it is asked for, and taken by the next log', () => {
  const { all, heard } = threads();
  all.prepare();
  all.prepare();
  expect(heard()).toEqual([['ready', 'warm-up']]);
  const first = all.take();
  expect(heard()).toHaveLength(1);
  const second = all.take();
  expect(heard()).toEqual([['ready', 'warm-up'], ['ready']]);
  first.close();
  second.close();
});

test('one that is given back waits for the next log and forgets its own, in place of one that only ran in', () => {
  const { all, started, heard } = threads();
  const first = all.take();
  all.prepare();
  all.giveBack(first, LITTLE);
  all.giveBack(first, LITTLE);
  expect(heard()).toEqual([
    ['ready', 'forget'],
    ['ready', 'warm-up'],
  ]);
  expect(started.map(({ ended }) => ended)).toEqual([0, 1]);
  expect(all.take()).toBe(first);
  first.close();
});

test('one that read much, one that is still waited for and one that ended are not used again', async () => {
  const { all, started } = threads();
  const [much, busy, gone] = [all.take(), all.take(), all.take()];
  const answer = busy.request((id) => ({ kind: 'drop', id }), new AbortController().signal);
  started[2]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  all.giveBack(much, 65_000_000);
  all.giveBack(busy, LITTLE);
  all.giveBack(gone, LITTLE);
  expect(await answer).toEqual({ kind: 'cancelled' });
  expect(started.map(({ ended }) => ended)).toEqual([1, 1, 1]);
  const next = all.take();
  expect(started).toHaveLength(4);
  next.close();
});

test('one that ended while it waited is not taken', () => {
  const { all, started } = threads();
  all.prepare();
  started[0]?.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
  all.take().close();
  all.prepare();
  expect(started.map(({ ended }) => ended)).toEqual([1, 1, 0]);
  all.take().close();
});
