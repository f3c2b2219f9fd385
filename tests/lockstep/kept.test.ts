import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kept } from '../../src/hand-over/kept.ts';

const source = new URL('../../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|tsx|astro)$/.test(file) && !file.startsWith('hand-over/'));

test('only src/hand-over writes into the browser, so that its table is the whole of it', () => {
  expect(files.length).toBeGreaterThan(100);
  const writing = files.filter((file) =>
    /\b(?:localStorage|sessionStorage|indexedDB|caches)\.|document\.cookie|cookieStore/.test(readFileSync(new URL(file, source), 'utf8')),
  );
  // The service worker keeps the files of its list, in caches that the table names; tests/e2e/offline.spec.ts looks into them.
  expect(writing).toEqual(['offline/leave.ts', 'offline/worker.ts']);
  for (const file of writing)
    expect(readFileSync(new URL(file, source), 'utf8')).not.toMatch(
      /\b(?:localStorage|sessionStorage|indexedDB)\.|document\.cookie|cookieStore/,
    );
});

test('each thing has a place of its own in the store', () => {
  const keys = Object.values(kept).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.every((key) => key.startsWith('undelivered'))).toBe(true);
});
