import { expect, test } from 'vitest';
import { parseHeaders } from '../../../src/cli/headers.ts';

const rules = parseHeaders(`# comment
/*
  X-One: 1
/analyze/
  X-Two: a:b
`);
const headersFor = (path: string): readonly string[] =>
  rules.filter(({ matches }) => matches(path)).map(({ name, value }) => `${name}=${value}`);

test('a star matches every path and a plain path only itself', () => {
  expect(headersFor('/errors/30007/')).toEqual(['X-One=1']);
  expect(headersFor('/analyze/')).toEqual(['X-One=1', 'X-Two=a:b']);
});

test('characters that mean something in a pattern are plain text', () => {
  expect(parseHeaders('/a.b\n  X: y').map(({ matches }) => matches('/axb'))).toEqual([false]);
});
