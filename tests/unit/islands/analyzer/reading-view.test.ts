import { expect, test } from 'vitest';
import { readingView } from '../../../../src/islands/analyzer/reading-view.ts';
import { troubled } from '../report-fixture.ts';

const files = [{ name: 'log.csv', size: 1_000_000 }];
const progress = {
  source: 'log.csv',
  format: 'Twilio Console CSV (2025)',
  rows: 5000,
  bytes: 250_000,
  totalBytes: 1_000_000,
  pass: 1,
  totals: troubled.totals,
} as const;

test('name and size stand there before the first progress', () => {
  expect(readingView(files, undefined, 0)).toEqual({
    title: 'log.csv',
    detail: '1.0 MB',
    fraction: 0,
    rows: 'Opening',
    percent: '0\u00A0%',
    left: '',
  });
});

test('progress gives format, rows, share and the time left', () => {
  expect(readingView(files, progress, 10_000)).toMatchObject({
    detail: '1.0 MB · Twilio Console CSV (2025)',
    fraction: 0.25,
    rows: '5,000 rows',
    percent: '25\u00A0%',
    left: '30 s left',
  });
});

test('nothing is said of the time left in the first second', () => {
  expect([200, 1_000, 1_001].map((elapsed) => readingView(files, progress, elapsed).left)).toEqual(['', '', 'a few seconds left']);
});

test('an empty file has no fraction', () => {
  expect(readingView([{ name: 'x', size: 0 }], undefined, 0).fraction).toBeUndefined();
});
