import { expect, test } from 'vitest';
import { amount, counted, percent, remaining, size } from '../../../../src/islands/kit/figures.ts';

test('a share never claims none or all where it is neither', () => {
  expect([percent(1, 10_000), percent(9_999, 10_000), percent(0, 7), percent(7, 7), percent(1, 3), percent(1, 0)]).toEqual([
    'under 0.1\u00A0%',
    'over 99.9\u00A0%',
    '0.0\u00A0%',
    '100.0\u00A0%',
    '33.3\u00A0%',
    '–',
  ]);
});

test('a count takes the plural unless it is one', () => {
  expect([counted(1, 'message'), counted(9803, 'message'), counted(2, 'more', 'more')]).toEqual(['1 message', '9,803 messages', '2 more']);
});

test('sizes read as in a file manager', () => {
  expect([size(0), size(6581), size(218_000_000), size(2_100_000_000)]).toEqual(['0 bytes', '6.6 KB', '218 MB', '2.1 GB']);
});

test('amounts keep the unit as the log spells it', () => {
  expect([amount(12.4, 'USD'), amount(0.0083, 'eur'), amount(0.9999, ''), amount(1.0083, ''), amount(-1.0083, '')]).toEqual([
    '12.40 USD',
    '0.0083 eur',
    '0.9999',
    '1.01',
    '-1.01',
  ]);
});

test('the time left is rounded to what one can believe', () => {
  expect([remaining(2), remaining(41), remaining(200)]).toEqual(['a few seconds', '45 s', '4 min']);
});
