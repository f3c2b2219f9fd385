import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { SUM_PLACES, takeFromEarlier, takeFromSite } from '../../../src/offline/take.ts';

const sumOf = (text: string): string => createHash('sha256').update(text).digest('base64').slice(0, SUM_PLACES);
const address = 'https://site.example/a/';
const cacheWith = (text?: string) => ({
  match: (asked: RequestInfo | URL) => Promise.resolve(asked === address && text !== undefined ? new Response(text) : undefined),
});

const answered = (response: Response) => {
  const asked = vi.fn<typeof fetch>(() => Promise.resolve(response));
  vi.stubGlobal('fetch', asked);
  return asked;
};
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a file of an earlier version is taken where its sum is the same, whole', async () => {
  const earlier = [cacheWith(), cacheWith('old'), cacheWith('same'), cacheWith('same too')];
  expect(await (await takeFromEarlier(earlier, address, sumOf('same')))?.text()).toBe('same');
  expect(await takeFromEarlier(earlier, address, sumOf('new'))).toBeUndefined();
  expect(await takeFromEarlier([], address, sumOf('new'))).toBeUndefined();
});

test('a file is asked of this host only, past what the browser kept, and behind what a page asks for', async () => {
  const asked = answered(new Response('new'));
  expect(await (await takeFromSite(address, sumOf('new'))).text()).toBe('new');
  expect(asked.mock.calls).toEqual([[address, { mode: 'same-origin', cache: 'no-cache', priority: 'low' }]]);
});

test('a file with another sum is not kept', async () => {
  answered(new Response('newer'));
  await expect(takeFromSite(address, sumOf('new'))).rejects.toThrow(`${address} is not the file of this version.`);
});

test('headers stay but for those of the way, and so does the page for wrong addresses, whatever its status', async () => {
  const headers = {
    'content-type': 'text/html',
    'content-security-policy': "frame-ancestors 'none'",
    'content-encoding': 'br',
    'content-length': '4711',
    vary: '*',
  };
  answered(new Response('404', { status: 404, headers }));
  const kept = await takeFromSite(address, sumOf('404'));
  expect([...kept.headers]).toEqual([
    ['content-security-policy', "frame-ancestors 'none'"],
    ['content-type', 'text/html'],
  ]);
  expect(kept.status).toBe(200);
});
