import { expect, test, vi } from 'vitest';
import { fill, STEP } from '../../../src/offline/fill.ts';

const root = new URL('https://site.example/sub/');
const files = Object.fromEntries(Array.from({ length: 2 * STEP + 1 }, (_, n) => [`${String(n)}/`, `sum ${String(n)}`]));
const addresses = Object.keys(files).map((path) => root.href + path);

/** A cache of the browser with what is used of it, and a filling of it. */
function filling(there: readonly string[] = []) {
  const kept = new Map(there.map((address) => [address, new Response('there')]));
  const how = {
    root,
    files,
    cache: {
      keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }) as Request)),
      put: (address: RequestInfo | URL, response: Response) => {
        kept.set(address as string, response);
        return Promise.resolve();
      },
    },
    take: vi.fn((address: string, sum: string) => Promise.resolve(new Response(`${address} ${sum}`))),
    mayGoOn: vi.fn(() => Promise.resolve(true)),
    rest: vi.fn(() => Promise.resolve()),
  };
  return { kept, how };
}

test('every file is put under its address, eight at once, with a rest after each step', async () => {
  const { kept, how } = filling();
  expect(STEP).toBe(8);
  expect(await fill(how)).toBe(true);
  expect([...kept.keys()]).toEqual(addresses);
  expect(await kept.get(`${root.href}3/`)?.text()).toBe(`${root.href}3/ sum 3`);
  expect(how.mayGoOn).toHaveBeenCalledTimes(3);
  expect(how.rest).toHaveBeenCalledTimes(3);
});

test('what is there is not taken again', async () => {
  const { how } = filling(addresses.slice(0, STEP + 3));
  expect(await fill(how)).toBe(true);
  expect(how.take.mock.calls.map(([address]) => address)).toEqual(addresses.slice(STEP + 3));
  const { how: whole } = filling(addresses);
  expect(await fill(whole)).toBe(true);
  expect(whole.take).not.toHaveBeenCalled();
});

test('told to stop it stops before the next step, and says so', async () => {
  const { kept, how } = filling();
  how.mayGoOn.mockResolvedValueOnce(true).mockResolvedValueOnce(false);
  expect(await fill(how)).toBe(false);
  expect([...kept.keys()]).toEqual(addresses.slice(0, STEP));
  const { kept: none, how: atOnce } = filling();
  atOnce.mayGoOn.mockResolvedValue(false);
  expect(await fill(atOnce)).toBe(false);
  expect(none.size).toBe(0);
});

test('a file that cannot be had ends it; the files of the steps before stay for the next time', async () => {
  const { kept, how } = filling();
  how.take.mockImplementation((address) =>
    address === addresses[STEP] ? Promise.reject(new Error('gone')) : Promise.resolve(new Response('')),
  );
  await expect(fill(how)).rejects.toThrow('gone');
  expect([...kept.keys()].slice(0, STEP)).toEqual(addresses.slice(0, STEP));
  expect(kept.has(addresses[STEP] ?? '')).toBe(false);
  expect(kept.has(addresses[2 * STEP] ?? '')).toBe(false);
});

test('the rest is told how long the step took', async () => {
  const { how } = filling(addresses.slice(1));
  how.take.mockImplementation(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          resolve(new Response(''));
        }, 30);
      }),
  );
  await fill(how);
  const [[worked]] = how.rest.mock.calls as unknown as readonly [readonly [number]];
  expect(worked).toBeGreaterThan(25);
});
