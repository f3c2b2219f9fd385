import { expect, test } from 'vitest';
import { cacheNames } from '../../../src/offline/versions.ts';

const names = (path: string, id: string, headers = 'h') => cacheNames(new URL(`https://site.example${path}`), { id, headers });
const own = names('/', '2').own;
const older = names('/', '1').own;
const newer = names('/', '3').own;
const otherHeaders = names('/', '1', 'g').own;
const otherSite = names('/sub/', '1').own;
const all = [otherSite, older, 'someone else', otherHeaders, own, newer];

test('each site, version and set of headers has a cache of its own', () => {
  expect(own).toBe('undelivered:site:/:h:2');
  expect(new Set([own, older, newer, otherHeaders, otherSite]).size).toBe(5);
});

test('other versions are those of this site alone', () => {
  expect(names('/', '2').others(all)).toEqual([older, otherHeaders, newer]);
  expect(names('/sub/', '2').others(all)).toEqual([otherSite]);
});

test('files are taken over from versions with the same headers only', () => {
  expect(names('/', '2').alike(all)).toEqual([older, newer]);
});

test('earlier ones are those made before; none where the own one is not there', () => {
  expect(names('/', '2').earlier(all)).toEqual([older, otherHeaders]);
  expect(names('/', '2').earlier([older])).toEqual([]);
});
