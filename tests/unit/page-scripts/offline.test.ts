import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepSite } from '../../../src/page-scripts/offline.ts';

/** A browser whose service workers end when the test says so. */
class Worker extends EventTarget {
  state = 'installing';
  end(): void {
    this.state = 'redundant';
    this.dispatchEvent(new Event('statechange'));
  }
}
let workers: Worker[];
let isLogHeld: boolean;
const addresses: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  addresses.length = 0;
  isLogHeld = false;
  vi.stubGlobal('navigator', {
    serviceWorker: {
      register: (address: string) => {
        addresses.push(address);
        const worker = new Worker();
        workers.push(worker);
        return Promise.resolve({ installing: worker, active: null });
      },
      getRegistration: () => Promise.resolve(undefined),
    },
    locks: { query: () => Promise.resolve({ held: isLogHeld ? [{ name: 'undelivered:log' }] : [] }) },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const endAfter = async (milliseconds: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(milliseconds);
  workers.at(-1)?.end();
  await vi.advanceTimersByTimeAsync(0);
};

test('a worker that the browser ends while it keeps files is registered again, as often as it takes', async () => {
  await keepSite();
  await endAfter(30_001);
  await endAfter(60_000);
  expect(addresses).toEqual(['/sw.js', '/sw.js', '/sw.js']);
});

test('one that ends by itself soon is not, nor is any while a log is in hand', async () => {
  await keepSite();
  await endAfter(30_000);
  expect(workers).toHaveLength(1);
  await keepSite();
  isLogHeld = true;
  await endAfter(60_000);
  expect(workers).toHaveLength(2);
});

test('one that got ready is left alone', async () => {
  await keepSite();
  await vi.advanceTimersByTimeAsync(60_000);
  const [worker] = workers;
  if (worker !== undefined) {
    worker.state = 'activated';
    worker.dispatchEvent(new Event('statechange'));
  }
  await vi.advanceTimersByTimeAsync(0);
  expect(workers).toHaveLength(1);
});
