import { expect, test } from 'vitest';
import { announcement } from '../../../../src/islands/analyzer/announcement.ts';
import { troubled } from '../report-fixture.ts';

const progress = (bytes: number) => ({ source: 'x', rows: 1, bytes, totalBytes: 100, pass: 1, totals: troubled.totals }) as const;

test('progress is told in quarters', () => {
  expect([0, 24, 25, 49, 99].map((bytes) => announcement('reading', progress(bytes), undefined))).toEqual([
    'Reading the log.',
    'Reading the log.',
    '25 percent read.',
    '25 percent read.',
    '75 percent read.',
  ]);
});

test('the end is told with its figures', () => {
  expect(
    announcement('report', undefined, {
      report: troubled,
      declined: [],
      json: new Blob([]),
      files: [],
      told: {},
      tables: [],
      isKept: false,
      asking: 'kept',
      ordinal: 1,
    }),
  ).toBe('The report is ready: 11,555 messages, 2 findings.');
});

test('what takes the focus is not told twice', () => {
  expect(announcement('declined', undefined, undefined)).toBe('');
});
