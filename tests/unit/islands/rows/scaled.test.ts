/** A list of which a browser could not lay out all: every row can be reached, and a row is where it is looked for. */
import { describe, expect, test } from 'vitest';
import {
  isScaled,
  offsetAt,
  offsetShowing,
  ROW_PX,
  scrollHeight,
  scrollTopOf,
  seenRows,
  withinList,
  type Extent,
} from '../../../../src/islands/rows/scaled.ts';

const view = 10 * ROW_PX;
const few: Extent = { rows: 1_000, view };
/** The most that is not scaled, and one more. */
const most: Extent = { rows: Math.floor(8_000_000 / ROW_PX), view };
const more: Extent = { rows: Math.floor(8_000_000 / ROW_PX) + 1, view };
const many: Extent = { rows: 10_000_000, view };

test('only what a browser cannot lay out is scaled', () => {
  expect([few, most, more, many].map(isScaled)).toEqual([false, false, true, true]);
  expect(scrollHeight(few)).toBe(36_000);
  expect([more, many].map(scrollHeight)).toEqual([8_000_000, 8_000_000]);
});

describe.each([few, most, more, many])('of $rows rows', (extent) => {
  test('the ends of the scroll bar are the ends of the list', () => {
    const bottom = scrollHeight(extent) - view;
    expect(seenRows(offsetAt(0, extent), extent)).toEqual({ from: 0, to: 10 });
    expect(seenRows(offsetAt(bottom, extent), extent)).toEqual({ from: extent.rows - 10, to: extent.rows });
    expect([offsetAt(-5, extent), offsetAt(bottom + 99, extent)]).toEqual([0, extent.rows * ROW_PX - view]);
    expect(scrollTopOf(offsetAt(bottom, extent), extent)).toBe(bottom);
  });

  test('every row can be shown whole, moving as little as it takes', () => {
    for (const row of [0, 1, 9, 10, 11, Math.floor(extent.rows / 3), extent.rows - 1]) {
      const offset = offsetShowing(row, 0, extent);
      const { from, to } = seenRows(offset, extent);
      expect(from <= row && row < to).toBe(true);
      expect(offset).toBe(row < 10 ? 0 : (row - 9) * ROW_PX);
      // The scroll bar says the same back, to a thousandth of a row.
      expect(Math.abs(offsetAt(scrollTopOf(offset, extent), extent) - offset)).toBeLessThan(ROW_PX / 1_000);
    }
    expect(offsetShowing(3, 5 * ROW_PX, extent)).toBe(3 * ROW_PX);
    expect(offsetShowing(5, 5 * ROW_PX, extent)).toBe(5 * ROW_PX);
    expect(offsetShowing(14, 5 * ROW_PX, extent)).toBe(5 * ROW_PX);
    expect(offsetShowing(15, 5 * ROW_PX, extent)).toBe(6 * ROW_PX);
  });
});

test('a row that is half out of view is seen; a list that fits does not move', () => {
  expect(seenRows(1, few)).toEqual({ from: 0, to: 11 });
  const small: Extent = { rows: 3, view: 3 * ROW_PX };
  expect([offsetAt(50, small), scrollTopOf(50, small), withinList(9, small)]).toEqual([0, 0, 0]);
  expect(seenRows(0, small)).toEqual({ from: 0, to: 3 });
  expect(seenRows(0, { rows: 0, view: 0 })).toEqual({ from: 0, to: 0 });
});
