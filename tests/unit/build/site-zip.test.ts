import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { siteZip, ZIP } from '../../../src/build/site-zip.ts';

const site = mkdtempSync(join(tmpdir(), 'undelivered-zip-'));
afterAll(() => {
  rmSync(site, { recursive: true });
});
mkdirSync(join(site, 'errors'));
writeFileSync(join(site, 'index.html'), 'home');
writeFileSync(join(site, 'errors/30007.png'), 'picture');
writeFileSync(join(site, '_headers'), 'headers');
writeFileSync(join(site, ZIP), 'the zip of the last build');

const textsIn = (zip: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]));

test('every file of the site is in it, itself left out', () => {
  expect(textsIn(siteZip(site, '/'))).toEqual({ 'index.html': 'home', 'errors/30007.png': 'picture', _headers: 'headers' });
});

test('below a sub-path the files lie in its folders, with or without slashes around it', () => {
  for (const base of ['/sub/path/', '/sub/path', 'sub/path'])
    expect(Object.keys(textsIn(siteZip(site, base))).toSorted()).toEqual([
      'sub/path/_headers',
      'sub/path/errors/30007.png',
      'sub/path/index.html',
    ]);
});

test('the same files make the same bytes, whenever they were written and wherever', () => {
  const before = Buffer.from(siteZip(site, '/'));
  utimesSync(join(site, 'index.html'), new Date(0), new Date(2_000_000_000_000));
  expect(Buffer.from(siteZip(site, '/')).equals(before)).toBe(true);
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  expect(Buffer.from(siteZip(site, '/')).equals(before)).toBe(true);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  writeFileSync(join(site, 'index.html'), 'home!');
  expect(Buffer.from(siteZip(site, '/')).equals(before)).toBe(false);
});
