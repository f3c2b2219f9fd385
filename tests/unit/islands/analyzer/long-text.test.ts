import { expect, test } from 'vitest';
import { afterTyping, headOf, isLong } from '../../../../src/islands/analyzer/long-text.ts';

test('a text is long from 64 KB on', () => {
  expect([isLong('x'.repeat(65_536)), isLong('x'.repeat(65_537))]).toEqual([false, true]);
});

test('the head of a long text ends with a line and says that more followed', () => {
  const row = `${'x'.repeat(99)}\n`;
  expect(headOf(row.repeat(1000))).toBe(`${row.repeat(20).slice(0, -1)}\n…`);
  expect(headOf('y'.repeat(1_000_000))).toHaveLength(2002);
});

test('what comes in takes the place of what is marked', () => {
  expect(afterTyping({ value: 'abcdef', selectionStart: 2, selectionEnd: 4 }, 'XYZ')).toBe('abXYZef');
});
