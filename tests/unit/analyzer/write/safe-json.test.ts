import { expect, test } from 'vitest';
import { safeJson } from '../../../../src/analyzer/write/safe-json.ts';

const acting = '\u0007\u001b\u007f\u0085\u009b\u009f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\u{e0041}';

test('nothing that acts on a terminal or cannot be seen is left, in names and in values, and it reads back as it was', () => {
  const value = { [acting]: [acting, 'é “日” 🚀 \n'] };
  for (const indent of [undefined, 2]) {
    const json = safeJson(value, indent);
    expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(json).toContain('é “日” 🚀 \\n');
    expect(JSON.parse(json)).toEqual(value);
  }
  expect(safeJson('\u009b\u{e0041}')).toBe('"\\u009b\\udb40\\udc41"');
});

test('lines of the form stay lines', () => {
  expect(safeJson({ a: [1] }, 2)).toBe('{\n  "a": [\n    1\n  ]\n}');
});
