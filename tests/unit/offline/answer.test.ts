import { expect, test } from 'vitest';
import { answerTo } from '../../../src/offline/answer.ts';

const files = {
  '': 'a',
  'errors/30007/': 'b',
  'errors/30007.json': 'c',
  '_astro/box.abc.js': 'd',
  'pagefind/pagefind-entry.json': 'e',
  '404.html': 'f',
};
const root = new URL('https://site.example/sub/path/');
const asked = (address: string, how: { readonly method?: string; readonly mode?: RequestMode } = {}) =>
  answerTo({ method: 'GET', mode: 'navigate', url: new URL(address, root).href, ...how }, root, files);

test('a listed file is answered, whatever stands behind the "?" and whether it is a page or loaded by one', () => {
  expect(asked('')).toEqual({ kind: 'file', path: '' });
  expect(asked('?q=x')).toEqual({ kind: 'file', path: '' });
  expect(asked('errors/30007/?status=undelivered')).toEqual({ kind: 'file', path: 'errors/30007/' });
  expect(asked('errors/30007.json')).toEqual({ kind: 'file', path: 'errors/30007.json' });
  expect(asked('pagefind/pagefind-entry.json?ts=1', { mode: 'cors' })).toEqual({ kind: 'file', path: 'pagefind/pagefind-entry.json' });
});

test('an address of a page without its slash, or with the name of its file, leads to the tidy one and keeps what stands behind the "?"', () => {
  expect(asked('errors/30007?status=undelivered')).toEqual({ kind: 'redirect', to: '/sub/path/errors/30007/?status=undelivered' });
  expect(asked('errors/30007/index.html')).toEqual({ kind: 'redirect', to: '/sub/path/errors/30007/' });
  expect(asked('index.html?a=b')).toEqual({ kind: 'redirect', to: '/sub/path/?a=b' });
  expect(asked('errors/30007', { mode: 'cors' })).toBeUndefined();
});

test('a page that is not listed is asked of the site; a file that no page is, is left to the browser', () => {
  expect(asked('errors/1/')).toEqual({ kind: 'unknown page' });
  expect(asked('errors/1/index.html')).toEqual({ kind: 'unknown page' });
  expect(asked('errors/30007.png', { mode: 'no-cors' })).toBeUndefined();
  expect(asked('toString', { mode: 'cors' })).toBeUndefined();
  expect(asked('constructor')).toEqual({ kind: 'unknown page' });
});

test('files named by what is in them may be of another version', () => {
  expect(asked('_astro/box.old.js', { mode: 'cors' })).toEqual({ kind: 'other version' });
  expect(asked('pagefind/fragment/en_1.pf_fragment', { mode: 'cors' })).toEqual({ kind: 'other version' });
  expect(asked('x/_astro/box.old.js', { mode: 'cors' })).toBeUndefined();
});

test('other methods, other hosts and other places of the host are left alone', () => {
  expect(asked('', { method: 'POST' })).toBeUndefined();
  expect(asked('', { method: 'HEAD' })).toBeUndefined();
  expect(asked('https://other.example/sub/path/')).toBeUndefined();
  expect(asked('http://site.example/sub/path/')).toBeUndefined();
  expect(asked('https://site.example:8443/sub/path/')).toBeUndefined();
  expect(asked('https://site.example/sub/other/')).toBeUndefined();
  expect(asked('https://site.example/sub/path')).toBeUndefined();
});
