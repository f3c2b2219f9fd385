import { describe, expect, test } from 'vitest';
import { outcomeMarks, outcomeOf, parseStatus, statuses } from '../../../src/catalog/status.ts';
import { facts } from '../../content.ts';

test('the statuses are those of the dated fact', () => {
  expect([...statuses].sort()).toEqual([...(facts.facts['message-statuses']?.value as string[])].sort());
});

describe('reading a status', () => {
  test.each([...statuses])('%s is read in capitals and with spaces round it', (status) => {
    expect(parseStatus(` ${status.toUpperCase()} `)).toBe(status);
  });

  test.each(['', 'ok', 'delivered!'])('%j is no status', (text) => {
    expect(parseStatus(text)).toBeUndefined();
  });
});

test('sent is never a failure, read is a delivery', () => {
  expect(outcomeOf('sent')).toBe('no-receipt');
  expect(outcomeOf('read')).toBe('delivered');
  expect(statuses.filter((status) => outcomeOf(status) === 'failed' || outcomeOf(status) === 'undelivered')).toEqual([
    'undelivered',
    'failed',
  ]);
});

test('every outcome has a word and a glyph of its own', () => {
  const marks = Object.values(outcomeMarks);
  expect(new Set(marks.map(({ glyph }) => glyph)).size).toBe(marks.length);
  expect(new Set(marks.map(({ label }) => label)).size).toBe(marks.length);
});
