import { expect, test, vi } from 'vitest';
import { atOnce, gathered, inTasks, oneTask, PIECE_ROWS, pieces } from '../../../../src/islands/kit/in-slices.ts';
import type { Slices } from '../../../../src/islands/kit/in-slices.ts';

function* counting(to: number): Slices<number> {
  let sum = 0;
  for (let i = 1; i <= to; i += 1) {
    sum += i;
    yield 1;
  }
  return sum;
}

test('work gives the same at one go and in tasks', async () => {
  expect([atOnce(counting(100)), await inTasks(counting(100))]).toEqual([5050, 5050]);
});

test('a task ends when its time is up, and the work goes on in the next', () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const work = (function* (): Slices<string> {
    for (let i = 0; i < 5; i += 1) {
      now += 4;
      yield 1;
    }
    return 'done';
  })();
  expect([oneTask(work), oneTask(work)]).toEqual([undefined, { result: 'done' }]);
  vi.restoreAllMocks();
});

test('other tasks run between the tasks of long work', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
  let others = 0;
  const timer = setInterval(() => (others += 1));
  await inTasks(counting(2000));
  clearInterval(timer);
  vi.restoreAllMocks();
  expect(others).toBeGreaterThan(0);
});

test('aborted work stops and gives nothing', async () => {
  const stop = new AbortController();
  const work = counting(1e9);
  const result = inTasks(work, stop.signal);
  stop.abort();
  expect(await result).toBeUndefined();
});

test('pieces cover a length without gap or overlap', () => {
  const length = 3 * PIECE_ROWS + 7;
  const found = [...pieces(length)];
  expect(found).toHaveLength(4);
  expect(found.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(Array.from({ length }, (_, i) => i));
  expect([...pieces(0)]).toEqual([]);
});

test('what is made in pieces is gathered in order', async () => {
  expect(await gathered(['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
});
