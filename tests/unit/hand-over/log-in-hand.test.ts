import { afterEach, expect, test, vi } from 'vitest';
import { holdLog, isLogInHand } from '../../../src/hand-over/log-in-hand.ts';

/** Locks of a browser with what is used of them. */
function stubLocks(): void {
  const held: string[] = [];
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string, { mode }: { readonly mode: string }, act: () => Promise<void>) => {
        if (mode !== 'shared' && held.includes(name)) throw new Error('two tabs may have a log each');
        held.push(name);
        await act();
        held.splice(held.indexOf(name), 1);
      },
      query: () => Promise.resolve({ held: held.map((name) => ({ name })) }),
    },
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a log is in hand from the first that holds one to the last that lets it go', async () => {
  stubLocks();
  expect(await isLogInHand()).toBe(false);
  const first = holdLog();
  const second = holdLog();
  expect(await isLogInHand()).toBe(true);
  first();
  await Promise.resolve();
  expect(await isLogInHand()).toBe(true);
  second();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(await isLogInHand()).toBe(false);
});

test('other locks are no log', async () => {
  vi.stubGlobal('navigator', { locks: { query: () => Promise.resolve({ held: [{ name: 'undelivered' }] }) } });
  expect(await isLogInHand()).toBe(false);
});

test('without locks nothing is held and nothing is in hand', async () => {
  vi.stubGlobal('navigator', {});
  holdLog()();
  expect(await isLogInHand()).toBe(false);
});
