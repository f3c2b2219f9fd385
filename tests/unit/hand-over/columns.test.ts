import { beforeEach, expect, test, vi } from 'vitest';
import { forgetColumns, keepColumns, saidColumns } from '../../../src/hand-over/columns.ts';
import { places } from '../../../src/hand-over/places.ts';

const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, text: string) => store.set(key, text),
    removeItem: (key: string) => store.delete(key),
  });
});

const said = (key: string) => ({ key, columns: { status: `State ${key}` } });

test('what was said of a table comes back, the latest first, and one table once', () => {
  keepColumns(said('a'));
  keepColumns(said('b'));
  keepColumns(said('a'));
  expect(saidColumns()).toEqual([said('a'), said('b')]);
});

test('twenty tables are remembered', () => {
  for (let n = 0; n < 25; n += 1) keepColumns(said(String(n)));
  expect(saidColumns().map(({ key }) => key)).toEqual(Array.from({ length: 20 }, (_, n) => String(24 - n)));
});

test('one table is forgotten, then the last, and nothing is left', () => {
  keepColumns(said('a'));
  keepColumns(said('b'));
  forgetColumns('a');
  expect(saidColumns()).toEqual([said('b')]);
  forgetColumns('b');
  expect(store.size).toBe(0);
  keepColumns(said('a'));
  forgetColumns();
  expect(store.size).toBe(0);
});

test.for(['', 'x', '{}', '[1,null]', '[{"key":1}]', '[{"key":"a","columns":{"status":1}}]', '[{"key":"a","columns":null}]'])(
  'of %j that lies there nothing is taken',
  (text) => {
    store.set(places.columns.key, text);
    expect(saidColumns()).toEqual([]);
  },
);
